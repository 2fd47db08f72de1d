// A library read from LanceDB tables, each at the version that its manifest names.
import type { Vector } from "apache-arrow";
import type { Passage } from "../../chunk/passage.ts";
import { CharmError } from "../../errors.ts";
import { compareText } from "../../text/compare-text.ts";
import { fingerprintLibrary } from "../fingerprint.ts";
import type { Library, LibraryMetadata, LibraryWriter, ProvisionRange } from "../library.ts";
import { citeByShort } from "../cited-short.ts";
import { nameApart } from "../name-apart.ts";
import { isWithin } from "../../place/address.ts";
import type { Mention } from "../../references/mention.ts";
import { changedIndex, corruptIndex } from "../library-errors.ts";
import { isAmong, readable, searchPhrases, searchText, searchVector } from "./search-passages.ts";
import { openTables, readManifest, type Snapshot, type Store } from "./store.ts";
import {
  contentTables,
  firstUnitOf,
  type MentionRow,
  type PassageRow,
  type ProvisionRow,
  readMention,
  readOutlines,
  readPassage,
  textColumn,
  toProvision,
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
  return openSnapshot(await takeSnapshot(store, check), startWriting);
}

function openSnapshot(snapshot: Snapshot, startWriting: () => Promise<LibraryWriter>): Library {
  return {
    ...readSnapshot(snapshot),
    write: startWriting,
    within: (documentIds) => openSnapshot(narrow(snapshot, documentIds), refuseToWrite),
    close: () => contentTables.forEach((name) => snapshot[name].close()),
  };
}

/** What the tables hold at a manifest, be it committed or not. */
export function readSnapshot(snapshot: Snapshot): Omit<Library, "write" | "within" | "close"> {
  const { state, documents } = snapshot.manifest;
  const { metadata, finished } = state;
  const asking =
    <Args extends readonly unknown[], T>(
      ask: (snapshot: Snapshot, ...args: Args) => Promise<T>,
    ): ((...args: Args) => Promise<T>) =>
    (...args) =>
      reading(snapshot, () => ask(snapshot, ...args));
  return {
    metadata,
    documents: nameApart(citeByShort(documents)),
    finished,
    fingerprint: fingerprintLibrary(metadata, documents),
    outline: keepResult(asking(readOutline)),
    searchText: asking(searchText),
    searchPhrases: asking(searchPhrases),
    searchVector: asking(searchVector),
    passages: asking(readPassages),
    tokenVectors: asking(readTokenVectors),
    passagesOf: asking(readPassagesOf),
    openings: keepResult(asking(readOpenings)),
    passagesHolding: asking(readPassagesHolding),
    mentionsOf: asking(readMentionsOf),
    mentionsIn: asking(readMentionsIn),
    provisions: asking(readProvisions),
  };
}

function narrow(snapshot: Snapshot, documentIds: readonly string[]): Snapshot {
  const wanted = new Set(documentIds);
  const { state, documents: all } = snapshot.manifest;
  const documents = all.filter(({ id }) => wanted.has(id));
  return { ...snapshot, manifest: { state, documents }, only: documents.map(({ id }) => id) };
}

async function refuseToWrite(): Promise<never> {
  throw new Error("A part of a library cannot be written to.");
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
      const tables = await openTables(store, manifest.state.versions);
      return { store, only: null, manifest, ...tables };
    } catch (error) {
      if (error instanceof CharmError) throw error;
      if (attempt === 3) throw corruptIndex(store.uri, error);
    }
  }
}

/** Tells damage from a library that another run has replaced meanwhile. */
async function reading<T>(snapshot: Snapshot, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CharmError || error instanceof RangeError) throw error;
    const { store, manifest } = snapshot;
    const now = await takeSnapshot(store, () => undefined);
    if (now.manifest.state.versions.passages !== manifest.state.versions.passages) {
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

async function selectPassages(snapshot: Snapshot, where: string): Promise<Passage[]> {
  const query = snapshot.passages.query().where(readable(snapshot, where));
  const rows = await query.select(passageColumns).toArray();
  return (rows as PassageRow[]).map(readPassage);
}

async function readPassages(snapshot: Snapshot, ids: readonly string[]) {
  return readEach(ids, async (unique) => {
    const passages = await selectPassages(snapshot, isAmong("id", unique));
    return passages.map((passage) => [passage.id, passage]);
  });
}

async function readTokenVectors(snapshot: Snapshot, ids: readonly string[]) {
  return readEach(ids, async (unique) => {
    const where = readable(snapshot, isAmong("id", unique));
    const query = snapshot.passages.query().where(where).select(["id", "tokens"]);
    const table = await query.toArrow();
    const tokens = table.getChild("tokens");
    return textValues(table.getChild("id")).map((id, row) => [id, signedBytes(tokens, row)]);
  });
}

/** What `read` finds for each id, in their order; each is asked for once. */
async function readEach<T>(
  ids: readonly string[],
  read: (unique: readonly string[]) => Promise<[id: string, found: T][]>,
): Promise<T[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const found = new Map(await read(unique));
  return ids.map((id) => {
    const held = found.get(id);
    if (held === undefined) throw new RangeError(`The library holds no passage ${id}.`);
    return held;
  });
}

function signedBytes(column: Vector | null, row: number): Int8Array {
  const bytes = column?.get(row) as Uint8Array | null | undefined;
  return bytes ? new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) : new Int8Array();
}

