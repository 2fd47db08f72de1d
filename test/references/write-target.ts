// Writes what a reference is to, as tests name it.
import type { Target } from "../../src/references/reference.ts";

/** A range as one address: `reg/4..14`; a single place as it is. */
export function writeTarget(target: Pick<Target, "address" | "to">): string {
  if (target.to === null) return target.address;
  const from = target.address.split("/");
  const to = target.to.split("/");
  const sameParent =
    from.length === to.length && from.slice(0, -1).join("/") === to.slice(0, -1).join("/");
  return `${target.address}..${sameParent ? to.at(-1) : target.to}`;
}
