// A passage retrieved for a question, with the scores that brought it up.
import type { Passage } from "../chunk/passage.ts";
import type { DocumentInfo } from "../document.ts";

/** Names of the signals that a passage can be found by. */
export type Signal = "text" | "vector" | "named" | "linked" | "tokens";

export interface Evidence {
  readonly passage: Passage;
  readonly document: DocumentInfo;
  /** Fused score; comparable within one retrieval only. */
  readonly score: number;
  /** Each signal's share, normalised to 0–1 within this retrieval. */
  readonly signals: Readonly<Partial<Record<Signal, number>>>;
  /** Cosine similarity of passage and query, comparable between retrievals. */
  readonly similarity: number;
}
