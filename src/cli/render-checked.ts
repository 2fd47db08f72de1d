// Takes what was found in reports; gives it to read: findings by line, and a summary of each report.
import type { CheckedReport } from "../use-cases/check-reports.ts";
import type { Finding, Severity } from "../verify/finding.ts";
import { countOf } from "./format.ts";
import { sanitise, sanitiseLine } from "./terminal/sanitise.ts";
import type { Style } from "./terminal/style.ts";
import { wrapText } from "./terminal/wrap.ts";

interface Options {
  readonly width: number;
  readonly style: Style;
}

const severities: readonly Severity[] = ["error", "warning", "note"];
/** Columns of line number and severity. */
const margin = 15;

export function renderChecked(checked: readonly CheckedReport[], options: Options): string {
  const blocks = checked.map((report) => renderReport(report, options).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function renderReport({ file, findings }: CheckedReport, options: Options): string[] {
  const { style } = options;
  return [
    style.bold(sanitiseLine(file)),
    ...findings.flatMap((finding) => renderFinding(finding, options)),
    summarise(findings, style),
  ];
}

function renderFinding(finding: Finding, { width, style }: Options): string[] {
  const { line, severity, code, message, reference } = finding;
  const colour = { error: style.red, warning: style.yellow, note: style.dim }[severity];
  const shown = reference === undefined || message.includes(reference);
  const said = shown ? "" : ` (${sanitiseLine(reference)})`;
  const lines = wrapText(`${sanitise(message)}${said} [${code}]`, Math.max(20, width - margin));
  return lines.map((text, i) => {
    if (i > 0) return " ".repeat(margin) + text;
    const place = (line === undefined ? "" : String(line)).padStart(5);
    return `${place}  ${colour(severity.padEnd(margin - 7))}${text}`;
  });
}

/** "2 errors, 1 note." */
function summarise(findings: readonly Finding[], style: Style): string {
  if (findings.length === 0) return `  ${style.green("Nothing to find fault with.")}`;
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severity)];
  });
  return `  ${counts.join(", ")}.`;
}
