// Takes a draft, and what its requirements find in it; gives the matrix it is made from with words shown at each
// requirement that they meet, where it had only a blank.
import type { GapMatrix, GapRow, Place } from "../gap/matrix.ts";
import { arrangementsOf } from "./arrangements.ts";
import type { DraftPart, PolicyDraft } from "./policy-draft.ts";

/** How places name the draft itself, which is no document of the home. */
export const draftFile = "draft.md";

/**
 * The blank stays: that the words say all that is asked is less sure than that they speak of it.
 * @param found what is met in the draft
 * @param matrix what was met in the home's documents
 * @returns null where there is nothing to show
 */
export function showElsewhere(
  draft: PolicyDraft,
  found: GapMatrix,
  matrix: GapMatrix,
): GapMatrix | null {
  const parts = [...(draft.facts === null ? [] : [draft.facts]), ...draft.child, ...draft.sections];
  const all = parts.flatMap((section) => section.parts);
  const met = new Map(found.rows.map((row) => [row.id, row]));
  let more = false;
  const rows = matrix.rows.map((row): GapRow => {
    const other = met.get(row.id);
    const isBare = row.verdict !== "not_applicable" && arrangementsOf(row).length === 0;
    if (!isBare || other?.verdict !== "met") return row;
    const evidence = other.evidence.flatMap(({ quote }) => findPart(quote, all) ?? []);
    if (evidence.length === 0) return row;
    more = true;
    return { ...row, verdict: "partly", why: "one-limb", evidence, placed: 1, missing: row.asks };
  });
  return more ? { ...matrix, rows } : null;
}

/** The part of the draft that the words are from. */
function findPart(quote: string, parts: readonly DraftPart[]): Place | null {
  for (const part of parts) {
    if (!("text" in part) || !part.text.includes(quote)) continue;
    if (part.kind === "own") {
      const { file, section, page } = part;
      return { file, section, page, quote };
    }
    if (part.kind === "fact")
      return { file: part.file, section: null, page: null, quote: part.text };
    if (part.kind === "saying") return { file: draftFile, section: null, page: null, quote };
  }
  return null;
}
