// Takes the name of a document and an open library; gives the document's contents with their pages.
import type { Library, LibraryDocument } from "../library/library.ts";
import { findDocument } from "../show/find-document.ts";
import { readOutline } from "../show/outline.ts";
import type { ShownOutline } from "../show/shown.ts";

/** @throws CharmError `document-unknown`, `document-ambiguous` */
export async function showOutline(name: string, library: Library): Promise<ShownOutline> {
  const document = findDocument(library.documents, name);
  const rows = (await library.outline()).filter((row) => row.documentId === document.id);
  return { ...documentHead(document), pages: document.pages, outline: readOutline(rows) };
}

/** What everything shown says of the document it stands in. */
export function documentHead({ file, title, short, version, date, authority }: LibraryDocument) {
  return { file, document: title, short, version, date, authority };
}
