// Takes a reference library; gives the reader of references bound to it: the one way from written words to places.
import { isListItem } from "../structure/list-items.ts";
import { indexLibraryNames } from "./library-names.ts";
import { parseReferences } from "./parse-references.ts";
import type { Reference } from "./reference.ts";
import type { ReferenceLibrary } from "./reference-library.ts";
import type { Resolution } from "./resolution.ts";
import { resolveReference } from "./resolve-references.ts";
import type { ReferenceContext } from "./subject.ts";

/** Where a text stands in the library: its document, and the address of the provision. */
export type TextPlace = Pick<ReferenceContext, "documentId" | "address">;

/** A provision as a reader would write it, and as others are told from it. */
export interface ProvisionName {
  readonly locator: string;
  readonly address: string;
}

export interface ReferenceReader extends ReferenceLibrary {
  /** References in a text, in order. Names of the library's own documents count as names in every text. */
  readonly parse: (text: string) => readonly Reference[];
  /**
   * What a reference means: one resolution for each target.
   * @param scope ids of documents in question, most likely first
   * @param from where the text stands; its document's own numbers come first. Left out for texts outside the library
   */
  readonly resolve: (
    reference: Reference,
    scope?: readonly string[],
    from?: TextPlace,
  ) => readonly Resolution[];
  /** The items of the list that hangs from a provision of law, those in force, in order; none of paragraphs. */
  readonly itemsOf: (documentId: string, address: string) => readonly ProvisionName[];
}

export function createReader(library: ReferenceLibrary): ReferenceReader {
  const names = indexLibraryNames(library);
  return {
    ...library,
    parse: (text) => parseReferences(text, { names }),
    resolve: (reference, scope = [], { documentId, address } = nowhere) =>
      resolveReference(reference, library, { documentId, address, scope }),
    itemsOf: (documentId, address) =>
      library
        .children(documentId, address)
        .filter(isListItem)
        .map(({ locator, address: item }) => ({ locator: locator ?? item, address: item })),
  };
}

const nowhere: TextPlace = { documentId: null, address: null };
