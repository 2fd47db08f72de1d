// Binds reading and looking up references to one library.
import type { ReferenceLibrary } from "../references/reference-library.ts";
import { indexLibraryNames } from "../references/library-names.ts";
import { parseReferences } from "../references/parse-references.ts";
import { resolveReference } from "../references/resolve-references.ts";
import { isListItem } from "../structure/list-items.ts";
import type { ReferenceView } from "./statement.ts";

/** Names of the library's own documents count as names in every text. */
export function createReferenceView(library: ReferenceLibrary): ReferenceView {
  const names = indexLibraryNames(library);
  return {
    parse: (text) => parseReferences(text, { names }),
    resolve: (reference, scope) =>
      resolveReference(reference, library, { documentId: null, address: null, scope }),
    itemsOf: (documentId, address) =>
      library
        .children(documentId, address)
        .filter(isListItem)
        .map(({ locator, address: item }) => ({ locator: locator ?? item, address: item })),
  };
}
