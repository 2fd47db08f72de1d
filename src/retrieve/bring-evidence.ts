// Takes passages that no search ranked; gives them as evidence.
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import type { Evidence } from "./evidence.ts";

/** @param scoreOf what a passage counts, in the measure of those that were found */
export function bringEvidence(
  passages: readonly Passage[],
  library: Library,
  scoreOf: (passage: Passage) => number,
): Evidence[] {
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  return passages.flatMap((passage) => {
    const document = documents.get(passage.documentId);
    if (!document) return [];
    return [{ passage, document, score: scoreOf(passage), signals: {}, similarity: 0 }];
  });
}
