// Writes a library in LanceDB tables so that it can be stopped at any point.
//
// A change is first appended to the tables, where no reader looks for it, and then becomes part of the library by one
// commit of the manifest, which names the versions of the tables that belong to it. Whatever lies beyond those
// versions was left by a run that was stopped, and is undone before anything else is written.
import type { Table } from "@lancedb/lancedb";
import { compareText } from "../../text/compare-text.ts";
import type { Mention } from "../../references/mention.ts";
import type {
  FileLook,
  Library,
  LibraryDocument,
  LibraryWriter,
  MentionSource,
  NewDocument,
} from "../library.ts";
import { busyIndex, corruptIndex, writeFailure } from "../library-errors.ts";
import { compareRows } from "../row-order.ts";
import type { Lock } from "../../files/lock-file.ts";
import { takeLock } from "../lock.ts";
import { shareFiles } from "../share-files.ts";
import { buildIndexes } from "./build-indexes.ts";
import { readSnapshot } from "./lance-library.ts";
import { arrangeRows, clearOldVersions, settleVersions } from "./rewrite.ts";
import { type LibraryState, manifestRows, readManifest, type Store } from "./store.ts";
import {
  type ContentTable,
  contentTables,
  forContents,
  mentionRows,
  passageRows,
  provisionRows,
  tableNames,
} from "./tables.ts";

/** Points at which a run may be stopped, in order. */
type WriteStep = "appended" | "committed" | "rewritten" | "finished";

export interface WriteOptions {
  /** How long versions that a running reader may still use are kept after they are replaced; 10 minutes by default. */
  readonly keepReplacedMs?: number;
  /** Passages from which on vectors, ids and documents are indexed too; 20,000 by default. */
  readonly large?: number;
  /** Called when a step is done; what it throws stops the run there. */
  readonly onStep?: (step: WriteStep) => void;
}

const keepReplacedMs = 10 * 60 * 1000;

interface Writing {
  readonly store: Store;
  readonly options: WriteOptions;
  readonly lock: Lock;
  readonly documentsTable: Table;
  readonly tables: Readonly<Record<ContentTable, Table>>;
  state: LibraryState;
  documents: readonly LibraryDocument[];
  /** Version of the documents table that `state` and `documents` were read from or committed as. */
  manifestVersion: number;
  /** Versions of the other tables that hold what `state` says, and nothing more. */
  versions: LibraryState["versions"];
  /** What `touch` was told of files, for the next commit. */
  touches: Map<string, FileLook & Partial<Pick<LibraryDocument, "problems">>>;
}

/**
 * Starts to write to a library.
 * @param reopen reads the library when all is written
 * @throws CharmError `index-locked`, `index-read-only`, `index-corrupt`
 */
export async function startWriting(
  store: Store,
  options: WriteOptions,
  reopen: () => Promise<Library>,
): Promise<LibraryWriter> {
  const lock = store.folder === null ? noLock : await takeLock(store.folder);
  const writing = await beginWriting(store, options, lock).catch(async (error: unknown) => {
    await lock.release();
    throw corruptIndex(store.uri, error);
  });
  // One call at a time: `close()` on Ctrl-C waits for a commit that is under way.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task).catch((error: unknown) => {
      throw writeFailure(store.uri, error);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    get documents() {
      return writing.documents;
    },
    put: (document) => inTurn(() => putDocument(writing, document)),
    touch: (file, look, problems) => {
      writing.touches.set(file, { ...look, ...(problems ? { problems } : {}) });
    },
    remove: (files) => inTurn(() => removeDocuments(writing, files)),
    finish: (mentions) =>
      inTurn(async () => {
        await finishWriting(writing, mentions);
        await endWriting(writing);
        return reopen();
      }),
    close: () => inTurn(() => endWriting(writing)),
  };
}

const noLock: Lock = { release: () => Promise.resolve() };

async function beginWriting(store: Store, options: WriteOptions, lock: Lock): Promise<Writing> {
  const { connection } = store;
  const documentsTable = await connection.openTable(tableNames.documents);
  const { manifest, version } = await readManifest(documentsTable);
  const { state, documents } = manifest;
  return {
    store,
    options,
    lock,
    documentsTable,
    tables: await forContents((name) => connection.openTable(tableNames[name])),
    state,
    documents,
    manifestVersion: version,
    versions: state.versions,
    touches: new Map(),
  };
}

async function endWriting(writing: Writing): Promise<void> {
  writing.documentsTable.close();
  for (const name of contentTables) writing.tables[name].close();
  if (writing.store.folder !== null) await shareFiles(writing.store.folder);
  await writing.lock.release();
}

async function putDocument(writing: Writing, document: NewDocument): Promise<void> {
  const { info, passages, provisions } = document;
  await undoUnfinished(writing);
  const same = writing.documents.find((each) => each.id === info.id);
  if (same !== undefined && same.file !== info.file) {
    throw new RangeError(`${info.file} and ${same.file} have the same id ${info.id}.`);
  }
  // Equal ids mean equal rows: a document that comes back before the rows of its first stay were cleared away
  // finds them in place.
  const present = same !== undefined || writing.state.dead.includes(info.id);
  if (present && document.anew === true) await deleteRows(writing, info.id);
  if (!present || document.anew === true) await appendRows(writing, document);
  writing.options.onStep?.("appended");
  const { kind, fileBytes, modified, stamp, home, problems } = document;
  const counts = { passageCount: passages.length, provisionCount: provisions.length };
  const row: LibraryDocument = {
    ...info,
    kind,
    fileBytes,
    modified,
    ...(stamp === undefined ? {} : { stamp }),
    ...(home === undefined ? {} : { home }),
    problems,
    ...counts,
  };
  writing.touches.delete(info.file);
  const others = writing.documents.filter((each) => each.file !== info.file);
  await commitDocuments(writing, [...others, row]);
  writing.options.onStep?.("committed");
}

