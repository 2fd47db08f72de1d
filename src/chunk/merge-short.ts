// Takes groups of text in document order; gives them with the short ones joined to their neighbours.
import type { Provision } from "../structure/provision.ts";
import type { ChunkLimits } from "./limits.ts";
import type { Group } from "./pieces.ts";

/** Joins neighbours under one parent while they are too short to stand alone. */
export function mergeShort(
  groups: readonly Group[],
  provisions: readonly Provision[],
  limits: ChunkLimits,
): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const before = merged.at(-1);
    const short = before && (before.tokens < limits.fewest || group.tokens < limits.fewest);
    const owner = before ? commonOwner(provisions, before.owner, group.owner) : null;
    if (
      before &&
      owner &&
      short &&
      before.tokens + group.tokens <= limits.most &&
      sameStanding(before, group)
    ) {
      merged[merged.length - 1] = {
        pieces: [...before.pieces, ...group.pieces],
        owner,
        tokens: before.tokens + group.tokens,
      };
    } else merged.push(group);
  }
  return merged;
}

function sameStanding(a: Group, b: Group): boolean {
  return a.pieces[0]?.standing === b.pieces[0]?.standing;
}

/** The parent that both stand under, or one of them when it holds the other; null when a heading divides them. */
function commonOwner(
  provisions: readonly Provision[],
  a: Provision,
  b: Provision,
): Provision | null {
  if (a === b) return a;
  if (b.parent === a.ordinal) {
    // What stands before the first heading or regulation is no part of it.
    const apart = isDivision(b) && (isDivision(a) || a.kind === "document");
    return apart ? null : a;
  }
  if (a.parent === b.ordinal) return b;
  if (a.parent !== b.parent || a.parent === null) return null;
  if (isDivision(a) || isDivision(b)) return null;
  return provisions[a.parent] ?? null;
}

function isDivision(provision: Provision): boolean {
  return [
    "part",
    "chapter",
    "schedule",
    "annex",
    "crossheading",
    "heading",
    "regulation",
    "section",
  ].includes(provision.kind);
}
