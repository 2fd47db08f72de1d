// Takes a question; gives the documents of the library that it names: "in Working Together", "our business plan".
import type { ReferenceReader } from "../references/reader.ts";
import { readingsOf } from "../references/resolution.ts";

/** "What does the statutory guidance say": its documents for the field, by what they are. */
const statutoryGuidance = /\bstatutory guid(?:e|ance)\b/i;

/** Their ids. */
export function findNamedDocuments(
  question: string,
  { documents, parse, resolve }: ReferenceReader,
): ReadonlySet<string> {
  const named = parse(question)
    .filter((reference) => reference.document !== null)
    .flatMap((reference) => resolve({ ...reference, targets: [] }))
    .flatMap(readingsOf)
    .flatMap(({ document }) => document?.documentId ?? []);
  const guidance = statutoryGuidance.test(question)
    ? documents.filter(({ authority, field }) => authority === "statutory-guidance" && field)
    : [];
  return new Set([...named, ...guidance.map(({ documentId }) => documentId)]);
}
