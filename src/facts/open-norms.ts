// Takes an open library; gives what the law and the guidance of the field bind to, read once.
import type { Library } from "../library/library.ts";
import { once } from "../once.ts";
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";
import { readNorms, type Norm } from "./norms.ts";

/** Once for each state of a library, whatever calls ask for it. */
const read = new WeakMap<Library, () => Promise<readonly Norm[]>>();

/** @param isReplaced whether a later print of a document is there, which says what the law now is */
export function openNorms(
  library: Library,
  isReplaced: (documentId: string) => boolean = () => false,
): () => Promise<readonly Norm[]> {
  const had = read.get(library);
  if (had !== undefined) return had;
  const norms = once(async () => {
    const field = library.documents.filter(
      (info) =>
        info.passageCount > 0 && (isFieldLaw(info) || isFieldGuide(info)) && !isReplaced(info.id),
    );
    const each = field.map(async (info) => readNorms(info, await library.provisions(info.id)));
    return (await Promise.all(each)).flat();
  });
  read.set(library, norms);
  return norms;
}
