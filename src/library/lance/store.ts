// A connection to where a library is kept, and the manifest in it: the one place that says what the library holds.
import type { Connection, Table } from "@lancedb/lancedb";
import type { Table as ArrowTable } from "apache-arrow";
import { isFieldTitle } from "../../field/of-field.ts";
import { compareText } from "../../text/compare-text.ts";
import type { LibraryDocument, LibraryMetadata } from "../library.ts";
import type { LanceModules } from "./load-lancedb.ts";
import {
  type ContentTable,
  documentRows,
  type DocumentRow,
  forContents,
  tableNames,
} from "./tables.ts";

/** Layout of the tables and meaning of their rows; a library of another version is refused. */
export const schemaVersion = 5;

export interface Store extends LanceModules {
  readonly connection: Connection;
  /** As the user wrote it, for messages. */
  readonly uri: string;
  /** Folder of a library in the file system; null for object stores and memory. */
  readonly folder: string | null;
}

/** What the library says of itself; kept as a row of the documents table, so that one commit changes all of it. */
export interface LibraryState {
  readonly metadata: LibraryMetadata;
  /** Versions of the tables that belong to this manifest; later ones are not part of the library (yet). */
  readonly versions: Readonly<Record<ContentTable, number>>;
  /** False between the first change of a run and its `finish()`. */
  readonly finished: boolean;
  /** Ids of documents whose rows are still in the tables though they are no longer in the manifest. */
  readonly dead: readonly string[];
  /** How many runs that changed something were finished. */
  readonly finishes: number;
}

export interface Manifest {
  readonly state: LibraryState;
  /** In order of file name. */
  readonly documents: readonly LibraryDocument[];
}

/** The tables of a library at the versions that one manifest names. */
export interface Snapshot extends Readonly<Record<ContentTable, Table>> {
  readonly store: Store;
  /** Ids of the documents that may be read, where the manifest is a part of what the tables hold; null otherwise. */
  readonly only: readonly string[] | null;
  readonly manifest: Manifest;
}

/** `file` of the row that holds the state: no document can have it. */
const stateFile = "";

/** The manifest as last committed, and its version. @throws what LanceDB or JSON.parse throws when it is damaged */
export async function readManifest(
  table: Table,
): Promise<{ readonly manifest: Manifest; readonly version: number }> {
  const version = await table.version();
  const rows = (await table.query().select(["file", "record"]).toArray()) as DocumentRow[];
  const stateRow = rows.find((row) => row.file === stateFile);
  if (stateRow === undefined) throw new Error("its documents table does not describe the library");
  const documents = rows
    .filter((row) => row.file !== stateFile)
    .map(({ record }) => readDocument(JSON.parse(record) as LibraryDocument));
  documents.sort((a, b) => compareText(a.file, b.file));
  return { manifest: { state: JSON.parse(stateRow.record) as LibraryState, documents }, version };
}

/** What a library from before this was noted leaves out follows from the title alone. */
function readDocument(document: Omit<LibraryDocument, "field"> & { field?: boolean }) {
  return { ...document, field: document.field ?? isFieldTitle(document.title) };
}

/** A manifest as the content of the documents table. */
export function manifestRows(store: Store, { state, documents }: Manifest): ArrowTable {
  const rows = documents.map((each) => ({ file: each.file, record: JSON.stringify(each) }));
  const stateRow = { file: stateFile, record: JSON.stringify(state) };
  return documentRows(store.arrow, [stateRow, ...rows]);
}

/** The tables at exactly those versions, whatever is written to them later. */
export function openTables(
  { connection }: Store,
  versions: LibraryState["versions"],
): Promise<Record<ContentTable, Table>> {
  return forContents(async (name) => {
    const table = await connection.openTable(tableNames[name]);
    if ((await table.version()) !== versions[name]) await table.checkout(versions[name]);
    return table;
  });
}
