// Takes a draft of an answer; gives it shortened: to the direct answer, or to a number of words.
import type { Draft, DraftClaim, DraftSection } from "../draft/draft.ts";
import { plainLine } from "../draft/line-parts.ts";

/** Without what stands under headings. A draft with no direct answer keeps what it has. */
export function keepDirect(draft: Draft): Draft {
  return draft.direct.length === 0 ? draft : { ...draft, sections: [] };
}

/**
 * Whole statements only, in the order of the answer: the last go first. At least one stays, however long it is.
 * @param most words, headings not counted
 */
export function limitWords(draft: Draft, most: number): Draft {
  let room = most;
  let kept = 0;
  const fits = (claim: DraftClaim): boolean => {
    // What comes after something that was left out would be read as if nothing were missing.
    if (room < 0) return false;
    const words = countWords(claim);
    if (words > room && kept > 0) {
      room = -1;
      return false;
    }
    room -= words;
    kept += 1;
    return true;
  };
  const direct = draft.direct.filter(fits);
  const sections = draft.sections.map((section): DraftSection => {
    const groups = section.groups.map((group) => ({ ...group, claims: group.claims.filter(fits) }));
    return {
      ...section,
      groups: groups.filter(({ claims, note, items }) => claims.length > 0 || note || items),
    };
  });
  return { ...draft, direct, sections: sections.filter(({ groups }) => groups.length > 0) };
}

/** Words of a claim's lines, marks that stand alone included. */
export function countWords({ lines }: DraftClaim): number {
  return lines.reduce((sum, line) => sum + (plainLine(line).match(/\S+/g)?.length ?? 0), 0);
}
