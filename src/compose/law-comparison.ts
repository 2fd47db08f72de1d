// What an own document says beside what law or guidance says of the same, and how the two stand to each other.
import type { Quote } from "../draft/draft.ts";
import type { Verdict } from "../facts/compare-times.ts";
import type { Norm } from "../facts/norms.ts";

export interface LawComparison {
  readonly verdict: Verdict;
  /** The sentence of the own document. */
  readonly own: Quote;
  /** The words of the provision that bind. */
  readonly law: Quote;
  readonly norm: Norm;
  /** As of a judgement (facts/judge.ts). */
  readonly said: { readonly own: string; readonly law: string };
  /** The question asks about the provision; otherwise it belongs into an answer only beside the own words quoted. */
  readonly asked: boolean;
  /** The question asks how own documents stand to it, and not what has to be done. */
  readonly opens: boolean;
  readonly likelihood: number;
}
