// Prints a tree of provisions one line each, for tests to compare as a whole.
import type { Provision } from "../../src/structure/provision.ts";

/** "  reg/1/a p2 'text' / 'more'": depth, address, page where it is not 1, title in brackets, own blocks. */
export function printTree(provisions: readonly Provision[]): string[] {
  return provisions.slice(1).map((provision) => {
    const page = provision.page === null || provision.page === 1 ? "" : ` p${provision.page}`;
    const title = provision.title === null ? "" : ` [${provision.title}]`;
    const standing = provision.standing === "current" ? "" : ` (${provision.standing})`;
    const blocks = provision.content.flatMap((item) => ("child" in item ? [] : [item.text]));
    const text = blocks.length === 0 ? "" : ` ${blocks.join(" / ")}`;
    return (
      "  ".repeat(depthOf(provisions, provision)) +
      provision.address +
      page +
      standing +
      title +
      text
    );
  });
}

function depthOf(provisions: readonly Provision[], provision: Provision): number {
  let depth = -1;
  let at: Provision | undefined = provision;
  while (at && at.parent !== null) {
    depth += 1;
    at = provisions[at.parent];
  }
  return depth;
}
