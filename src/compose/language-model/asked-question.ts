// A question in its parts, each with what was found for it: what this engine is given.
import type { Evidence } from "../../retrieve/evidence.ts";

export interface AskedPart {
  /** Heading for the part in an answer; the whole question's only part has none. */
  readonly heading: string | null;
  /** In any order; scores are comparable within the part. */
  readonly evidence: readonly Evidence[];
}

export interface AskedQuestion {
  readonly question: string;
  readonly parts: readonly AskedPart[];
}
