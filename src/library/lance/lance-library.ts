// A library read from LanceDB tables, each at the version that its manifest names.
import type { Vector } from "apache-arrow";
import type { Passage } from "../../chunk/passage.ts";
import { CharmError } from "../../errors.ts";
import { compareText } from "../compare-text.ts";
import { fingerprintLibrary } from "../fingerprint.ts";
import type { Library, LibraryMetadata, LibraryWriter, ProvisionRange } from "../library.ts";
import { nameApart } from "../name-apart.ts";
import { changedIndex, corruptIndex } from "../library-errors.ts";
import { isAmong, searchPhrases, searchText, searchVector } from "./search-passages.ts";
import { openTableAt, readManifest, type Snapshot, type Store } from "./store.ts";
import {
  type PassageRow,
  type ProvisionRow,
  readOutlines,
  readPassage,
  readProvision,
  tableNames,
} from "./tables.ts";

/**
 * The library as its last commit left it.
 * @param check throws when a library with such metadata is not to be read
 * @param startWriting opens a writer on the same store
 * @throws CharmError `index-corrupt`, and what `check` throws
 */
export async function readLibrary(
  store: Store,
  check: (metadata: LibraryMetadata) => void,
  startWriting: () => Promise<LibraryWriter>,
): Promise<Library> {
  const snapshot = await takeSnapshot(store, check);
  const { state, documents } = snapshot.manifest;
  const { metadata, finished } = state;
  return {
    metadata,
    documents: nameApart(documents),
    finished,
    fingerprint: fingerprintLibrary(metadata, documents),
    outline: keepResult(() => reading(snapshot, readOutline)),
    searchText: (query, k, filter) =>
      reading(snapshot, () => searchText(snapshot, query, k, filter)),
    searchPhrases: (phrases, k, filter) =>
      reading(snapshot, () => searchPhrases(snapshot, phrases, k, filter)),
    searchVector: (vector, k, filter) =>
      reading(snapshot, () => searchVector(snapshot, vector, k, filter)),
    passages: (ids) => reading(snapshot, () => readPassages(snapshot, ids)),
    tokenVectors: (ids) => reading(snapshot, () => readTokenVectors(snapshot, ids)),
    passagesOf: (documentId, from = 0, to = lastOrdinal) =>
      reading(snapshot, () => readPassagesOf(snapshot, documentId, from, to)),
    passagesHolding: (ranges) => reading(snapshot, () => readPassagesHolding(snapshot, ranges)),
    provisions: (documentId, ordinals) =>
      reading(snapshot, () => readProvisions(snapshot, documentId, ordinals)),
    write: startWriting,
    close() {
      snapshot.passages.close();
      snapshot.provisions.close();
    },
  };
}

/** Old manifests are cleared away at once, so a run that ends just now can take one away under us. */
async function takeSnapshot(
  store: Store,
  check: (metadata: LibraryMetadata) => void,
): Promise<Snapshot> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const documents = await store.connection.openTable(tableNames.documents);
      const { manifest } = await readManifest(documents);
      documents.close();
      check(manifest.state.metadata);
      const { passagesVersion, provisionsVersion } = manifest.state;
      const passages = await openTableAt(store, "passages", passagesVersion);
      const provisions = await openTableAt(store, "provisions", provisionsVersion);
      return { store, manifest, passages, provisions };
    } catch (error) {
      if (error instanceof CharmError) throw error;
      if (attempt === 3) throw corruptIndex(store.uri, error);
    }
  }
}

/** Tells damage from a library that another run has replaced meanwhile. */
async function reading<T>(snapshot: Snapshot, read: (snapshot: Snapshot) => Promise<T>) {
  try {
    return await read(snapshot);
  } catch (error) {
    if (error instanceof CharmError || error instanceof RangeError) throw error;
    const { store, manifest } = snapshot;
    const now = await takeSnapshot(store, () => undefined);
    if (now.manifest.state.passagesVersion !== manifest.state.passagesVersion) {
      throw changedIndex(store.uri, error);
    }
    throw corruptIndex(store.uri, error);
  }
}