async function readPassagesOf(snapshot: Snapshot, documentId: string, from = 0, to = lastOrdinal) {
  const where = `${isAmong("documentId", [documentId])} AND ordinal >= ${Math.max(from, 0)} AND ordinal <= ${Math.min(to, lastOrdinal)}`;
  const found = await selectPassages(snapshot, where);
  return found.sort((a, b) => a.ordinal - b.ordinal);
}

/** A cover is often several passages: its lines are headings. */
const openingPassages = 4;

async function readOpenings({ passages, manifest, only }: Snapshot) {
  const where = readable({ only }, `ordinal < ${openingPassages}`);
  const table = await passages
    .query()
    .where(where)
    .select(["documentId", "ordinal", textColumn])
    .toArrow();
  const ordinals = table.getChild("ordinal");
  const texts = textValues(table.getChild(textColumn));
  const rows = textValues(table.getChild("documentId")).map((id, at) => ({
    id,
    ordinal: Number(ordinals?.get(at)),
    text: texts[at] ?? "",
  }));
  rows.sort((a, b) => a.ordinal - b.ordinal);
  const openings = new Map(manifest.documents.map(({ id }) => [id, ""]));
  for (const { id, text } of rows) {
    const held = openings.get(id);
    if (held !== undefined) openings.set(id, `${held} ${text}`);
  }
  return openings;
}

async function readPassagesHolding(snapshot: Snapshot, ranges: readonly ProvisionRange[]) {
  if (ranges.length === 0) return [];
  const conditions = ranges.map(
    ({ documentId, from, to }) =>
      `(${isAmong("documentId", [documentId])} AND firstProvision <= ${to} AND lastProvision >= ${from})`,
  );
  const found = await selectPassages(snapshot, conditions.join(" OR "));
  const inRange = ({ documentId, spans }: Passage) =>
    ranges.some(
      (range) =>
        range.documentId === documentId &&
        spans.some(({ provision }) => provision >= range.from && provision <= range.to),
    );
  return found.filter(inRange).sort((a, b) => compareText(a.id, b.id));
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

async function readMentionsOf(snapshot: Snapshot, documentId: string, address: string) {
  const where = `${isAmong("toDocument", [documentId])} AND ${isAmong("toUnit", [firstUnitOf(address)])}`;
  const mentions = await selectMentions(snapshot, where);
  return mentions.filter(
    ({ to }) => isWithin(to.address, address) || isWithin(address, to.address),
  );
}

async function readMentionsIn(snapshot: Snapshot, passageIds: readonly string[]) {
  if (passageIds.length === 0) return [];
  const mentions = await selectMentions(snapshot, isAmong("passage", [...new Set(passageIds)]));
  return mentions.sort((a, b) => compareText(a.passage, b.passage) || a.start - b.start);
}

/** A run that was cut short leaves mentions from and to documents that are held no more. */
async function selectMentions(snapshot: Snapshot, where: string) {
  const { mentions, manifest } = snapshot;
  const live = new Map(manifest.documents.map(({ id }, index) => [id, index]));
  const rows = (await mentions
    .query()
    .where(readable(snapshot, where))
    .select(["documentId", "passage", "record"])
    .toArray()) as MentionRow[];
  const rankOf = ({ documentId }: Mention) => live.get(documentId) ?? 0;
  return rows
    .map(readMention)
    .filter(({ documentId, to }) => live.has(documentId) && live.has(to.documentId))
    .sort(
      (a, b) => rankOf(a) - rankOf(b) || compareText(a.passage, b.passage) || a.start - b.start,
    );
}

async function readProvisions(
  snapshot: Snapshot,
  documentId: string,
  ordinals?: readonly number[],
) {
  if (ordinals?.length === 0) return [];
  const among = ordinals === undefined ? "" : ` AND ordinal IN (${ordinals.join(", ")})`;
  const rows = (await snapshot.provisions
    .query()
    .where(readable(snapshot, isAmong("documentId", [documentId]) + among))
    .select(["documentId", "outline", "content"])
    .toArray()) as ProvisionRow[];
  return rows.map(toProvision).sort((a, b) => a.ordinal - b.ordinal);
}
