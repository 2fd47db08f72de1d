// Takes answers; gives what a reader is told of them beside the report: why one was declined, and what was found of it.
import { isTold, writeFindingLine, writeLeftOut } from "../findings/finding-line.ts";
import type { Answer } from "../report/answer.ts";
import { countOf } from "./format.ts";

/** Declined, or with a finding of severity error: the command ends with 3. */
export function isAtFault({ status, findings }: Answer): boolean {
  return status === "declined" || findings.some(({ severity }) => severity === "error");
}

/**
 * One line for each thing to tell; of several questions each line says which it is about.
 * @param faultsOnly what makes the command end with 3, and nothing else
 */
export function describeFaults(answers: readonly Answer[], faultsOnly: boolean): string[] {
  return answers.flatMap((answer, i) => {
    const about = answers.length === 1 ? "" : `Question ${i + 1}: `;
    const declined = answer.status === "declined" ? answer.missing.map(describeReason) : [];
    const told = answer.findings
      .filter((finding) => (faultsOnly ? finding.severity === "error" : isTold(finding)))
      .map(writeFindingLine);
    const leftOut = faultsOnly ? [] : countLeftOut(writeLeftOut(answer.findings).length);
    return [...declined, ...told, ...leftOut].map((line) => about + line);
  });
}

/** The report has each with its reason. */
function countLeftOut(count: number): string[] {
  if (count === 0) return [];
  const it = count === 1 ? "it" : "they";
  return [`${countOf(count, "statement")} left out because ${it} could not be verified.`];
}

function describeReason(missing: string): string {
  return `Declined: ${missing}`;
}
