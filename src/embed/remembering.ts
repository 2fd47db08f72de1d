// Takes an embedding model; gives the same one with the vectors of texts kept that it has embedded before.
import type { PassageVectors, QuestionVectors, TokenEmbedder } from "./token-embedder.ts";

/** Texts whose vectors are kept, some 8 kB each; beyond, all are forgotten. */
const most = 6000;

/** Calls of a process that read the same documents embed them once. */
export function rememberVectors(embedder: TokenEmbedder): TokenEmbedder {
  const passages = new Map<string, PassageVectors>();
  const vectors = new Map<string, Float32Array>();
  const questions = new Map<string, QuestionVectors>();
  return {
    ...embedder,
    embedPassages: (texts, signal) =>
      recall(texts, passages, (missing) => embedder.embedPassages(missing, signal)),
    embed: (texts, signal) => recall(texts, vectors, (missing) => embedder.embed(missing, signal)),
    embedQuestion: async (text, signal) => {
      const [asked] = await recall([text], questions, async () => [
        await embedder.embedQuestion(text, signal),
      ]);
      return asked as QuestionVectors;
    },
  };
}

async function recall<T>(
  texts: readonly string[],
  known: Map<string, T>,
  make: (missing: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  // What another call forgets meanwhile is still at hand here.
  const own = new Map(texts.map((text) => [text, known.get(text)]));
  const missing = [...own.keys()].filter((text) => own.get(text) === undefined);
  const made = missing.length === 0 ? [] : await make(missing);
  if (known.size + missing.length > most) known.clear();
  for (const [i, text] of missing.entries()) {
    const one = made[i];
    own.set(text, one);
    if (one !== undefined) known.set(text, one);
  }
  return texts.flatMap((text) => own.get(text) ?? []);
}
