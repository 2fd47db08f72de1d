// The tables of a library, and how documents, passages and provisions become their rows and come back.
import type { Table as ArrowTable } from "apache-arrow";
import type { Passage } from "../../chunk/passage.ts";
import { largestOf, smallestOf } from "../../lists.ts";
import { joinSteps, splitAddress } from "../../place/address.ts";
import type { Mention } from "../../references/mention.ts";
import type { Provision } from "../../structure/provision.ts";
import type { LibraryMetadata, NewDocument, OutlineRow } from "../library.ts";
import { makeTable } from "./arrow-columns.ts";
import type { LanceModules } from "./load-lancedb.ts";

type Arrow = LanceModules["arrow"];

export const tableNames = {
  /** One row a document and one, with an empty `file`, for the library itself. */
  documents: "documents",
  passages: "passages",
  provisions: "provisions",
  mentions: "mentions",
} as const;

/** All that the manifest names a version of. */
export type ContentTable = Exclude<keyof typeof tableNames, "documents">;
export const contentTables: readonly ContentTable[] = ["passages", "provisions", "mentions"];

/** What is read for each of them. */
export async function forContents<T>(
  read: (name: ContentTable) => Promise<T>,
): Promise<Record<ContentTable, T>> {
  const found = contentTables.map(async (name) => [name, await read(name)] as const);
  return Object.fromEntries(await Promise.all(found)) as Record<ContentTable, T>;
}

/** Columns that full text, phrase and vector search look at. */
export const textColumn = "indexed";
export const phraseColumn = "phrases";
export const vectorColumn = "vector";

/**
 * Columns that are searched, filtered or sorted by stand alone; all else of a row is JSON in `record`, so that a new
 * field needs no new layout. Without a document it has no rows, and gives the layout.
 * @throws RangeError when a vector, or a row of token vectors, is not as long as the library's
 */
export function passageRows(
  arrow: Arrow,
  document: NewDocument | null,
  { dimensions, tokenDimensions }: Pick<LibraryMetadata, "dimensions" | "tokenDimensions">,
): ArrowTable {
  return makeTable(arrow, document?.passages ?? [], (make) => ({
    id: make.text((each) => each.passage.id),
    documentId: make.text(() => document?.info.id ?? ""),
    ordinal: make.int((each) => each.passage.ordinal),
    authority: make.text(() => document?.info.authority ?? ""),
    firstProvision: make.int(({ passage }) => smallestOf(provisionsOf(passage)) ?? 0),
    lastProvision: make.int(({ passage }) => largestOf(provisionsOf(passage)) ?? 0),
    text: make.text((each) => each.passage.text),
    [textColumn]: make.text((each) => each.indexed),
    [phraseColumn]: make.text((each) => each.phrases),
    record: make.text((each) => passageRecord(each.passage)),
    tokens: make.bytes((each) => requireRows(each.tokens, tokenDimensions)),
    [vectorColumn]: make.vector(dimensions, (each) => each.vector),
  }));
}

function requireRows(tokens: Int8Array, tokenDimensions: number): Int8Array {
  const whole = tokenDimensions === 0 ? tokens.length === 0 : tokens.length % tokenDimensions === 0;
  if (whole) return tokens;
  throw new RangeError(
    `Token vectors of ${tokens.length} numbers; the library holds ${tokenDimensions} a token.`,
  );
}

/**
 * `outline` is a tuple as JSON (see `outlineTuple`), apart from `content`: outlines of all documents are read at once.
 * Without a document it has no rows, and gives the layout.
 */
export function provisionRows(arrow: Arrow, document: NewDocument | null): ArrowTable {
  return makeTable(arrow, document?.provisions ?? [], (make) => ({
    documentId: make.text(() => document?.info.id ?? ""),
    ordinal: make.int((each) => each.ordinal),
    address: make.text((each) => each.address),
    outline: make.text((each) => JSON.stringify(outlineTuple(each))),
    content: make.text(({ content, notes }) => JSON.stringify({ content, notes })),
  }));
}

/** By what they are asked for, and all else as JSON. */
export function mentionRows(arrow: Arrow, mentions: readonly Mention[]): ArrowTable {
  return makeTable(arrow, mentions, (make) => ({
    documentId: make.text((each) => each.documentId),
    passage: make.text((each) => each.passage),
    toDocument: make.text(({ to }) => to.documentId),
    toUnit: make.text(({ to }) => firstUnitOf(to.address)),
    record: make.text(mentionRecord),
  }));
}

/** Two places of which one is within the other are in the same. */
export function firstUnitOf(address: string): string {
  return joinSteps(splitAddress(address).slice(0, 1));
}

function mentionRecord({ documentId: _documentId, passage: _passage, ...rest }: Mention): string {
  return JSON.stringify(rest);
}

export interface MentionRow extends Pick<Mention, "documentId" | "passage"> {
  readonly record: string;
}

export function readMention({ documentId, passage, record }: MentionRow): Mention {
  const rest = JSON.parse(record) as Omit<Mention, "documentId" | "passage">;
  return { documentId, passage, ...rest };
}

export interface DocumentRow {
  readonly file: string;
  readonly record: string;
}

export function documentRows(arrow: Arrow, rows: readonly DocumentRow[]): ArrowTable {
  return makeTable(arrow, rows, (make) => ({
    file: make.text((row) => row.file),
    record: make.text((row) => row.record),
  }));
}

/** Ordinals; one that no provision has where the passage names none. */
function provisionsOf({ spans }: Passage): number[] {
  return spans.length === 0 ? [-1] : spans.map(({ provision }) => provision);
}

function passageRecord(passage: Passage): string {
  const { id: _id, documentId: _documentId, ordinal: _ordinal, text: _text, ...rest } = passage;
  return JSON.stringify(rest);
}

export interface PassageRow extends Pick<Passage, "id" | "documentId" | "ordinal" | "text"> {
  readonly record: string;
}

export function readPassage({ id, documentId, ordinal, text, record }: PassageRow): Passage {
  const rest = JSON.parse(record) as Omit<Passage, "id" | "documentId" | "ordinal" | "text">;
  return { id, documentId, ordinal, text, ...rest };
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

export function toProvision(row: ProvisionRow): Provision {
  const { documentId: _documentId, ...outline } = outlineRow(
    row.documentId,
    JSON.parse(row.outline) as OutlineTuple,
  );
  const rest = JSON.parse(row.content) as Pick<Provision, "content" | "notes">;
  return { ...outline, ...rest };
}
