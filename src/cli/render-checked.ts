// Takes what was found in reports; gives it to read: findings by line, and a summary of each report.
import type { Severity } from "../findings/codes.ts";
import type { Finding } from "../findings/finding.ts";
import type { CheckedReport } from "../use-cases/check-reports.ts";
import { countOf } from "./format.ts";
import type { GithubReport } from "./github.ts";
import { sanitise, sanitiseLine } from "../text/sanitise.ts";
import type { Look, Style } from "./terminal/style.ts";
import { wrapText } from "../text/wrap.ts";

const severities: readonly Severity[] = ["error", "warning", "note"];
/** Columns of line number and severity. */
const margin = 15;

export function renderChecked(checked: readonly CheckedReport[], options: Look): string {
  const blocks = checked.map((report) => renderReport(report, options).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function renderReport({ file, findings, fixed }: CheckedReport, options: Look): string[] {
  const { style } = options;
  return [
    style.bold(sanitiseLine(file)),
    ...renderFixed(fixed ?? [], options),
    ...findings.flatMap((finding, i) => [
      ...renderPlace(finding, findings[i - 1], style),
      ...renderFinding(finding, options),
    ]),
    summarise(findings, style),
  ];
}

/** Lines are those of the file as it was. */
function renderFixed(fixed: readonly Finding[], options: Look): string[] {
  if (fixed.length === 0) return [];
  const lines = fixed.flatMap((finding) => renderFinding(finding, options, "mended"));
  return [...lines, `  ${countOf(fixed.length, "fault")} mended.`];
}

/** Section and page over the first finding there, in files without lines. */
function renderPlace(finding: Finding, before: Finding | undefined, style: Style): string[] {
  const place = placeOf(finding);
  if (place === "" || (before !== undefined && placeOf(before) === place)) return [];
  return [`  ${style.dim(place)}`];
}

/** "“Heading”, page 3", in files without lines; empty where nothing is known. */
function placeOf({ section, page }: Finding): string {
  const named = typeof section === "string" ? [`“${sanitiseLine(section)}”`] : [];
  return [...named, ...(typeof page === "number" ? [`page ${page}`] : [])].join(", ");
}

function renderFinding(
  finding: Finding,
  { width, style }: Look,
  word: string = finding.severity,
): string[] {
  const { line, severity, code } = finding;
  const colours = { error: style.red, warning: style.yellow, note: style.dim };
  const colour = word === severity ? colours[severity] : style.green;
  const lines = wrapText(`${sanitise(saidOf(finding))} [${code}]`, Math.max(20, width - margin));
  return lines.map((text, i) => {
    if (i > 0) return " ".repeat(margin) + text;
    const place = (line === undefined ? "" : String(line)).padStart(5);
    return `${place}  ${colour(word.padEnd(margin - 7))}${text}`;
  });
}

/** The message, and the words concerned where it does not name them. */
function saidOf({ message, reference }: Finding): string {
  const shown = reference === undefined || message.includes(reference);
  return shown ? message : `${message} (${sanitiseLine(reference)})`;
}

function summarise(findings: readonly Finding[], style: Style): string {
  if (findings.length === 0) return `  ${style.green(clean)}`;
  return `  ${countFindings(findings)}.`;
}

const clean = "Nothing to find fault with.";

/** "2 errors, 1 note". */
function countFindings(findings: readonly Finding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severity)];
  });
  return counts.join(", ");
}

/** The same for a run of GitHub Actions. */
export function toGithubReport(checked: readonly CheckedReport[]): GithubReport {
  const all = checked.flatMap(({ findings }) => findings);
  const files = `in ${countOf(checked.length, "file")}`;
  return {
    title: "charm check",
    lead: all.length === 0 ? `${clean} (${files})` : `${countFindings(all)} ${files}.`,
    rows: checked.flatMap(({ file, findings }) =>
      findings.map((finding) => ({
        severity: finding.severity,
        file,
        line: finding.line ?? null,
        place: placeOf(finding),
        code: finding.code,
        message: saidOf(finding),
      })),
    ),
  };
}
