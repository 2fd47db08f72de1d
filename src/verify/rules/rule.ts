// What every rule takes and gives: one sentence of a statement with the units of its sources that it may rest on.
import type { Finding } from "../finding.ts";
import type { Match, SourceUnit } from "../align.ts";
import type { CheckContext, Statement, Support } from "../statement.ts";

export interface Claim {
  readonly statement: Statement;
  /** One sentence of the statement, quotations blanked out, offsets its own. */
  readonly sentence: string;
  /** Stretches of the sentence that are references. */
  readonly references: readonly { readonly start: number; readonly end: number }[];
  readonly supports: readonly Support[];
  readonly units: readonly SourceUnit[];
  /** Units that share words with the sentence, best first. */
  readonly matches: readonly Match[];
  readonly context: CheckContext;
}

/** Pure; gives what it finds wrong with the claim. */
export type Rule = (claim: Claim) => readonly Finding[];

/** Line and, where there is one, the words concerned. */
export function at(claim: Claim, reference?: string): { line?: number; reference?: string } {
  const { line } = claim.statement;
  return {
    ...(line === undefined ? {} : { line }),
    ...(reference === undefined ? {} : { reference }),
  };
}
