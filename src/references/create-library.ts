// Makes a reference library, from outline rows alone or from whole structures.
import type { DocumentInfo } from "../document.ts";
import { bestOfEach, firstOfEach, groupBy } from "../lists.ts";
import type { Structure } from "../structure/provision.ts";
import { readText } from "./read-text.ts";
import { parentAddress } from "../place/address.ts";
import type { ReferenceDocument, LibraryProvision, ReferenceLibrary } from "./reference-library.ts";
import { toReferenceDocument } from "./reference-library.ts";

/** Text of the provision with this ordinal, children included; null when there is none at hand. */
export type ReadText = (documentId: string, ordinal: number) => string | null;

/** Look-up tables of one document, each made when it is first needed. */
interface Outline {
  readonly rows: readonly LibraryProvision[];
  byAddress: ReadonlyMap<string, LibraryProvision> | null;
  twins: ReadonlyMap<string, readonly LibraryProvision[]> | null;
  byOrdinal: ReadonlyMap<number, LibraryProvision> | null;
  byParent: ReadonlyMap<string, readonly LibraryProvision[]> | null;
  titled: readonly LibraryProvision[] | null;
}

/**
 * A library over outline rows, such as a store keeps them: no texts needed. Rows of one document must be in document
 * order. Tables are built per document on first use.
 */
export function createOutlineLibrary(
  documents: readonly ReferenceDocument[],
  rows: Iterable<LibraryProvision>,
  textOf: ReadText = () => null,
): ReferenceLibrary {
  const outlines = groupRows(rows);
  const outlineOf = (documentId: string): Outline => outlines.get(documentId) ?? makeOutline([]);
  return {
    documents,
    find: (documentId, address) => {
      const outline = outlineOf(documentId);
      outline.byAddress ??= indexByAddress(outline.rows);
      return outline.byAddress.get(address.toLowerCase()) ?? null;
    },
    twins: (documentId, address) => {
      const outline = outlineOf(documentId);
      outline.twins ??= groupBy(outline.rows, (row) => canonical(row.address));
      return outline.twins.get(canonical(address)) ?? [];
    },
    children: (documentId, address) => {
      const outline = outlineOf(documentId);
      outline.byParent ??= indexByParent(outline.rows);
      return outline.byParent.get(address.toLowerCase()) ?? [];
    },
    titled: (documentId) => {
      const outline = outlineOf(documentId);
      outline.titled ??= outline.rows.filter((row) => row.title !== null);
      return outline.titled;
    },
    enclosing: (provision) => listEnclosing(outlineOf(provision.documentId), provision),
    textOf: (provision) => textOf(provision.documentId, provision.ordinal),
  };
}

function makeOutline(rows: readonly LibraryProvision[]): Outline {
  return { rows, byAddress: null, twins: null, byOrdinal: null, byParent: null, titled: null };
}

function groupRows(rows: Iterable<LibraryProvision>): ReadonlyMap<string, Outline> {
  const groups = groupBy(rows, ({ documentId }) => documentId);
  return new Map([...groups].map(([documentId, group]) => [documentId, makeOutline(group)]));
}

/** Rows that stand in the order of the document: not the document itself, nor another instrument's text quoted in it. */
function isOrdinary(row: LibraryProvision): boolean {
  return row.kind !== "document" && row.kind !== "quotation";
}

/** Of printed alternatives of one provision, the one that is law. */
function indexByAddress(rows: readonly LibraryProvision[]): Map<string, LibraryProvision> {
  const distinct = bestOfEach(
    rows.filter(({ kind }) => kind !== "document"),
    ({ address }) => canonical(address),
    (row, twin) => row.standing === "current" && twin.standing !== "current",
  );
  return new Map(distinct.map((row) => [canonical(row.address), row]));
}

function indexByParent(rows: readonly LibraryProvision[]): Map<string, LibraryProvision[]> {
  const distinct = firstOfEach(rows.filter(isOrdinary), ({ address }) => canonical(address));
  return groupBy(distinct, ({ address }) => parentAddress(canonical(address)));
}

/** Lower case, without the suffix that tells apart printed alternatives of one provision (`reg/22/1~2`). */
function canonical(address: string): string {
  const lower = address.toLowerCase();
  return lower.includes("~") ? lower.replaceAll(/~\d+/g, "") : lower;
}

function listEnclosing(outline: Outline, provision: LibraryProvision): LibraryProvision[] {
  outline.byOrdinal ??= new Map(outline.rows.map((row) => [row.ordinal, row]));
  const around: LibraryProvision[] = [];
  let { parent } = provision;
  while (parent !== null) {
    const row = outline.byOrdinal.get(parent);
    if (row === undefined || row.kind === "document") break;
    around.push(row);
    parent = row.parent;
  }
  return around;
}

/** A library over whole structures: the same look-ups, with texts. */
export function createReferenceLibrary(
  documents: readonly { readonly info: DocumentInfo; readonly structure: Structure }[],
): ReferenceLibrary {
  const provisionsOf = new Map(
    documents.map(({ info, structure }) => [info.id, structure.provisions]),
  );
  return createOutlineLibrary(
    documents.map(({ info, structure }) => toReferenceDocument(info, structure.kind)),
    documents.flatMap(({ info, structure }) => outlineRows(info.id, structure)),
    (documentId, ordinal) => readText(provisionsOf.get(documentId) ?? [], ordinal),
  );
}

/** Outline rows of a structure. */
function outlineRows(documentId: string, structure: Structure): LibraryProvision[] {
  return structure.provisions.map((provision) => {
    const { ordinal, parent, kind, address, locator, title, page, pageEnd, standing } = provision;
    return { documentId, ordinal, parent, kind, address, locator, title, page, pageEnd, standing };
  });
}