/** Reads once: a snapshot does not change, and outlines of large libraries take half a second. A failure is not kept. */
function keepResult<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/** Ordinals are stored as 32-bit integers, and compared with no others. */
const lastOrdinal = 2 ** 31 - 1;

const passageColumns = ["id", "documentId", "ordinal", "text", "record"];

async function readPassages({ passages }: Snapshot, ids: readonly string[]) {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const query = passages.query().where(isAmong("id", unique)).select(passageColumns);
  const rows = (await query.toArray()) as PassageRow[];
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (row === undefined) throw new RangeError(`The library holds no passage ${id}.`);
    return readPassage(row);
  });
}

async function readTokenVectors({ passages }: Snapshot, ids: readonly string[]) {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const query = passages.query().where(isAmong("id", unique)).select(["id", "tokens"]);
  const table = await query.toArrow();
  const tokens = table.getChild("tokens");
  const rows = textValues(table.getChild("id")).map((id, row) => [id, signedBytes(tokens, row)]);
  const found = new Map(rows as [string, Int8Array][]);
  return ids.map((id) => {
    const vectors = found.get(id);
    if (vectors === undefined) throw new RangeError(`The library holds no passage ${id}.`);
    return vectors;
  });
}

function signedBytes(column: Vector | null, row: number): Int8Array {
  const bytes = column?.get(row) as Uint8Array | null | undefined;
  return bytes ? new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) : new Int8Array();
}

async function readPassagesOf(
  { passages }: Snapshot,
  documentId: string,
  from: number,
  to: number,
) {
  const where = `${isAmong("documentId", [documentId])} AND ordinal >= ${Math.max(from, 0)} AND ordinal <= ${Math.min(to, lastOrdinal)}`;
  const rows = (await passages
    .query()
    .where(where)
    .select(passageColumns)
    .toArray()) as PassageRow[];
  return rows.map(readPassage).sort((a, b) => a.ordinal - b.ordinal);
}

async function readPassagesHolding({ passages }: Snapshot, ranges: readonly ProvisionRange[]) {
  if (ranges.length === 0) return [];
  const conditions = ranges.map(
    ({ documentId, from, to }) =>
      `(${isAmong("documentId", [documentId])} AND firstProvision <= ${to} AND lastProvision >= ${from})`,
  );
  const query = passages.query().where(conditions.join(" OR ")).select(passageColumns);
  const rows = (await query.toArray()) as PassageRow[];
  const inRange = ({ documentId, spans }: Passage) =>
    ranges.some(
      (range) =>
        range.documentId === documentId &&
        spans.some(({ provision }) => provision >= range.from && provision <= range.to),
    );
  return rows
    .map(readPassage)
    .filter(inRange)
    .sort((a, b) => compareText(a.id, b.id));
}

async function readOutline({ provisions, manifest }: Snapshot) {
  const table = await provisions.query().select(["documentId", "outline"]).toArrow();
  const outlines = readOutlines(
    textValues(table.getChild("documentId")),
    textValues(table.getChild("outline")),
  );
  const rank = new Map(manifest.documents.map(({ id }, index) => [id, index]));
  const rows = outlines.filter((row) => rank.has(row.documentId));
  const rankOf = (id: string) => rank.get(id) ?? 0;
  return rows.sort((a, b) => rankOf(a.documentId) - rankOf(b.documentId) || a.ordinal - b.ordinal);
}

function textValues(column: Vector | null): string[] {
  return column === null ? [] : [...(column.toArray() as Iterable<string>)];
}

async function readProvisions(
  { provisions }: Snapshot,
  documentId: string,
  ordinals?: readonly number[],
) {
  if (ordinals?.length === 0) return [];
  const among = ordinals === undefined ? "" : ` AND ordinal IN (${ordinals.join(", ")})`;
  const rows = (await provisions
    .query()
    .where(isAmong("documentId", [documentId]) + among)
    .select(["documentId", "outline", "content"])
    .toArray()) as ProvisionRow[];
  return rows.map(readProvision).sort((a, b) => a.ordinal - b.ordinal);
}
