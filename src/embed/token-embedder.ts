// What late interaction needs of an embedding model beyond one vector a text.

import type { Embedder } from "./embedder.ts";

/** One text, token by token, special tokens included. */
export interface TokenVectors {
  /** Token ids in the text's order, cut at the model's longest input. */
  readonly tokens: Int32Array;
  /** One row of `dimensions` numbers for each token, each row of length 1. */
  readonly vectors: Float32Array;
  /** The text's own vector, the same that `embed` gives. */
  readonly pooled: Float32Array;
}

export interface TokenEmbedder extends Embedder {
  /** Token vectors and pooled vector of each text, in order, from one pass of the model. */
  embedTokens(texts: readonly string[], signal?: AbortSignal): Promise<TokenVectors[]>;
}
