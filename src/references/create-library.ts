// Makes a reference library, from outline rows alone or from whole structures.
import type { DocumentInfo } from "../document.ts";
import type { Provision, Structure } from "../structure/provision.ts";
import { parentAddress } from "./address.ts";
import type { LibraryDocument, LibraryProvision, ReferenceLibrary } from "./library.ts";
import { describeDocument } from "./library.ts";

/** Text of the provision with this ordinal, children included; null when there is none at hand. */
export type ReadText = (documentId: string, ordinal: number) => string | null;

/** Look-up tables of one document, made when it is first asked for. */
interface Outline {
  readonly byAddress: ReadonlyMap<string, LibraryProvision>;
  readonly byOrdinal: ReadonlyMap<number, LibraryProvision>;
  readonly byParent: ReadonlyMap<string, readonly LibraryProvision[]>;
  readonly titled: readonly LibraryProvision[];
}

const emptyOutline: Outline = {
  byAddress: new Map(),
  byOrdinal: new Map(),
  byParent: new Map(),
  titled: [],
};

/**
 * A library over outline rows, such as a store keeps them: no texts needed. Rows of one document must be in document
 * order. Tables are built per document on first use.
 */
export function createOutlineLibrary(
  documents: readonly LibraryDocument[],
  rows: Iterable<LibraryProvision>,
  readText: ReadText = () => null,
): ReferenceLibrary {
  const rowsOf = new Map<string, LibraryProvision[]>();
  for (const row of rows) {
    const list = rowsOf.get(row.documentId);
    if (list === undefined) rowsOf.set(row.documentId, [row]);
    else list.push(row);
  }
  const outlines = new Map<string, Outline>();
  const outlineOf = (documentId: string): Outline => {
    const known = outlines.get(documentId);
    if (known !== undefined) return known;
    const made = buildOutline(rowsOf.get(documentId));
    outlines.set(documentId, made);
    return made;
  };
  return {
    documents,
    find: (documentId, address) =>
      outlineOf(documentId).byAddress.get(address.toLowerCase()) ?? null,
    children: (documentId, address) =>
      outlineOf(documentId).byParent.get(address.toLowerCase()) ?? [],
    titled: (documentId) => outlineOf(documentId).titled,
    enclosing: (provision) => listEnclosing(outlineOf(provision.documentId), provision),
    textOf: (provision) => readText(provision.documentId, provision.ordinal),
  };
}

function buildOutline(rows: readonly LibraryProvision[] | undefined): Outline {
  if (rows === undefined) return emptyOutline;
  const byAddress = new Map<string, LibraryProvision>();
  const byOrdinal = new Map<number, LibraryProvision>();
  const byParent = new Map<string, LibraryProvision[]>();
  const titled: LibraryProvision[] = [];
  for (const row of rows) {
    byOrdinal.set(row.ordinal, row);
    if (row.title !== null) titled.push(row);
    if (row.kind === "document" || row.kind === "quotation") continue;
    const address = canonical(row.address);
    const twin = byAddress.get(address);
    if (twin === undefined) {
      byAddress.set(address, row);
      addChild(byParent, parentAddress(address), row);
    } else if (twin.standing !== "current" && row.standing === "current") {
      byAddress.set(address, row);
    }
  }
  return { byAddress, byOrdinal, byParent, titled };
}

/** Lower case, without the suffix that tells apart printed alternatives of one provision (`reg/22/1~2`). */
function canonical(address: string): string {
  return address.toLowerCase().replaceAll(/~\d+/g, "");
}

function addChild(
  byParent: Map<string, LibraryProvision[]>,
  parent: string,
  row: LibraryProvision,
): void {
  const siblings = byParent.get(parent);
  if (siblings === undefined) byParent.set(parent, [row]);
  else siblings.push(row);
}

function listEnclosing(outline: Outline, provision: LibraryProvision): LibraryProvision[] {
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
    documents.map(({ info, structure }) => describeDocument(info, structure.kind)),
    documents.flatMap(({ info, structure }) => outlineRows(info.id, structure)),
    (documentId, ordinal) => readProvisionText(provisionsOf.get(documentId) ?? [], ordinal),
  );
}

/** Outline rows of a structure, ready to be stored. */
export function outlineRows(documentId: string, structure: Structure): LibraryProvision[] {
  return structure.provisions.map((provision) => {
    const { ordinal, parent, kind, address, locator, title, page, pageEnd, standing } = provision;
    return { documentId, ordinal, parent, kind, address, locator, title, page, pageEnd, standing };
  });
}

function readProvisionText(provisions: readonly Provision[], ordinal: number): string | null {
  const provision = provisions[ordinal];
  if (provision === undefined) return null;
  const pieces = provision.content.map((part) =>
    "child" in part ? (readProvisionText(provisions, part.child) ?? "") : part.text,
  );
  return [provision.title ?? "", ...pieces].join(" ").trim();
}
