// Makes a reference library over whole structures: the look-ups of a library, with texts.
import type { DocumentInfo } from "../../src/document.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { readText } from "../../src/references/read-text.ts";
import {
  type LibraryProvision,
  type ReferenceLibrary,
  toReferenceDocument,
} from "../../src/references/reference-library.ts";
import type { Structure } from "../../src/structure/provision.ts";

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
function outlineRows(documentId: string, { provisions }: Structure): LibraryProvision[] {
  return provisions.map(({ content: _content, notes: _notes, ...row }) => ({ ...row, documentId }));
}
