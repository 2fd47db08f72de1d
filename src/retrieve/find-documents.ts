// Takes a question and the library's documents; gives those that it names: "in Working Together", "our business plan".
import type { LibraryDocument as StoredDocument } from "../library/library.ts";
import { createOutlineLibrary } from "../references/create-library.ts";
import { fieldTitle } from "../references/known-instruments.ts";
import { toReferenceDocument } from "../references/reference-library.ts";
import { indexLibraryNames } from "../references/library-names.ts";
import { parseReferences } from "../references/parse-references.ts";
import { readingsOf } from "../references/resolution.ts";
import { resolveReference } from "../references/resolve-references.ts";

/** "What does the statutory guidance say": its documents for the field, by what they are. */
const statutoryGuidance = /\bstatutory guid(?:e|ance)\b/i;

/** Ids of the documents named; needs no more than the list of documents. */
export function findNamedDocuments(
  question: string,
  documents: readonly StoredDocument[],
): ReadonlySet<string> {
  const described = documents.map((document) => toReferenceDocument(document, document.kind));
  const library = createOutlineLibrary(described, []);
  const names = indexLibraryNames(library);
  const named = parseReferences(question, { names })
    .filter((reference) => reference.document !== null)
    .flatMap((reference) => resolveReference({ ...reference, targets: [] }, library))
    .flatMap(readingsOf)
    .flatMap(({ document }) => document?.documentId ?? []);
  const guidance = statutoryGuidance.test(question)
    ? documents.filter(
        ({ authority, title }) => authority === "statutory-guidance" && fieldTitle.test(title),
      )
    : [];
  return new Set([...named, ...guidance.map(({ id }) => id)]);
}
