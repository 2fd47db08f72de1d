// Takes the files of a corpus and the homes; leaves out what stands in one home's folder and is, or may be, another's.
import { crossing, nodesOfHomes } from "../homes/crossing.ts";
import type { Home } from "../homes/homes.ts";
import { ownerOf, ownerOfPath } from "../homes/scope.ts";
import { problem, type ListedFile, type Listing } from "./list-files.ts";

/**
 * By its path a linked file would pass for the document of the home in whose folder the link is, and in no home's folder
 * for one of all homes. Where a link leads is known; of hard links none is the first, so that a file with names in the
 * folders of two homes is nobody's.
 */
export async function keepWalls(listing: Listing, homes: readonly Home[]): Promise<void> {
  if (homes.length === 0) return;
  const { documents, sources, problems } = listing;
  const nodes = await nodesOfHomes(homes, [...documents, ...sources]);
  for (const list of [documents, sources]) {
    for (let at = list.length - 1; at >= 0; at -= 1) {
      const { file: name, target, node } = list[at] as ListedFile;
      const placed = ownerOf(name, homes);
      const linked = target === undefined ? null : ownerOfPath(target, homes);
      const why = crossing(placed, linked, nodes.get(node ?? ""));
      if (why === null) continue;
      const [{ file = "" } = {}] = list.splice(at, 1);
      problems.push(problem(file, "other-home-file", why));
    }
  }
}
