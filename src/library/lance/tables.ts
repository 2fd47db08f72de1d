// The tables of a library, and how documents, passages and provisions become their rows and come back.
import type { Schema, Table as ArrowTable } from "apache-arrow";
import type { Passage } from "../../chunk/passage.ts";
import type { Provision } from "../../structure/provision.ts";
import type { LibraryMetadata, NewDocument, OutlineRow } from "../library.ts";
import { makeTable, vectorType } from "./arrow-columns.ts";
import type { LanceModules } from "./load-lancedb.ts";

type Arrow = LanceModules["arrow"];

export const tableNames = {
  /** One row a document and one, with an empty `file`, for the library itself. */
  documents: "documents",
  passages: "passages",
  provisions: "provisions",
} as const;

/** Columns that full text, phrase and vector search look at. */
export const textColumn = "indexed";
export const phraseColumn = "phrases";
export const vectorColumn = "vector";

/**
 * Columns that are searched, filtered or sorted by stand alone; all else of a row is JSON in `record`, so that a new
 * field needs no new layout.
 */
export function passageSchema(arrow: Arrow, dimensions: number): Schema {
  const { Field, Int32, Utf8 } = arrow;
  return new arrow.Schema([
    new Field("id", new Utf8(), false),
    new Field("documentId", new Utf8(), false),
    new Field("ordinal", new Int32(), false),
    new Field("authority", new Utf8(), false),
    new Field("firstProvision", new Int32(), false),
    new Field("lastProvision", new Int32(), false),
    new Field("text", new Utf8(), false),
    new Field(textColumn, new Utf8(), false),
    new Field(phraseColumn, new Utf8(), false),
    new Field("record", new Utf8(), false),
    new Field("tokens", new arrow.Binary(), false),
    new Field(vectorColumn, vectorType(arrow, dimensions), false),
  ]);
}

/** `outline` is a tuple as JSON (see `outlineTuple`), apart from `content`: outlines of all documents are read at once. */
export function provisionSchema(arrow: Arrow): Schema {
  const { Field, Int32, Utf8 } = arrow;
  return new arrow.Schema([
    new Field("documentId", new Utf8(), false),
    new Field("ordinal", new Int32(), false),
    new Field("address", new Utf8(), false),
    new Field("outline", new Utf8(), false),
    new Field("content", new Utf8(), false),
  ]);
}

function documentSchema(arrow: Arrow): Schema {
  const { Field, Utf8 } = arrow;
  return new arrow.Schema([
    new Field("file", new Utf8(), false),
    new Field("record", new Utf8(), false),
  ]);
}

/** @throws RangeError when a vector, or a row of token vectors, is not as long as the library's */
export function passageRows(
  arrow: Arrow,
  document: NewDocument,
  { dimensions, tokenDimensions }: Pick<LibraryMetadata, "dimensions" | "tokenDimensions">,
): ArrowTable {
  const { info, passages } = document;
  return makeTable(arrow, passageSchema(arrow, dimensions), passages, (make) => [
    make.text((each) => each.passage.id),
    make.text(() => info.id),
    make.int((each) => each.passage.ordinal),
    make.text(() => info.authority),
    make.int(({ passage }) => Math.min(...provisionsOf(passage))),
    make.int(({ passage }) => Math.max(...provisionsOf(passage))),
    make.text((each) => each.passage.text),
    make.text((each) => each.indexed),
    make.text((each) => each.phrases),
    make.text((each) => passageRecord(each.passage)),
    make.bytes((each) => requireRows(each.tokens, tokenDimensions)),
    make.vector(dimensions, (each) => each.vector),
  ]);
}

function requireRows(tokens: Int8Array, tokenDimensions: number): Int8Array {
  const whole = tokenDimensions === 0 ? tokens.length === 0 : tokens.length % tokenDimensions === 0;
  if (whole) return tokens;
  throw new RangeError(
    `Token vectors of ${tokens.length} numbers; the library holds ${tokenDimensions} a token.`,
  );
}

export function provisionRows(arrow: Arrow, document: NewDocument): ArrowTable {
  const { info, provisions } = document;
  return makeTable(arrow, provisionSchema(arrow), provisions, (make) => [
    make.text(() => info.id),
    make.int((each) => each.ordinal),
    make.text((each) => each.address),
    make.text((each) => JSON.stringify(outlineTuple(each))),
    make.text(({ content, notes }) => JSON.stringify({ content, notes })),
  ]);
}

export interface DocumentRow {
  readonly file: string;
  readonly record: string;
}

export function documentRows(arrow: Arrow, rows: readonly DocumentRow[]): ArrowTable {
  return makeTable(arrow, documentSchema(arrow), rows, (make) => [
    make.text((row) => row.file),
    make.text((row) => row.record),
  ]);
}

/** Ordinals; one that no provision has where the passage names none. */
function provisionsOf({ spans }: Passage): number[] {
  return spans.length === 0 ? [-1] : spans.map(({ provision }) => provision);
}

function passageRecord(passage: Passage): string {
  const { id: _id, documentId: _documentId, ordinal: _ordinal, text: _text, ...rest } = passage;
  return JSON.stringify(rest);
}

export interface PassageRow {
  readonly id: string;
  readonly documentId: string;
  readonly ordinal: number;
  readonly text: string;
  readonly record: string;
}

export function readPassage(row: PassageRow): Passage {
  const rest = JSON.parse(row.record) as Omit<Passage, "id" | "documentId" | "ordinal" | "text">;
  return {
    id: row.id,
    documentId: row.documentId,
    ordinal: row.ordinal,
    text: row.text,
    ...rest,
  };
}

type OutlineTuple = readonly [
  ordinal: number,
  parent: number | null,
  kind: Provision["kind"],
  address: string,
  locator: string | null,
  title: string | null,
  page: number | null,
  pageEnd: number | null,
  standing: Provision["standing"],
  quotes: string | null,
];

/** Without names of fields: thousands of these are parsed by `charm show`. */
function outlineTuple(provision: Provision): OutlineTuple {
  const { ordinal, parent, kind, address, locator, title } = provision;
  const { page, pageEnd, standing, quotes } = provision;
  return [ordinal, parent, kind, address, locator, title, page, pageEnd, standing, quotes];
}

/** Reads the outlines of one or many documents, given as columns of equal length. */
export function readOutlines(
  documentIds: Iterable<string>,
  outlines: readonly string[],
): OutlineRow[] {
  const tuples = JSON.parse(`[${outlines.join(",")}]`) as OutlineTuple[];
  const ids = [...documentIds];
  return tuples.map((tuple, index) => outlineRow(ids[index] ?? "", tuple));
}

function outlineRow(documentId: string, tuple: OutlineTuple): OutlineRow {
  const [ordinal, parent, kind, address, locator, title, page, pageEnd, standing, quotes] = tuple;
  return {
    documentId,
    ordinal,
    parent,
    kind,
    address,
    locator,
    title,
    page,
    pageEnd,
    standing,
    quotes,
  };
}

export interface ProvisionRow {
  readonly documentId: string;
  readonly outline: string;
  readonly content: string;
}

export function readProvision(row: ProvisionRow): Provision {
  const { documentId: _documentId, ...outline } = outlineRow(
    row.documentId,
    JSON.parse(row.outline) as OutlineTuple,
  );
  const rest = JSON.parse(row.content) as Pick<Provision, "content" | "notes">;
  return { ...outline, ...rest };
}
