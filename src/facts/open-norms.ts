// Takes an open library; gives what the law and the guidance of the field bind to, read once.
import type { Library } from "../library/library.ts";
import { once } from "../once.ts";
import { isFieldGuide, isFieldLaw } from "../references/known-instruments.ts";
import { readNorms, type Norm } from "./norms.ts";

/** @param isReplaced whether a later print of a document is there, which says what the law now is */
export function openNorms(
  library: Library,
  isReplaced: (documentId: string) => boolean = () => false,
): () => Promise<readonly Norm[]> {
  return once(async () => {
    const field = library.documents.filter(
      (info) =>
        info.passageCount > 0 && (isFieldLaw(info) || isFieldGuide(info)) && !isReplaced(info.id),
    );
    const read = field.map(async (info) => readNorms(info, await library.provisions(info.id)));
    return (await Promise.all(read)).flat();
  });
}
