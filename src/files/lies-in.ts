// Takes two paths; says whether the one is the other or below it.
import { isAbsolute, relative, sep } from "node:path";

/** Of absolute paths, by their names alone: links are for the caller to follow. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** The same of a path with forward slashes below some root, whose own path is "". */
export function isBelow(file: string, folder: string): boolean {
  return folder === "" || file === folder || file.startsWith(`${folder}/`);
}
