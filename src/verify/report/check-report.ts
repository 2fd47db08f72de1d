// Takes a report and a library with the texts it cites; gives every finding, in the order of the lines.
import { checkContent } from "../check-statement.ts";
import { makeFinding } from "../codes.ts";
import type { Finding } from "../finding.ts";
import { checkConditions } from "../rules/check-conditions.ts";
import type { CheckContext, Statement, Support } from "../statement.ts";
import { citedBy, readSourceTexts } from "./cite.ts";
import { checkRemarks } from "./check-remarks.ts";
import { checkSources } from "./check-sources.ts";
import { checkUncited } from "./check-uncited.ts";
import { findCompanions, readClaim } from "./companions.ts";
import type { ReportLibrary } from "./report-library.ts";
import type { Report, ReportPart, ReportStatement } from "./report.ts";

/** Pure: the same report and library give the same findings. */
export function checkReport(report: Report, library: ReportLibrary): Finding[] {
  const context: CheckContext = { references: library.view, rarity: library.rarity };
  const findings = report.parts.flatMap((part) => [
    ...checkSources(part, library),
    ...checkStatements(part, library, context),
  ]);
  return findings.sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function checkStatements(
  part: ReportPart,
  library: ReportLibrary,
  context: CheckContext,
): Finding[] {
  const listed = part.sources.flatMap((source) => readSourceTexts(source, library).pages);
  // With markers in the text, a statement without one rests on nothing.
  const marked = part.statements.some(({ markers }) => markers.length > 0);
  const labelled = new Set<string>();
  return part.statements.flatMap((statement) => {
    const { label, line } = statement;
    // What a label says is said once, however many sentences stand behind it.
    const first = !labelled.has(`${label}#${line}`);
    labelled.add(`${label}#${line}`);
    return [
      ...checkOne(statement, part, library, context, marked ? [] : listed),
      ...checkRemarks(first ? statement : { ...statement, label: null }, library),
    ];
  });
}

function checkOne(
  statement: ReportStatement,
  part: ReportPart,
  library: ReportLibrary,
  context: CheckContext,
  listed: readonly Support[],
): Finding[] {
  const { line } = statement;
  const cited = citedBy(statement, part, library);
  const checked: Statement = {
    text: statement.text,
    kind: statement.kind,
    line,
    ...(statement.lead === null ? {} : { lead: statement.lead }),
  };
  const unknown = cited.unknown.map((marker) =>
    makeFinding("marker-unknown", { marker: `[${marker}]` }, { line, reference: `[${marker}]` }),
  );
  const uncited = cited.any ? [] : checkUncited(statement, listed, context);
  const content = checkContent(checked, cited.supports, context, cited.pages);
  return [
    ...unknown,
    ...uncited,
    ...content,
    ...checkCompanions(checked, cited.supports, library, context),
  ];
}

/** Conditions that stand not in what is cited but in the law it points to. */
function checkCompanions(
  statement: Statement,
  supports: readonly Support[],
  library: ReportLibrary,
  context: CheckContext,
): Finding[] {
  if (statement.kind !== "requirement" || supports.length === 0) return [];
  const companions = findCompanions(supports, library);
  if (companions.length === 0) return [];
  return [...checkConditions(readClaim(statement, companions, context))];
}
