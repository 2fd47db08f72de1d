// A passage retrieved for a question, with the scores that brought it up.
import type { Passage } from "../chunk/passage.ts";
import type { TextRange } from "../text/sentences.ts";
import type { DocumentInfo } from "../document.ts";
import type { Mention } from "../references/mention.ts";
import type { SignalWeights } from "./weights.ts";

/** Names of the signals that a passage can be found or raised by. */
export type Signal = keyof SignalWeights | "named" | "linked" | "asked";

/**
 * What each signal says of a passage, in its own unit (weights.ts). `named` is 1 where it holds; `linked` is the sum of
 * the scores of the strong passages that refer to it; `asked` is how close the nearest subject of the query comes that
 * stands for it, 0–1.
 */
export type SignalValues = Readonly<Partial<Record<Signal, number>>>;

/** Part of a passage that stands on one page. */
export interface PageMatch extends TextRange {
  readonly page: number;
  /** MaxSim of the question with this part alone. */
  readonly similarity: number;
}

/** A stretch of another passage of the same document. */
export interface LeadIn extends TextRange {
  readonly passage: Passage;
}

/** How near questions come of which it is known what answers them. */
export interface KnownQuestions {
  /** By key of a statement that answers one. */
  readonly statements: ReadonlyMap<string, number>;
  /** The nearest that nothing in a library like this answers. */
  readonly beyond: number;
  /** Some are answered by provisions of the document. */
  readonly ofDocument: boolean;
}

export interface Evidence {
  readonly passage: Passage;
  readonly document: DocumentInfo;
  /** Comparable between retrievals: mostly 0–1, below about 0.3 rarely of use (docs/retrieval.md). */
  readonly score: number;
  readonly signals: SignalValues;
  /** Cosine similarity of passage and query, comparable between retrievals. */
  readonly similarity: number;
  /** Where it runs over a page break: how well each page's part matches. */
  readonly pageMatches?: readonly PageMatch[];
  /** By ordinal of its provisions: similarity of the subject nearest to the question that stands for them. */
  readonly subjects?: ReadonlyMap<number, number>;
  readonly known?: KnownQuestions;
  /** The words it hangs from, outermost first, where they stand in other passages. */
  readonly leads?: readonly LeadIn[];
  /** What its words speak of, in their order; left out where nobody looked. */
  readonly mentions?: readonly Mention[];
}
