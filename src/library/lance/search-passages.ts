// Full-text and vector search over the passages of a library.
import type { Query, VectorQuery } from "@lancedb/lancedb";
import { findBestHits } from "../best-hits.ts";
import type { Hit, SearchFilter } from "../library.ts";
import type { Manifest, Snapshot } from "./store.ts";
import { phraseColumn, textColumn } from "./tables.ts";

/** BM25 sums of 32-bit floats agree to about 1e-5, cosines to about 1e-7. */
const scoreDecimals = { text: 4, vector: 6 };

/**
 * More than a vector index ever has: each of its parts is searched, so that results are exact, and the same however
 * LanceDB divided the vectors. Where there is no index, and for rows not in it yet, LanceDB scans.
 */
const allParts = 1_000_000;

interface FoundRow {
  readonly id: string;
  readonly documentId: string;
  readonly _score: number;
  readonly _distance: number;
}

/** See `Library.searchText`. */
export const searchText = searchWordsIn(textColumn);

/** See `Library.searchPhrases`. */
export const searchPhrases = searchWordsIn(phraseColumn);

function searchWordsIn(column: string) {
  return (snapshot: Snapshot, words: string, k: number, filter?: SearchFilter) => {
    const { passages, store } = snapshot;
    // A match query takes its text as words; given as a plain string it would be parsed for operators.
    const match = new store.lancedb.MatchQuery(words, column);
    return findHits(snapshot, filter, k, {
      query: () => passages.query().fullTextSearch(match).select(["id", "documentId", "_score"]),
      scoreOf: (row) => row._score,
      decimals: scoreDecimals.text,
    });
  };
}

/** See `Library.searchVector`. @throws RangeError when the vector is of another length than the library's */
export function searchVector(
  snapshot: Snapshot,
  vector: Float32Array,
  k: number,
  filter?: SearchFilter,
): Promise<readonly Hit[]> {
  const { passages, manifest } = snapshot;
  const { dimensions } = manifest.state.metadata;
  if (vector.length !== dimensions) {
    throw new RangeError(`The vector has ${vector.length} numbers; the library's ${dimensions}.`);
  }
  const query = () => {
    const nearest = passages.query().nearestTo(vector).distanceType("cosine").nprobes(allParts);
    return nearest.select(["id", "documentId", "_distance"]);
  };
  const scoreOf = (row: FoundRow) => 1 - row._distance;
  return findHits(snapshot, filter, k, { query, scoreOf, decimals: scoreDecimals.vector });
}

interface Search {
  readonly query: () => Query | VectorQuery;
  readonly scoreOf: (row: FoundRow) => number;
  /** To which scores are rounded. */
  readonly decimals: number;
}

function findHits(
  { manifest, only }: Snapshot,
  filter: SearchFilter = {},
  k: number,
  { query, scoreOf, decimals }: Search,
): Promise<readonly Hit[]> {
  const where = searchCondition(manifest, only, filter);
  const search = async (limit: number): Promise<Hit[]> => {
    const limited = query().limit(limit);
    if (where !== null) limited.where(where);
    const rows = (await limited.toArray()) as FoundRow[];
    return rows.map((row) => ({ id: row.id, documentId: row.documentId, score: scoreOf(row) }));
  };
  return findBestHits(search, k, decimals);
}

/** SQL that is true where a column has one of the values. */
export function isAmong(column: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `${column} IN (${quoteList(values)})`;
}

/** SQL that is true where a condition is, and the row is of a document that may be read. */
export function readable({ only }: Pick<Snapshot, "only">, where: string): string {
  return only === null ? where : `(${where}) AND ${isAmong("documentId", only)}`;
}

/** SQL that leaves out what the filter or the manifest does not hold; null when that is nothing. */
function searchCondition(
  manifest: Manifest,
  only: Snapshot["only"],
  filter: SearchFilter,
): string | null {
  const parts: string[] = [];
  if (only !== null) parts.push(isAmong("documentId", only));
  const { dead } = manifest.state;
  if (dead.length > 0) parts.push(`documentId NOT IN (${quoteList(dead)})`);
  if (filter.documentIds) parts.push(isAmong("documentId", filter.documentIds));
  if (filter.authorities) parts.push(isAmong("authority", filter.authorities));
  return parts.length === 0 ? null : parts.join(" AND ");
}

function quoteList(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
}
