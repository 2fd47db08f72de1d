// Opens or makes the library at a place: a folder, or any other URI that LanceDB understands.
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { CharmError } from "../errors.ts";
import { folderOf } from "./folder-of.ts";
import { buildIndexes } from "./lance/build-indexes.ts";
import { readLibrary } from "./lance/lance-library.ts";
import { startWriting, type WriteOptions } from "./lance/lance-writer.ts";
import { loadLanceDb } from "./lance/load-lancedb.ts";
import { type LibraryState, manifestRows, schemaVersion, type Store } from "./lance/store.ts";
import {
  forContents,
  mentionRows,
  passageRows,
  provisionRows,
  tableNames,
} from "./lance/tables.ts";
import type { Library, LibraryMetadata } from "./library.ts";
import {
  isDiskFull,
  isPermissionProblem,
  otherModel,
  otherSchema,
  unreadableIndex,
  writeFailure,
} from "./library-errors.ts";
import { takeLock } from "./lock.ts";
import { shareFiles } from "./share-files.ts";

/** What the embedding model of this run must agree with; an `Embedder` fits. */
export interface Model {
  readonly id: string;
  readonly dimensions: number;
  /** Length of its token vectors; left out or 0 when it gives none. */
  readonly tokenDimensions?: number;
}

/**
 * The library at `uri` as it stands, or null when there is none.
 * @param model the model of this run; null where no vectors are compared
 * @throws CharmError `index-other-model`, `index-other-schema`, `index-corrupt`, `index-not-a-folder`
 */
export async function openLibrary(
  uri: string,
  model: Model | null,
  options: WriteOptions = {},
): Promise<Library | null> {
  const folder = folderOf(uri);
  if (folder !== null && !(await isFolder(folder, uri))) return null;
  // Spares a command without a library the loading of LanceDB.
  if (folder !== null && !(await isFolder(join(folder, `${tableNames.documents}.lance`), uri))) {
    return null;
  }
  const store = await connectStore(uri, folder);
  const names = await store.connection.tableNames();
  if (!names.includes(tableNames.documents)) return null;
  return openStore(store, model, options);
}

/**
 * Makes an empty library at `uri`. One that is there already is opened, or with `replace` deleted first.
 * @throws CharmError as `openLibrary`, and `index-locked`, `index-read-only`
 */
export async function createLibrary(
  uri: string,
  model: Model,
  chunking: string,
  options: WriteOptions & { readonly replace?: boolean } = {},
): Promise<Library> {
  const folder = folderOf(uri);
  if (folder !== null) await makeFolder(folder, uri);
  const lock = folder === null ? null : await takeLock(folder);
  try {
    const store = await connectStore(uri, folder);
    const names = await store.connection.tableNames();
    if (options.replace === true || !names.includes(tableNames.documents)) {
      await createTables(store, names, {
        schemaVersion,
        embedderId: model.id,
        dimensions: model.dimensions,
        tokenDimensions: model.tokenDimensions ?? 0,
        chunking,
      });
    }
    return await openStore(store, model, options);
  } catch (error) {
    throw writeFailure(uri, error);
  } finally {
    if (folder !== null) await shareFiles(folder);
    await lock?.release();
  }
}

/**
 * Why the library at `uri` cannot be written just now, as far as that shows before it is tried; null when it can.
 * @throws what taking its lock throws besides
 */
export async function findObstacle(uri: string): Promise<CharmError | null> {
  const folder = folderOf(uri);
  if (folder === null) return null;
  try {
    await (await takeLock(folder)).release();
    return null;
  } catch (error) {
    if (error instanceof CharmError) return error;
    throw error;
  }
}

function openStore(store: Store, model: Model | null, options: WriteOptions): Promise<Library> {
  const check = (metadata: LibraryMetadata) => checkMetadata(store.uri, metadata, model);
  const read = (): Promise<Library> =>
    readLibrary(store, check, () => startWriting(store, options, read));
  return read();
}

function checkMetadata(uri: string, metadata: LibraryMetadata, model: Model | null): void {
  if (metadata.schemaVersion !== schemaVersion) {
    throw otherSchema(uri, metadata.schemaVersion, schemaVersion);
  }
  if (model === null) return;
  const made = describeModel({ ...metadata, id: metadata.embedderId });
  const now = describeModel(model);
  if (made !== now) throw otherModel(uri, made, now);
}

function describeModel({ id, dimensions, tokenDimensions = 0 }: Model): string {
  const tokens = tokenDimensions === 0 ? "" : `, ${tokenDimensions} a token`;
  return `${id} (${dimensions} dimensions${tokens})`;
}

/** The manifest is deleted first and made last: where it stands, the rest stands too. */
async function createTables(
  store: Store,
  present: readonly string[],
  metadata: LibraryMetadata,
): Promise<void> {
  const { connection, arrow } = store;
  for (const name of Object.values(tableNames)) {
    if (present.includes(name)) await connection.dropTable(name);
  }
  const passages = await connection.createEmptyTable(
    tableNames.passages,
    passageRows(arrow, null, metadata).schema,
  );
  // From the start, so that a library whose first run was stopped is searched with the same stems.
  await buildIndexes(store, passages);
  const { schema } = provisionRows(arrow, null);
  const provisions = await connection.createEmptyTable(tableNames.provisions, schema);
  const mentions = await connection.createEmptyTable(
    tableNames.mentions,
    mentionRows(arrow, []).schema,
  );
  const tables = { passages, provisions, mentions };
  const state: LibraryState = {
    metadata,
    versions: await forContents((name) => tables[name].version()),
    finished: true,
    dead: [],
    finishes: 0,
  };
  await connection.createTable(tableNames.documents, manifestRows(store, { state, documents: [] }));
}

async function connectStore(uri: string, folder: string | null): Promise<Store> {
  const modules = await loadLanceDb();
  try {
    const connection = await modules.lancedb.connect(folder ?? uri);
    return { ...modules, connection, uri, folder };
  } catch (error) {
    throw new CharmError("index-unreachable", `The index ${uri} cannot be reached.`, {
      hint: "Check the address given with --index, and its access rights.",
      cause: error,
    });
  }
}

async function isFolder(path: string, uri: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    if (isPermissionProblem(error)) {
      throw unreadableIndex(uri, error);
    }
    throw notAFolder(uri);
  }
  throw notAFolder(uri);
}

async function makeFolder(folder: string, uri: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if (isPermissionProblem(error) || isDiskFull(error)) throw writeFailure(uri, error);
    throw notAFolder(uri);
  }
}

function notAFolder(uri: string): CharmError {
  return new CharmError("index-not-a-folder", `The index ${uri} is not a folder.`, {
    hint: "Name a folder with --index; it is made if it does not exist.",
  });
}
