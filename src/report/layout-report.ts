// Takes answers; gives what is printed of their session report, in the frame that its readers know.
import type { Authority } from "../document.ts";
import { authorityWords } from "../draft/authorities.ts";
import {
  findingsHeading,
  isTold,
  leftOutHeading,
  writeFindingLine,
  writeLeftOut,
} from "../findings/finding-line.ts";
import { unitWord, type NamedPlace } from "../place/name-place.ts";
import { writeSourceLine } from "../text/report-frame.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Run } from "../text/wrap.ts";
import type { Answer, AnswerSource } from "./answer.ts";
import { layoutBlocks } from "./layout-blocks.ts";
import { layoutHeader, type HeadAnswer, type HeadSource } from "./layout-header.ts";
import { layoutList, plain, type PrintBlock } from "./print-block.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** By what sources can say of a home's duties: what binds, what explains, what is inspected by; then what binds nobody. */
const sourceOrder: readonly Authority[] = [
  "legislation",
  "statutory-guidance",
  "inspection",
  "other",
  "untrusted",
  "voluntary",
  "own",
];

/** What a report is, and what it is not. */
const closing = "This report goes no further than the documents it cites; it is not legal advice.";

/** One head and one foot, however many questions. */
export function layoutReport(made: readonly Answer[]): PrintBlock[] {
  return [...layoutHead(made), ...made.flatMap(layoutAnswer), ...layoutFoot(made.length)];
}

/** What stands above the first question. */
export function layoutHead(made: readonly HeadAnswer[]): PrintBlock[] {
  const title = plain("AI Assistant Strategy Session Report");
  const answers = made.map((answer) => ({ ...answer, sources: answer.sources.map(cleanNames) }));
  return [{ kind: "heading", level: 1, runs: [title] }, ...layoutHeader(answers)];
}

/** A question with its answer, down to the rule under it. */
export function layoutAnswer(made: Answer): PrintBlock[] {
  const answer = { ...made, sources: made.sources.map(cleanSource) };
  return [
    ...layoutSection(2, "QUESTION", [{ kind: "paragraph", runs: [plain(`"${answer.question}"`)] }]),
    ...layoutSection(2, "RESPONSE", layoutBlocks(answer.blocks)),
    ...layoutSection(3, "SOURCES CONSULTED", layoutSources(answer.sources)),
    ...layoutSection(3, findingsHeading, layoutFindings(answer)),
    ...layoutSection(3, leftOutHeading, writeLeftOut(answer.findings).map(layoutLine)),
    { kind: "rule" },
  ];
}

/** @param answers how many the report has */
export function layoutFoot(answers: number): PrintBlock[] {
  return answers > 0 ? [{ kind: "paragraph", runs: [plain(closing)] }] : [];
}

function cleanSource(source: AnswerSource): AnswerSource {
  const { section } = source;
  return { ...cleanNames(source), section: section === null ? null : sanitiseLine(section) };
}

/** Names that files and their lists give: nothing in one may reach over into what is printed behind it. */
function cleanNames<S extends HeadSource>(source: S): S {
  const { file, title, short, version } = source;
  return {
    ...source,
    file: sanitiseLine(file),
    title: sanitiseLine(title),
    short: sanitiseLine(short),
    version: version === null ? null : sanitiseLine(version),
  };
}

/** The report as Markdown; ends with a line feed. */
export function renderReport(answers: readonly Answer[]): string {
  return `${writeMarkdown(layoutReport(answers))}\n`;
}

/** A heading of the frame with what stands right under it; nothing where that is empty. */
function layoutSection(
  level: 2 | 3,
  heading: string,
  [first, ...rest]: readonly PrintBlock[],
): PrintBlock[] {
  if (first === undefined) return [];
  return [{ kind: "heading", level, runs: [plain(heading)] }, { ...first, tight: true }, ...rest];
}

/** What a reader must know of the answer that it does not say itself. */
function layoutFindings({ findings }: Answer): PrintBlock[] {
  return findings.filter(isTold).map((finding) => layoutLine(writeFindingLine(finding)));
}

function layoutLine(text: string): PrintBlock {
  return { kind: "item", depth: 0, runs: [plain(text)], tight: true };
}

/** Groups of sources by their authority, each under its heading. */
export function layoutSources(sources: readonly AnswerSource[]): PrintBlock[] {
  const headings = new Set(sourceOrder.map((authority) => authorityWords[authority].listed));
  return [...headings].flatMap((listed) => {
    const own = sources.filter((source) => authorityWords[source.authority].listed === listed);
    return layoutList(`${listed}:`, own.map(layoutSource));
  });
}

function layoutSource(source: AnswerSource): Run[] {
  const { n, places } = source;
  const line = writeSourceLine({ ...source, places: describePlaces(places) });
  return [{ text: `[${n}]`, style: "marker" }, plain(` ${line}`)];
}

/** "regulations 28(2), 28(3), Schedule 1 para 3", "paragraphs 10.12, 10.13". */
function describePlaces(places: readonly NamedPlace[]): string {
  const named = places.filter((place) => unitWord(place) === null).map(({ locator }) => locator);
  const words = new Set(places.flatMap((place) => unitWord(place) ?? []));
  const numbered = [...words].map((word) => {
    const own = places.filter((place) => unitWord(place) === word);
    return `${word}${own.length > 1 ? "s" : ""} ${own.map(({ locator }) => locator).join(", ")}`;
  });
  return [...numbered, ...named].join(", ");
}
