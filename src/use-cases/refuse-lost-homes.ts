// Takes what the library and the corpus hold; refuses to make everybody's what the library holds as a home's.
import type { SourceFile } from "../discover/source-file.ts";
import { CharmError } from "../errors.ts";
import type { LibraryDocument } from "../library/library.ts";

/**
 * What lies in no home's folder is for all homes: without the charm.yaml that names them, as from another folder, or with
 * an entry of it gone, every wall would fall in silence. The words name no home and no file: a run may be for another.
 * @throws CharmError `home-lost`
 */
export function refuseLostHomes(
  documents: readonly LibraryDocument[],
  files: readonly SourceFile[],
): void {
  const free = new Set(files.flatMap(({ file, home }) => (home === undefined ? [file] : [])));
  const lost = documents.filter(({ file, home }) => home !== undefined && free.has(file)).length;
  if (lost === 0) return;
  const documentsOf = lost === 1 ? "1 document of one home" : `${lost} documents of single homes`;
  throw new CharmError(
    "home-lost",
    `The index holds ${documentsOf}, and no charm.yaml that holds here names that home: all would see them.`,
    {
      hint: "Run charm in the folder of the charm.yaml with the homes, or below it. If they are to be for all, run `charm index --rebuild`.",
    },
  );
}
