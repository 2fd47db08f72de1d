// What the program needs of an embedding model, whichever it is.
/** What the texts are to be, for models that tell the two apart: a few questions, or all passages of the documents. */
export type Purpose = "queries" | "passages";

export interface Embedder {
  /** Names the model and everything that changes its vectors; stored with the library, never mixed. */
  readonly id: string;
  /** Length of a vector. */
  readonly dimensions: number;
  /** Longest input in tokens, special tokens included; what is longer is cut. */
  readonly maxTokens: number;
  /** Number of tokens of a text, special tokens included, before any cut. */
  countTokens(text: string): number;
  /** Begins to load what the first texts will need, where that takes time, and returns at once. */
  prepare?(): void;
  /** One vector of length 1 for each text, in order; a text's vector does not depend on its neighbours. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}
