// Takes texts of one document; gives their vectors, batch by batch.
import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import type { Embedder } from "../embed/embedder.ts";
import { embedPassages, type PassageVectors } from "../embed/token-embedder.ts";
import { cutBatches } from "../lists.ts";

/** Texts embedded between two reports of progress. */
const batch = 32;

/** @param onDone called after each batch with the number of its texts */
export async function embedAll(
  texts: readonly string[],
  { embedder, signal }: { readonly embedder: Embedder; readonly signal: AbortSignal },
  onDone: (count: number) => void,
): Promise<PassageVectors[]> {
  // Every batch in flight listens for an abort; that is no leak.
  setMaxListeners(0, signal);
  const parts = cutBatches(texts, batch).map(async (slice) => {
    const vectors = await embedPassages(embedder, slice, signal);
    onDone(slice.length);
    return vectors;
  });
  const vectors = (await Promise.all(parts)).flat();
  await setImmediate();
  return vectors;
}
