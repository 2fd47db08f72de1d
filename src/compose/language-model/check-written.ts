// How a statement is checked: what an engine asks of the stage that verifies.
import type { Evidence } from "../../retrieve/evidence.ts";
import type { Finding } from "../../findings/finding.ts";
import { checkStatement } from "../../verify/check-statement.ts";
import { toSupport } from "../../verify/read-evidence.ts";
import { readStatement } from "../../verify/read-statement.ts";
import type { CheckContext } from "../../verify/statement.ts";

/** A statement as a model wrote it, without its keys. */
export interface WrittenStatement {
  readonly text: string;
  readonly kind: "requirement" | "advice";
}

/** Findings of severity error refuse the statement; others are only told. @param evidence what it cites, in order */
export type CheckWritten = (
  statement: WrittenStatement,
  evidence: readonly Evidence[],
) => readonly Finding[];

/**
 * The check by which what a model writes is verified. A requirement that has more than half of its telling
 * words from nowhere is worth a warning in a report that somebody signed; written by a model, it is made up.
 */
export function createCheck(context: CheckContext): CheckWritten {
  const strict = { ...context, strict: true };
  return (written, evidence) => {
    const statement = readStatement(written, context.references);
    return checkStatement(statement, evidence.map(toSupport), strict).map((finding) =>
      finding.code === "reference-unsupported" && written.kind === "requirement"
        ? { ...finding, severity: "error" as const }
        : finding,
    );
  };
}
