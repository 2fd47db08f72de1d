// Full-text and vector search over the passages of a library.
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
export function searchText(
  snapshot: Snapshot,
  text: string,
  k: number,
  filter: SearchFilter = {},
): Promise<readonly Hit[]> {
  return searchWords(snapshot, { column: textColumn, words: text }, k, filter);
}

/** See `Library.searchPhrases`. */
export function searchPhrases(
  snapshot: Snapshot,
  phrases: string,
  k: number,
  filter: SearchFilter = {},
): Promise<readonly Hit[]> {
  return searchWords(snapshot, { column: phraseColumn, words: phrases }, k, filter);
}

function searchWords(
  { passages, store, manifest }: Snapshot,
  { column, words }: { readonly column: string; readonly words: string },
  k: number,
  filter: SearchFilter,
): Promise<readonly Hit[]> {
  // A match query takes its text as words; given as a plain string it would be parsed for operators.
  const match = new store.lancedb.MatchQuery(words, column);
  const where = searchCondition(manifest, filter);
  const search = async (limit: number): Promise<Hit[]> => {
    const query = passages.query().fullTextSearch(match).select(["id", "documentId", "_score"]);
    if (where !== null) query.where(where);
    const rows = (await query.limit(limit).toArray()) as FoundRow[];
    return rows.map(({ id, documentId, _score }) => ({ id, documentId, score: _score }));
  };
  return findBestHits(search, k, scoreDecimals.text);
}

/** See `Library.searchVector`. @throws RangeError when the vector is of another length than the library's */
export function searchVector(
  { passages, manifest }: Snapshot,
  vector: Float32Array,
  k: number,
  filter: SearchFilter = {},
): Promise<readonly Hit[]> {
  const { dimensions } = manifest.state.metadata;
  if (vector.length !== dimensions) {
    throw new RangeError(`The vector has ${vector.length} numbers; the library's ${dimensions}.`);
  }
  const where = searchCondition(manifest, filter);
  const search = async (limit: number): Promise<Hit[]> => {
    const query = passages.query().nearestTo(vector).distanceType("cosine").nprobes(allParts);
    query.select(["id", "documentId", "_distance"]);
    if (where !== null) query.where(where);
    const rows = (await query.limit(limit).toArray()) as FoundRow[];
    return rows.map(({ id, documentId, _distance }) => ({ id, documentId, score: 1 - _distance }));
  };
  return findBestHits(search, k, scoreDecimals.vector);
}

/** SQL that is true where a column has one of the values. */
export function isAmong(column: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `${column} IN (${quoteList(values)})`;
}

/** SQL that leaves out what the filter or the manifest does not hold; null when that is nothing. */
function searchCondition(manifest: Manifest, filter: SearchFilter): string | null {
  const parts: string[] = [];
  const { dead } = manifest.state;
  if (dead.length > 0) parts.push(`documentId NOT IN (${quoteList(dead)})`);
  if (filter.documentIds) parts.push(isAmong("documentId", filter.documentIds));
  if (filter.authorities) parts.push(isAmong("authority", filter.authorities));
  return parts.length === 0 ? null : parts.join(" AND ");
}

function quoteList(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
}
