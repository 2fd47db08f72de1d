// Takes a row of a gap matrix; gives the places that tell what the home does, and may stand in a draft as that.
import type { GapRow, Place } from "../gap/matrix.ts";
import { findBlanks } from "../text/blanks.ts";

/** What stands where an arrangement should, and is one. */
const arranges: ReadonlySet<GapRow["why"]> = new Set([null, "one-limb", "contradicted"] as const);

/** Words less likely than this to speak of the matter are no arrangement, only a place to look at. */
const likelyFrom = 0.6;

type Found = Pick<GapRow, "why" | "evidence" | "placed">;

/** What is left open there is left open in the draft. */
export function arrangementsOf(row: Found): Place[] {
  return (row.placed ?? 0) >= likelyFrom ? soundOf(row) : [];
}

/** Where the home may speak of it, when nothing likely does; null for nowhere. */
export function placeToLook(row: Found): Place | null {
  return arrangementsOf(row).length === 0 ? (soundOf(row)[0] ?? null) : null;
}

function soundOf({ why, evidence }: Found): Place[] {
  return arranges.has(why) ? evidence.filter(({ quote }) => findBlanks(quote).length === 0) : [];
}
