// Takes a report and a library with the texts it cites; gives every finding, in the order of the lines.
import { compareText } from "../text/compare-text.ts";
import { checkContent } from "../verify/check-statement.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { readStatement } from "../verify/read-statement.ts";
import { checkConditions } from "../verify/rules/check-conditions.ts";
import type { CheckContext, Statement, Support } from "../verify/statement.ts";
import { citedBy, readSourceTexts, scopeOf, type PartSetting } from "./cite.ts";
import { checkCutLists, readLawLists } from "./check-cut-lists.ts";
import { checkLabel } from "./check-label.ts";
import { checkRemarks } from "./check-remarks.ts";
import { checkSources } from "./check-sources.ts";
import { checkUncited, readListed, type ListedTexts } from "./check-uncited.ts";
import { findReferredLaw, readClaim } from "./find-referred-law.ts";
import type { ReportLibrary } from "./report-library.ts";
import type { Report, ReportPart, ReportStatement } from "./report.ts";

/** Pure: the same report and library give the same findings. */
export function checkReport(report: Report, library: ReportLibrary): Finding[] {
  const context: CheckContext = { references: library.view, rarity: library.rarity };
  const lists = library.documents.flatMap(({ id }) => {
    const loaded = library.load(id);
    return loaded === null ? [] : readLawLists(loaded);
  });
  const findings = report.parts.flatMap((part) => [
    ...checkSources(part, library),
    ...checkStatements(part, library, context),
    ...checkCutLists(part, lists),
  ]);
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compareText(a.code, b.code));
}

interface Setting extends PartSetting {
  readonly context: CheckContext;
  /** What it lists, when no marker says which statement rests on what. */
  readonly listed: ListedTexts;
}

function checkStatements(
  part: ReportPart,
  library: ReportLibrary,
  context: CheckContext,
): Finding[] {
  // With markers in the text, a statement without one rests on nothing.
  const marked = part.statements.some(({ markers }) => markers.length > 0);
  const sources = marked ? [] : part.sources;
  const listed = readListed(sources.flatMap((source) => readSourceTexts(source, library).pages));
  const setting = { part, library, context, scope: scopeOf(part, library), listed };
  const labelled = new Set<string>();
  return part.statements.flatMap((statement) => {
    const { label, line } = statement;
    // What a label says is said once, however many sentences stand behind it.
    const first = !labelled.has(`${label}#${line}`);
    labelled.add(`${label}#${line}`);
    return [
      ...(first ? checkLabel(statement, setting, context) : []),
      ...checkOne(statement, setting),
      ...checkRemarks(first ? statement : { ...statement, label: null }, library),
    ];
  });
}

function checkOne(statement: ReportStatement, setting: Setting): Finding[] {
  const { line, lead, text, kind } = statement;
  const { context, listed } = setting;
  const cited = citedBy(statement, setting);
  const written = { text, kind, line, ...(lead === null ? {} : { lead }) };
  const checked = readStatement(written, context.references);
  const unknown = cited.unknown.map((marker) =>
    makeFinding("marker-unknown", { marker: `[${marker}]` }, { line, reference: `[${marker}]` }),
  );
  return [
    ...unknown,
    ...(cited.any ? [] : checkUncited(statement, listed, context)),
    ...checkContent(checked, cited.supports, context, cited.pages),
    ...checkReferredLaw(checked, cited.supports, setting),
  ];
}

/** Conditions that stand not in what is cited but in the law it points to. */
function checkReferredLaw(
  statement: Statement,
  supports: readonly Support[],
  { library, context }: Setting,
): Finding[] {
  if (statement.kind !== "requirement" || supports.length === 0) return [];
  const law = findReferredLaw(supports, library);
  if (law.length === 0) return [];
  return [...checkConditions(readClaim(statement, law, context))];
}