/** As part of the next commit: until then readers, and a run after this one was stopped, find them in place. */
async function deleteRows({ tables }: Writing, documentId: string): Promise<void> {
  const own = `documentId = '${documentId.replaceAll("'", "''")}'`;
  await tables.passages.delete(own);
  await tables.provisions.delete(own);
}

async function appendRows(writing: Writing, document: NewDocument): Promise<void> {
  const { store, tables, state } = writing;
  if (document.passages.length > 0) {
    await tables.passages.add(passageRows(store.arrow, document, state.metadata));
  }
  if (document.provisions.length > 0) {
    await tables.provisions.add(provisionRows(store.arrow, document));
  }
}

async function removeDocuments(writing: Writing, files: readonly string[]): Promise<void> {
  await undoUnfinished(writing);
  const gone = new Set(files);
  const rest = writing.documents.filter((each) => !gone.has(each.file));
  if (rest.length === writing.documents.length) return;
  await commitDocuments(writing, rest);
  writing.options.onStep?.("committed");
}

async function finishWriting(writing: Writing, mentions?: MentionSource): Promise<void> {
  await undoUnfinished(writing);
  if (writing.state.finished) {
    if (writing.touches.size > 0) await commit(writing, writing.state, writing.documents);
    return;
  }
  const { store, tables, state, documents, options } = writing;
  const contents = contentTables.map((name) => tables[name]);
  const order = documents.toSorted(compareRows).map((each) => each.id);
  await arrangeRows(store, tables.passages, order);
  await buildIndexes(store, tables.passages, options.large);
  await arrangeRows(store, tables.provisions, order);
  await writeMentions(writing, mentions);
  await settleVersions(contents);
  options.onStep?.("rewritten");
  const finishes = state.finishes + 1;
  await commit(writing, { ...state, finished: true, dead: [], finishes }, documents);
  options.onStep?.("finished");
  // Before the first finish there was nothing worth reading that a reader could still be at.
  const keep = state.finishes === 0 ? 0 : (options.keepReplacedMs ?? keepReplacedMs);
  await clearOldVersions(contents, keep);
  await clearOldVersions([writing.documentsTable], 0);
}

/** Of the documents as they now stand; what was read before may have meant others. */
async function writeMentions(writing: Writing, source: MentionSource = noMentions): Promise<void> {
  const { store, tables, state, documents } = writing;
  const library = readSnapshot({ store, only: null, manifest: { state, documents }, ...tables });
  await tables.mentions.add(mentionRows(store.arrow, []), { mode: "overwrite" });
  let waiting: Mention[] = [];
  const write = async () => {
    if (waiting.length > 0) await tables.mentions.add(mentionRows(store.arrow, waiting));
    waiting = [];
  };
  for await (const mentions of source(library)) {
    waiting.push(...mentions);
    if (waiting.length >= mentionsAtOnce) await write();
  }
  await write();
}

/** Mentions held in memory before they are written: some 4 MB. */
const mentionsAtOnce = 10_000;

const noMentions: MentionSource = async function* () {};

/** Commits other documents; the library is then unfinished, and documents no longer in it are dead. */
async function commitDocuments(
  writing: Writing,
  documents: readonly LibraryDocument[],
): Promise<void> {
  const live = new Set(documents.map((each) => each.id));
  const replaced = writing.documents.map((each) => each.id).filter((id) => !live.has(id));
  const dead = [...writing.state.dead.filter((id) => !live.has(id)), ...replaced].sort(compareText);
  const inOrder = [...documents].sort((a, b) => compareText(a.file, b.file));
  await commit(writing, { ...writing.state, finished: false, dead }, inOrder);
}

async function commit(
  writing: Writing,
  next: LibraryState,
  documents: readonly LibraryDocument[],
): Promise<void> {
  const { store, documentsTable } = writing;
  const versions = await forContents((name) => writing.tables[name].version());
  const state = { ...next, versions };
  const { touches } = writing;
  writing.touches = new Map();
  const rows = documents.map((each) => ({ ...each, ...touches.get(each.file) }));
  await documentsTable.checkoutLatest();
  if ((await documentsTable.version()) !== writing.manifestVersion) throw busyIndex(store.uri);
  await documentsTable.add(manifestRows(store, { state, documents: rows }), { mode: "overwrite" });
  writing.manifestVersion = await documentsTable.version();
  Object.assign(writing, { state, documents: rows, versions });
}

/** Takes the tables back to what the manifest says, if an earlier run or call was stopped before its commit. */
async function undoUnfinished(writing: Writing): Promise<void> {
  const { tables, state } = writing;
  for (const name of contentTables) {
    if ((await tables[name].version()) === writing.versions[name]) continue;
    const version = await restoreVersion(tables[name], state.versions[name]);
    writing.versions = { ...writing.versions, [name]: version };
  }
}

async function restoreVersion(table: Table, version: number): Promise<number> {
  await table.checkout(version);
  await table.restore();
  return table.version();
}
