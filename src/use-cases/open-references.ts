// Takes an open library; gives the look-up of its provisions that references are resolved with.
import type { Library } from "../library/library.ts";
import { createOutlineLibrary } from "../references/create-library.ts";
import { toReferenceDocument, type ReferenceLibrary } from "../references/reference-library.ts";

/** Without texts: enough to say what a reference means and where it stands. */
export async function openReferences(library: Library): Promise<ReferenceLibrary> {
  const documents = library.documents
    .filter((document) => document.provisionCount > 0)
    .map((document) => toReferenceDocument(document, document.kind));
  return createOutlineLibrary(documents, await library.outline());
}
