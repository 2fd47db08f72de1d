// A sentence that a model wrote beside the clauses it is drawn from: what rules that compare them part by part take.
import type { SourceUnit, UnitMatch } from "../align.ts";
import type { Clause } from "../clause.ts";
import type { SentenceClaim } from "./rule.ts";

export interface Compared {
  readonly claim: SentenceClaim;
  readonly mine: Clause;
  /** Best first; never empty. */
  readonly close: readonly UnitMatch[];
  readonly best: UnitMatch;
}

/** A unit with what it hangs from. */
export function textOf({ lead, text }: SourceUnit): string {
  return `${lead} ${text}`.trim();
}
