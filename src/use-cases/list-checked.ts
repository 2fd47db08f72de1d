// Takes the paths that were given to be checked; gives the files: of a folder all that are read, in order.
import { stat } from "node:fs/promises";
import { CharmError } from "../errors.ts";
import { listFiles } from "../discover/list-files.ts";
import { join } from "node:path";

/** A file to check, named as it was found. */
export interface ListedCheck {
  readonly file: string;
  /** It was found in a folder: what cannot be read of it is told beside the others. */
  readonly found: boolean;
  /** Why it is not read, and what to do; null where it is. */
  readonly unread: string | null;
}

/** @throws CharmError `report-missing`, `nothing-to-check` */
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
  if (!found.isDirectory()) return [{ file: path, found: false, unread: null }];
  const { documents, unread } = await listFiles(path);
  const inside = [
    ...documents.map(({ file }) => ({ file: join(path, file), found: true, unread: null })),
    ...unread.map(({ file, message }) => ({
      file: join(path, file),
      found: true,
      unread: message,
    })),
  ];
  if (inside.length > 0) return inside.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  throw new CharmError("nothing-to-check", `There is no document in ${path}.`, {
    hint: "Give a folder with documents, or the path of a file.",
  });
}
