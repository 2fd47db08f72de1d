// Findings on an answer as a reader is told them: one line each, which is known again when the report is checked.
import { findingTemplates } from "./codes.ts";
import type { Finding } from "./finding.ts";

/** Over the findings of a report. */
export const findingsHeading = "FINDINGS";

/** Whether a reader must be told of it beside the answer. */
export function isTold({ said }: Finding): boolean {
  return said !== true;
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
