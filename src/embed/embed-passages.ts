// Takes texts of passages and any embedding model; gives what a library keeps of each.
import type { Embedder } from "./embedder.ts";
import { givesTokens, type PassageVectors } from "./token-embedder.ts";

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
