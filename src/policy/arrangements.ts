// Takes a row of a gap matrix; gives the places that tell what the home does, and may stand in a draft as that.
import type { GapRow, Place } from "../gap/matrix.ts";
import { findBlanks } from "../text/blanks.ts";

/** What stands where an arrangement should, and is one. */
const arranges: ReadonlySet<GapRow["why"]> = new Set([null, "one-limb", "contradicted"] as const);

/** What is left open there is left open in the draft. */
export function arrangementsOf({ why, evidence }: Pick<GapRow, "why" | "evidence">): Place[] {
  return arranges.has(why) ? evidence.filter(({ quote }) => findBlanks(quote).length === 0) : [];
}
