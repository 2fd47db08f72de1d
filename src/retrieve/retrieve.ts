// Takes a query; gives the passages of the library that bear on it, best first.
import type { Embedder } from "../embed/embedder.ts";
import type { Library, SearchFilter } from "../library/library.ts";
import type { Evidence } from "./evidence.ts";
import { fuseScores } from "./fuse.ts";

export interface RetrieveOptions {
  /** How many passages to give. */
  readonly k: number;
  readonly filter?: SearchFilter;
}

/**
 * Shares of full text and vectors in the fused score. Measured on the ObliQA development questions: a weighted sum of
 * normalised scores near these values beats either signal alone, and equal-weight rank fusion loses to full text.
 */
const weights = { text: 0.4, vector: 0.6 };

/** Candidates taken from each signal; passages ranked below this by both never reach the first page. */
const depth = 200;

export async function retrieve(
  library: Library,
  embedder: Embedder,
  query: string,
  options: RetrieveOptions,
): Promise<Evidence[]> {
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  const [vector] = await embedder.embed([query]);
  if (!vector) return [];
  const k = Math.max(depth, options.k);
  const [text, near] = await Promise.all([
    library.searchText(query, k, options.filter),
    library.searchVector(vector, k, options.filter),
  ]);
  const similarities = new Map(near.map((hit) => [hit.id, hit.score]));
  const ranked = fuseScores(
    { text: new Map(text.map((hit) => [hit.id, hit.score])), vector: similarities },
    weights,
  ).slice(0, options.k);
  const passages = await library.passages(ranked.map((entry) => entry.id));
  return ranked.flatMap((entry, i) => {
    const passage = passages[i];
    const document = passage && documents.get(passage.documentId);
    if (!passage || !document) return [];
    return [
      {
        passage,
        document,
        score: entry.score,
        signals: entry.signals,
        similarity: similarities.get(entry.id) ?? 0,
      },
    ];
  });
}
