// What late interaction needs of an embedding model beyond one vector a text, and what is kept where a model lacks it.
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

/** A passage as a library keeps it. */
export interface PassageVectors {
  readonly pooled: Float32Array;
  /** One row of `tokenDimensions` numbers for each token: a direction, 127 for a coordinate of 1. */
  readonly tokens: Int8Array;
}

/** A question as passages are compared with it. */
export interface QuestionVectors {
  readonly pooled: Float32Array;
  /** One row of `tokenDimensions` numbers for each token, each row of length 1. */
  readonly tokens: Float32Array;
  /** How much each token counts; they add up to 1. */
  readonly weights: Float32Array;
}

export interface TokenEmbedder extends Embedder {
  /** Length of a passage's and a question's token vectors. */
  readonly tokenDimensions: number;
  /** Token vectors and pooled vector of each text, in order, from one pass of the model. */
  embedTokens(texts: readonly string[], signal?: AbortSignal): Promise<TokenVectors[]>;
  /** The same in few bytes, to be kept. */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<PassageVectors[]>;
  embedQuestion(text: string, signal?: AbortSignal): Promise<QuestionVectors>;
}

/** True for models that give token vectors; others are searched without late interaction. */
export function givesTokens(embedder: Embedder): embedder is TokenEmbedder {
  return "embedQuestion" in embedder;
}

const noTokens = new Int8Array();

/** One entry for each text, in order; without token vectors where the model gives none. */
export async function embedPassages(
  embedder: Embedder,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<PassageVectors[]> {
  if (givesTokens(embedder)) return embedder.embedPassages(texts, signal);
  const vectors = await embedder.embed(texts, signal);
  return vectors.map((pooled) => ({ pooled, tokens: noTokens }));
}
