// Makes a reference library from outline rows.
import { firstOfEach, groupBy } from "../lists.ts";
import { parentAddress } from "../place/address.ts";
import type { ReferenceDocument, LibraryProvision, ReferenceLibrary } from "./reference-library.ts";

/** Text of the provision with this ordinal, children included; null when there is none at hand. */
export type ReadText = (documentId: string, ordinal: number) => string | null;

/** Look-up tables of one document, each made when it is first needed. */
interface Outline {
  readonly rows: readonly LibraryProvision[];
  byAddress: ReadonlyMap<string, readonly LibraryProvision[]> | null;
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
  const twins = (documentId: string, address: string): readonly LibraryProvision[] => {
    const outline = outlineOf(documentId);
    outline.byAddress ??= groupBy(
      outline.rows.filter(({ kind }) => kind !== "document"),
      (row) => canonical(row.address),
    );
    return outline.byAddress.get(canonical(address)) ?? [];
  };
  return {
    documents,
    // Of printed alternatives of one provision, the one that is law.
    find: (documentId, address) => {
      const held = twins(documentId, address);
      return held.find(({ standing }) => standing === "current") ?? held[0] ?? null;
    },
    twins,
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
    rows: (documentId) => outlineOf(documentId).rows,
    at: (documentId, ordinal) => readAt(outlineOf(documentId), ordinal),
    enclosing: (provision) => listEnclosing(outlineOf(provision.documentId), provision),
    within: (provision) => listWithin(outlineOf(provision.documentId), provision),
    textOf: (provision) => textOf(provision.documentId, provision.ordinal),
  };
}

function makeOutline(rows: readonly LibraryProvision[]): Outline {
  return { rows, byAddress: null, byOrdinal: null, byParent: null, titled: null };
}

function groupRows(rows: Iterable<LibraryProvision>): ReadonlyMap<string, Outline> {
  const groups = groupBy(rows, ({ documentId }) => documentId);
  return new Map([...groups].map(([documentId, group]) => [documentId, makeOutline(group)]));
}

/** Rows that stand in the order of the document: not the document itself, nor another instrument's text quoted in it. */
function isOrdinary(row: LibraryProvision): boolean {
  return row.kind !== "document" && row.kind !== "quotation";
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

function readAt(outline: Outline, ordinal: number): LibraryProvision | null {
  outline.byOrdinal ??= new Map(outline.rows.map((row) => [row.ordinal, row]));
  return outline.byOrdinal.get(ordinal) ?? null;
}

function listEnclosing(outline: Outline, provision: LibraryProvision): LibraryProvision[] {
  const around: LibraryProvision[] = [];
  let { parent } = provision;
  while (parent !== null) {
    const row = readAt(outline, parent);
    if (row === null || row.kind === "document") break;
    around.push(row);
    parent = row.parent;
  }
  return around;
}

function listWithin({ rows }: Outline, provision: LibraryProvision): LibraryProvision[] {
  const inside = new Set([provision.ordinal]);
  const list = [provision];
  const at = rows.findIndex(({ ordinal }) => ordinal === provision.ordinal);
  for (const row of rows.slice(at + 1)) {
    if (row.parent === null || !inside.has(row.parent)) break;
    inside.add(row.ordinal);
    list.push(row);
  }
  return list;
}
