// Takes a path; gives where it really lies, there or not.
import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * With links followed; what is not there yet lies where the nearest folder above it that is there leads to.
 * @param resolveFolder of the folders above, for callers that keep what they have looked up
 */
export async function resolveReal(
  path: string,
  resolveFolder: (folder: string) => Promise<string> = resolveReal,
): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const folder = dirname(path);
  return folder === path ? path : join(await resolveFolder(folder), basename(path));
}
