// Takes a query and its vector-to-be; gives the passages that any of the library's searches finds, with what each says.
import type { Hit, Library, SearchFilter } from "../library/library.ts";
import { pairStems, stemWords } from "../text/search-stems.ts";

export interface Candidate {
  readonly id: string;
  readonly documentId: string;
  /** BM25 a stem of the query; 0 when full text did not find it. */
  readonly text: number;
  /** BM25 a pair of the query's stems. */
  readonly phrases: number;
  /** Cosine; of a passage that only words found, the least that vectors found. */
  readonly vector: number;
}

export interface CandidateQuery {
  readonly text: string;
  /** Passages taken from each search. */
  readonly depth: number;
  readonly filter?: SearchFilter;
}

/**
 * In order of id.
 * @param embed gives the query's vector; called when the searches for words are under way, which LanceDB does on
 *   threads of its own while the model is loaded on this one
 */
export async function findCandidates(
  library: Library,
  query: CandidateQuery,
  embed: () => Promise<Float32Array>,
): Promise<Candidate[]> {
  const { depth, filter } = query;
  const stems = new Set(stemWords(query.text));
  const pairs = new Set(pairStems(query.text));
  const [text, phrases, near] = await Promise.all([
    library.searchText(query.text, depth, filter),
    library.searchPhrases([...pairs].join(" "), depth, filter),
    embed().then((vector) => library.searchVector(vector, depth, filter)),
  ]);
  const texts = scoresOf(text, stems.size);
  const phraseScores = scoresOf(phrases, pairs.size);
  const cosines = scoresOf(near, 1);
  const furthest = near.at(-1)?.score ?? 0;
  const documents = new Map([...text, ...phrases, ...near].map((hit) => [hit.id, hit.documentId]));
  return [...documents]
    .map(([id, documentId]) => ({
      id,
      documentId,
      text: texts.get(id) ?? 0,
      phrases: phraseScores.get(id) ?? 0,
      vector: cosines.get(id) ?? furthest,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function scoresOf(hits: readonly Hit[], parts: number): Map<string, number> {
  return new Map(hits.map(({ id, score }) => [id, score / Math.max(parts, 1)]));
}
