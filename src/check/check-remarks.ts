// Takes a statement of a report; finds what it says about its own grounds that cannot be so.
import { makeFinding, type Finding } from "../findings/finding.ts";
import { contentStems } from "../text/word-stems.ts";
import type { ReportLibrary, TitledPlace } from "./report-library.ts";
import type { ReportStatement } from "./report.ts";

const disclaims =
  /\b(?:regulations?|guidance|guide|legislation|documents?|texts?|sources?|law|act)\b[^.;]{0,40}?\b(?:(?:is|are|was|were|has|have)(?: not|n['’]t) (?:been )?(?:provided|available|included|supplied|given|shown)|not (?:been )?(?:provided|available|included|supplied|given|shown))\b(?: here)?|\bas an? (?:ai|language model)\b|\bmy general knowledge\b|\bI (?:do not|don['’]t|cannot|can['’]t) (?:have access|access|see)\b/i;
const beyond =
  /\b(?:beyond|outside|over and above|in addition to|additional to|not (?:required|covered|asked for) by)\b[^.]{0,40}\b(?:guidance|regulations?|law|requirements?|legislation|statut\w+)\b|\b(?:optional|non-statutory|not (?:legally )?required)\b/i;

/** What a document says of the law is nothing that the report says of its grounds. */
export function checkRemarks(statement: ReportStatement, library: ReportLibrary): Finding[] {
  if (statement.kind === "quote") return [];
  return [...checkDisclaimer(statement), ...checkBeyond(statement, library.titles)];
}

function checkDisclaimer({ text, line }: ReportStatement): Finding[] {
  const said = disclaims.exec(text)?.[0];
  if (said === undefined) return [];
  return [makeFinding("source-disclaimed", { said }, { line, reference: said })];
}

/** An item listed as beyond guidance though law or guidance has a heading for it. */
function checkBeyond(
  { label, context, line }: ReportStatement,
  titles: readonly TitledPlace[],
): Finding[] {
  if (label === null || !context.slice(1).some((text) => beyond.test(text))) return [];
  const wanted = contentStems(label);
  if (wanted.size < 2) return [];
  const place = titles.find(({ title }) => {
    const stems = contentStems(title);
    return [...wanted].every((stem) => stems.has(stem));
  });
  if (place === undefined) return [];
  const name = [place.short, place.locator].filter((part) => part !== null).join(" ");
  const args = { place: name, title: place.title };
  return [makeFinding("required-called-optional", args, { line, reference: label })];
}
