// Takes a document that the library holds; says whether it stayed though its file went bad, and what to report of it.
import type { Problem } from "../document.ts";
import type { LibraryDocument } from "../library/library.ts";
import type { IndexedFile } from "./events.ts";

/** Code of the problem that tells so. */
export const keptCode = "earlier-version-kept";

/** Whether the file has changed since into something that cannot be used. */
export function isKept(document: LibraryDocument): boolean {
  return document.problems.some(({ code }) => code === keptCode);
}

/** What became of a file that is left alone. */
export function resultOf(
  document: LibraryDocument,
  status: "unchanged",
  more: readonly Problem[] = [],
): IndexedFile {
  const failed = document.passageCount === 0 || isKept(document);
  return {
    file: document.file,
    status: failed ? "failed" : status,
    pages: failed ? null : document.pages,
    passages: failed ? 0 : document.passageCount,
    problems: [...document.problems, ...more],
  };
}
