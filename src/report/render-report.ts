// Takes answers; gives the session report in Markdown, in the frame that its readers know.
import type { Authority } from "../document.ts";
import { findingsHeading, isTold, writeFindingLine } from "../findings/finding-line.ts";
import type { Finding } from "../findings/finding.ts";
import type { Answer, AnswerSource } from "./answer.ts";
import { renderHeader } from "./render-header.ts";

/** By what they can say of a home's duties: the law, what explains it, what it is inspected by, and what binds nobody. */
const groups: readonly { readonly title: string; readonly authorities: readonly Authority[] }[] = [
  { title: "Law", authorities: ["legislation"] },
  { title: "Statutory guidance", authorities: ["statutory-guidance"] },
  { title: "Inspection", authorities: ["inspection"] },
  {
    title: "Other documents (not authority for what a home must do)",
    authorities: ["other", "untrusted"],
  },
  { title: "Voluntary standards (binding on nobody)", authorities: ["voluntary"] },
  { title: "Your own documents", authorities: ["own"] },
];

/** What a report is, and what it is not. */
const closing = "This report goes no further than the documents it cites; it is not legal advice.";

/** One head and one foot, however many questions. */
export function renderReport(answers: readonly Answer[]): string {
  const parts = ["# AI Assistant Strategy Session Report", "", ...renderHeader(answers)];
  for (const answer of answers) {
    parts.push("## QUESTION", `"${answer.question}"`, "", "## RESPONSE", answer.answer, "");
    if (answer.sources.length > 0)
      parts.push("### SOURCES CONSULTED", ...renderSources(answer.sources), "");
    parts.push(...renderFindings(answer.findings), "---", "");
  }
  if (answers.length > 0) parts.push(closing, "");
  return parts.join("\n");
}

/** What a reader must know is wrong with the answer, or may be. */
function renderFindings(findings: readonly Finding[]): string[] {
  const told = findings.filter(isTold);
  if (told.length === 0) return [];
  // Words of documents and models stand in them, and are to be read, not followed or rendered.
  const lines = told.map((finding) => writeFindingLine(finding).replaceAll(/[\\`*<[\]]/g, "\\$&"));
  return [`### ${findingsHeading}`, ...lines.map((line) => `- ${line}`), ""];
}

function renderSources(sources: readonly AnswerSource[]): string[] {
  const present = groups.filter((group) =>
    sources.some((s) => group.authorities.includes(s.authority)),
  );
  return present.flatMap((group, i) => [
    ...(i > 0 ? [""] : []),
    `${group.title}:`,
    ...sources.filter((s) => group.authorities.includes(s.authority)).map(renderSource),
  ]);
}

function renderSource(source: AnswerSource): string {
  const place =
    source.page === null ? `Section: ${source.section ?? "(whole)"}` : `Page: ${source.page}`;
  const locators = source.locators.length > 0 ? ` (${describeLocators(source)})` : "";
  return `- [${source.n}] File: ${source.file}, ${place}${locators}`;
}

/** "regulations 28(2), 28(3)", "paragraphs 10.12, 10.13". */
function describeLocators(source: AnswerSource): string {
  const plain = source.locators.filter((locator) => /^\d/.test(locator));
  const named = source.locators.filter((locator) => !/^\d/.test(locator));
  const word = source.authority === "legislation" ? legislationWord(source) : "paragraph";
  const numbered =
    plain.length > 0 ? [`${word}${plain.length > 1 ? "s" : ""} ${plain.join(", ")}`] : [];
  return [...numbered, ...named].join(", ");
}

function legislationWord(source: AnswerSource): string {
  return /\bAct\b/.test(source.title) && !/regulations/i.test(source.title)
    ? "section"
    : "regulation";
}
