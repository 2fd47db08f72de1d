// Takes an open library; gives the reader of references over its documents.
import type { Library } from "../library/library.ts";
import { createOutlineLibrary, type ReadText } from "../references/create-library.ts";
import { createReader, type ReferenceReader } from "../references/reader.ts";
import { toReferenceDocument } from "../references/reference-library.ts";

/** Without texts, it is enough to say what a reference means and where it stands. */
export async function openReferences(
  library: Pick<Library, "documents" | "outline">,
  textOf?: ReadText,
): Promise<ReferenceReader> {
  const documents = library.documents
    .filter((document) => document.passageCount > 0)
    .map((document) => toReferenceDocument(document, document.kind));
  return createReader(createOutlineLibrary(documents, await library.outline(), textOf));
}
