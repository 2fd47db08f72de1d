// Takes what the corpus holds and what the library holds; says which files must be read, kept or taken out.
import type { SourceFile } from "../discover/source-file.ts";
import { documentId } from "../identify/document-id.ts";
import type { LibraryDocument } from "../library/library.ts";

export interface IndexPlan {
  /** Files whose bytes must be looked at: new, touched, or named anew in sources.yaml. */
  readonly toRead: readonly SourceFile[];
  readonly unchanged: readonly LibraryDocument[];
  /** Names of files that the library holds and the corpus no longer does. */
  readonly removed: readonly string[];
}

/** By size and time of change alone, as `make` does; `index` itself compares bytes where these differ. */
export function planIndex(
  files: readonly SourceFile[],
  documents: readonly LibraryDocument[],
): IndexPlan {
  const held = new Map(documents.map((document) => [document.file, document]));
  const toRead: SourceFile[] = [];
  const unchanged: LibraryDocument[] = [];
  for (const file of files) {
    const document = held.get(file.file);
    const same =
      document !== undefined &&
      document.fileBytes === file.bytes &&
      document.modified === file.modified &&
      document.id === documentId(file, document.sha256);
    if (same) unchanged.push(document);
    else toRead.push(file);
  }
  const present = new Set(files.map((file) => file.file));
  return {
    toRead,
    unchanged,
    removed: documents.filter((document) => !present.has(document.file)).map(({ file }) => file),
  };
}

/** Keeps only the files that the user named: by path, by a folder they stand in, or "." for the corpus itself. */
export function narrowPlan(plan: IndexPlan, named: readonly string[]): IndexPlan {
  if (named.length === 0 || named.includes(".")) return plan;
  const wanted = (file: string) =>
    named.some((name) => file === name || file.startsWith(`${name}/`));
  return {
    toRead: plan.toRead.filter(({ file }) => wanted(file)),
    unchanged: plan.unchanged.filter(({ file }) => wanted(file)),
    removed: plan.removed.filter(wanted),
  };
}
