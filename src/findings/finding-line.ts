// Findings on an answer as a reader is told them: one line each, which is known again when the report is checked.
import { groupBy } from "../lists.ts";
import { findingTemplates } from "./codes.ts";
import type { Finding } from "./finding.ts";

/** Over the findings of a report. */
export const findingsHeading = "FINDINGS";

/** Over what a language model wrote and the report does not hold. */
export const leftOutHeading = "Left out because it could not be verified";

/** Whether it is about a statement that is not shown at all. */
function isOnLeftOut({ statement }: Finding): boolean {
  return statement?.fate === "left-out";
}

/** Statements that are not shown, each once with all that was wrong with it: "“The home must …”: It cites nothing." */
export function writeLeftOut(findings: readonly Finding[]): string[] {
  const told = findings.filter(isOnLeftOut);
  const byText = groupBy(told, ({ statement }) => statement?.text ?? "");
  return [...byText].map(([text, own]) => {
    const reasons = own.map((finding) => reasonOf(finding, text));
    return `“${text}”: ${[...new Set(reasons)].join(" ")}`.replace(/\s+/g, " ").trim();
  });
}

/** The message without what it is about, with the words concerned where it does not have them. */
function reasonOf({ message, reference }: Finding, text: string): string {
  const bare = message.slice(message.indexOf(text) + text.length).replace(/^”\s*/, "");
  const shown = reference === undefined || `${bare}${text}`.includes(reference);
  return shown ? bare : `${bare} (${reference})`;
}

/** Whether a reader must be told of it beside the answer. */
export function isTold(finding: Finding): boolean {
  return finding.said !== true && !isOnLeftOut(finding);
}

/** "Error (quote-not-on-page): The words quoted do not stand in Guide 10.12. (the words)", without line breaks. */
export function writeFindingLine({ code, severity, message, reference }: Finding): string {
  const shown = reference === undefined || message.includes(reference);
  const said = shown ? message : `${message} (${reference})`;
  const word = severity.charAt(0).toUpperCase() + severity.slice(1);
  return `${word} (${code}): ${said}`.replace(/\s+/g, " ").trim();
}

/** Whether a text was written so: it is no statement of the report that it stands in. */
export function isFindingLine(text: string): boolean {
  const code = /^(?:Error|Warning|Note) \(([a-z-]+)\): /.exec(text)?.[1];
  return code !== undefined && Object.hasOwn(findingTemplates, code);
}
