// Takes pieces that have nothing alike in the other edition; gives those that stand in each other's place all the same.
import type { Pairing } from "./align.ts";
import { labelOf, type Edition } from "./edition.ts";
import { bagOf, likeness } from "./likeness.ts";
import type { ProvisionPairs } from "./pair-provisions.ts";

export interface LeftPieces {
  readonly old: ReadonlySet<number>;
  readonly new: ReadonlySet<number>;
}

/** Texts of no more words may change wholly and stay what they are: "(b) within 24 hours", "(b) at once". */
const fewWords = 8;
/** Less than this in common, with the small words of any text, are two texts of one number. */
const replacedFrom = 0.35;

/** Under the same heading or number: a heading that now says other words, an item that was written anew. */
export function pairLeft(
  old: Edition,
  now: Edition,
  { toNew, toOld }: ProvisionPairs,
  left: LeftPieces,
): Pairing[] {
  const used = new Set<number>();
  return [...left.old].flatMap((i): Pairing[] => {
    const segment = old.segments[i];
    const provision = segment && old.provisions[segment.provision];
    if (segment === undefined || provision === undefined) return [];
    const mutual = toNew.get(provision.ordinal);
    const target = mutual ?? findNamesake();
    if (target === null) return [];
    const j = now
      .ownOf(target)
      .find((one) => left.new.has(one) && !used.has(one) && isAnew(one, mutual !== undefined));
    if (j === undefined) return [];
    used.add(j);
    return [{ old: [i], new: [j], crosses: false }];

    /** What has the same number in the same place, and was nothing else before. */
    function findNamesake(): number | null {
      const parent = provision?.parent ?? null;
      const label = provision === undefined ? null : labelOf(provision);
      const around = parent === null ? undefined : parent === 0 ? 0 : toNew.get(parent);
      if (around === undefined || label === null) return null;
      const same = now.childrenOf(around).find((child) => {
        const one = now.provisions[child];
        return one !== undefined && one.kind === provision?.kind && labelOf(one) === label;
      });
      return same === undefined || toOld.has(same) ? null : same;
    }

    function isAnew(at: number, same: boolean): boolean {
      const other = now.segments[at];
      if (segment === undefined || other === undefined || other.isTitle !== segment.isTitle)
        return false;
      if (same && segment.isTitle) return true;
      const short = Math.max(segment.tokens.length, other.tokens.length) <= fewWords;
      return short || likeness(bagOf([segment]), bagOf([other])) >= replacedFrom;
    }
  });
}
