// Takes the paths that were given to be checked; gives the files: of a folder all that are read, in order.
import { stat } from "node:fs/promises";
import { CharmError } from "../errors.ts";
import { listFiles, type Listing } from "../discover/list-files.ts";
import { join, sep } from "node:path";

/** A file to check, named as it was found. */
export interface ListedCheck {
  /** What it is called; of a file in a folder, in Unicode form C below the folder. */
  readonly file: string;
  /** Where it is opened: letters with accents may be written otherwise on the disk. */
  readonly path: string;
  /** It was found in a folder: what cannot be read of it is told beside the others. */
  readonly found: boolean;
  /** Why it is not read, and what to do; null where it is. */
  readonly unread: string | null;
}

/** @throws CharmError `report-missing`, `report-unreadable`, `nothing-to-check` */
export async function listChecked(paths: readonly string[]): Promise<ListedCheck[]> {
  const lists = await Promise.all(paths.map(listPath));
  return lists.flat();
}

async function listPath(path: string): Promise<ListedCheck[]> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const hint = "Give the path of a file or folder.";
    if (cause.code === "ENOENT")
      throw new CharmError("report-missing", `There is no report ${path}.`, { hint, cause });
    throw new CharmError("report-unreadable", `${path} cannot be read.`, { hint, cause });
  });
  if (!found.isDirectory()) return [{ file: path, path, found: false, unread: null }];
  const { documents, unread, problems } = await listFolder(path);
  const inside = [
    ...documents.map((listed) => ({
      file: join(path, listed.file),
      path: listed.path,
      found: true,
      unread: null,
    })),
    // Folders that cannot be opened, links not followed and their like leave documents unchecked just the same.
    ...[...unread, ...problems].map(({ file, message }) => ({
      file: join(path, file),
      path: join(path, file),
      found: true,
      unread: message,
    })),
  ];
  if (inside.length > 0)
    return inside.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  throw new CharmError("nothing-to-check", `There is no document in ${path}.`, {
    hint: "Give a folder with documents, or the path of a file.",
  });
}

async function listFolder(path: string): Promise<Listing> {
  return listFiles(path).catch((cause: unknown) => {
    throw new CharmError("report-unreadable", `The folder ${path} cannot be opened.`, {
      hint: "Check who may read it.",
      cause,
    });
  });
}

/** A path as the user named it, and where that is. */
export interface GivenPath {
  readonly given: string;
  /** Absolute. */
  readonly path: string;
}

/** What a listed file is called as the user named it, or the folder it was found in. */
export function nameAsGiven(file: string, paths: readonly GivenPath[]): string {
  const named = paths.find(({ path }) => file === path || file.startsWith(`${path}${sep}`));
  if (named === undefined) return file;
  return file === named.path ? named.given : join(named.given, file.slice(named.path.length));
}
