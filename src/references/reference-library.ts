// What resolving needs to know of a library: its documents, and which addresses each of them has.
import type { DocumentInfo } from "../document.ts";
import type { Provision, Structure } from "../structure/provision.ts";

/** A document as references see it. */
export type ReferenceDocument = Pick<
  DocumentInfo,
  | "file"
  | "title"
  | "short"
  | "shortShared"
  | "version"
  | "date"
  | "authority"
  | "field"
  | "url"
  | "pages"
  | "pageLabels"
> & {
  readonly documentId: string;
  readonly structureKind: Structure["kind"];
};

/** One row of a document's outline: a provision without its text. */
export type LibraryProvision = Omit<Provision, "content" | "notes"> & {
  readonly documentId: string;
};

/** Look-up of provisions, all synchronous. Addresses are those of src/structure/provision.ts. */
export interface ReferenceLibrary {
  readonly documents: readonly ReferenceDocument[];
  /** All of a document's, in its order. */
  readonly rows: (documentId: string) => readonly LibraryProvision[];
  readonly at: (documentId: string, ordinal: number) => LibraryProvision | null;
  /** The provision at an address; labels compare without regard to case. */
  readonly find: (documentId: string, address: string) => LibraryProvision | null;
  /** All provisions that go by an address, the one that `find` gives among them: printed alternatives, numbers begun anew. */
  readonly twins: (documentId: string, address: string) => readonly LibraryProvision[];
  /**
   * Provisions one address level below, in document order: of `reg/28` its paragraphs, of `sch/1` its paragraphs and
   * Parts; of "" all that have no address above them (regulations, Parts, paragraphs of guidance, annexes).
   */
  readonly children: (documentId: string, address: string) => readonly LibraryProvision[];
  /** Provisions with a title, in document order. */
  readonly titled: (documentId: string) => readonly LibraryProvision[];
  /** The provisions around one, nearest first, the document itself left out. */
  readonly enclosing: (provision: LibraryProvision) => readonly LibraryProvision[];
  /** A provision and everything inside it, in document order. */
  readonly within: (provision: LibraryProvision) => readonly LibraryProvision[];
  /** Text of a provision with its children, when the library has texts at hand; null otherwise. */
  readonly textOf: (provision: LibraryProvision) => string | null;
}

/** A document, with the library that its provisions are looked up in. */
export interface HeldDocument {
  readonly library: ReferenceLibrary;
  readonly document: ReferenceDocument;
}

/** A document's facts in the shape references need. */
export function toReferenceDocument(
  info: DocumentInfo,
  structureKind: Structure["kind"],
): ReferenceDocument {
  const {
    id: documentId,
    file,
    title,
    short,
    shortShared,
    version,
    date,
    authority,
    field,
    url,
    pages,
    pageLabels,
  } = info;
  const facts = { file, title, short, version, date, authority, field, url, pages, pageLabels };
  const shared = shortShared === undefined ? {} : { shortShared };
  return { documentId, ...facts, ...shared, structureKind };
}
