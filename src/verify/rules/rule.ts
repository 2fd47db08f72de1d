// What every rule takes and gives: one sentence of a statement with the units of its sources that it may rest on.
import type { Finding } from "../finding.ts";
import type { UnitMatch, SourceUnit } from "../align.ts";
import type { CheckContext, Statement, Support } from "../statement.ts";

export interface SentenceClaim {
  readonly statement: Statement;
  /** One sentence of the statement, quotations blanked out, offsets its own. */
  readonly sentence: string;
  /** Stretches of the sentence that are references. */
  readonly references: readonly { readonly start: number; readonly end: number }[];
  readonly supports: readonly Support[];
  readonly units: readonly SourceUnit[];
  /** Units that share words with the sentence, best first. */
  readonly matches: readonly UnitMatch[];
  readonly context: CheckContext;
}

/** Pure; gives what it finds wrong with the claim. */
export type SentenceRule = (claim: SentenceClaim) => readonly Finding[];

/** Line and, where there is one, the words concerned. */
export function at(
  claim: SentenceClaim,
  reference?: string,
): { line?: number; reference?: string } {
  const { line } = claim.statement;
  return {
    ...(line === undefined ? {} : { line }),
    ...(reference === undefined ? {} : { reference }),
  };
}
