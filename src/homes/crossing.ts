// Takes files and the homes; tells of a file that stands in one home's folder and is, or may be, another's.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { nodeOf } from "../files/node-of.ts";
import type { Home } from "./homes.ts";

/**
 * Why a file is not read; null where it may be. The words tell of no home: they may be read in a run for another.
 * @param placed the home in whose folder the file is found
 * @param linked the home in whose folder it lies where its links lead
 * @param owners homes that have a file in their folders which is this one by another name
 */
export function crossing(
  placed: Home | null,
  linked: Home | null,
  owners: ReadonlySet<Home> | undefined,
): string | null {
  if (linked !== null && linked !== placed)
    return "It is a link to a file in the folder of another home, so it is not read; put a copy here of what belongs here.";
  if ([...(owners ?? [])].some((each) => each !== placed))
    return "It is one file (a hard link) with one in the folder of another home, so nobody can tell whose it is, and it is not read; put a copy in its place.";
  return null;
}

/**
 * Of files with several names (hard links), in whose folders these are, by `nodeOf`; nothing where none of the
 * files is one. Hidden files and those that are not read count as well: any of them can be the same file.
 */
export async function nodesOfHomes(
  homes: readonly Home[],
  files: readonly { readonly node?: string }[],
): Promise<ReadonlyMap<string, ReadonlySet<Home>>> {
  const nodes = new Map<string, Set<Home>>();
  if (files.every(({ node }) => node === undefined)) return nodes;
  for (const home of homes) {
    for (const folder of home.folders) {
      // What cannot be opened here is told where files are listed.
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      for (const entry of entries.filter((each) => each.isFile())) {
        const found = await stat(join(entry.parentPath, entry.name)).catch(() => null);
        const { node } = found === null ? {} : nodeOf(found);
        if (node === undefined) continue;
        const owners = nodes.get(node) ?? new Set();
        nodes.set(node, owners.add(home));
      }
    }
  }
  return nodes;
}
