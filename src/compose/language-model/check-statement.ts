// What a statement is checked by: the stage that verifies, as far as an engine knows of it.
import type { Evidence } from "../../retrieve/evidence.ts";
import type { Finding } from "../../verify/finding.ts";

/** A statement as a model wrote it, without its keys. */
export interface WrittenStatement {
  readonly text: string;
  readonly kind: "requirement" | "advice";
}

/** Findings of severity error refuse the statement; others are only told. @param evidence what it cites, in order */
export type CheckStatement = (
  statement: WrittenStatement,
  evidence: readonly Evidence[],
) => readonly Finding[];
