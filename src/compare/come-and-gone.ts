// Takes an edition and those of its pieces that the other has not; gives what was added, or removed, as a reader would
// cite it: a whole regulation or paragraph, else the piece.
import { strongest, readModals, type Force } from "../verify/modality.ts";
import type { ChangedPlace } from "./change.ts";
import { isDivision, unitsIn, type Edition } from "./edition.ts";

export interface ComeOrGone {
  /** Of the provision that came or went, or that the piece is of. */
  readonly ordinal: number;
  readonly whole: boolean;
  readonly place: ChangedPlace;
  readonly text: string;
  readonly force: Force | null;
}

/** In the order of the edition. */
export function findComeOrGone(edition: Edition, left: ReadonlySet<number>): ComeOrGone[] {
  const whole = findWhole(edition, left);
  const found: ComeOrGone[] = [];
  const visit = (ordinal: number): void => {
    if (whole.has(ordinal)) {
      found.push(...readWhole(edition, ordinal));
      return;
    }
    for (const i of edition.ownOf(ordinal)) {
      const segment = edition.segments[i];
      if (segment === undefined || !left.has(i)) continue;
      const { text, page } = segment;
      const place = edition.placeOf(ordinal, page);
      found.push({ ordinal, whole: false, place, text, force: forceOf(text) });
    }
    for (const child of edition.childrenOf(ordinal)) visit(child);
  };
  visit(0);
  return found;
}

/** Provisions of which the other edition has nothing. */
function findWhole(
  { provisions, ownOf, childrenOf }: Edition,
  left: ReadonlySet<number>,
): ReadonlySet<number> {
  const whole = new Set<number>();
  const empty = new Set<number>();
  for (const { ordinal, parent } of provisions.toReversed()) {
    const own = ownOf(ordinal);
    const inside = childrenOf(ordinal).filter((child) => !empty.has(child));
    if (own.length === 0 && inside.length === 0) empty.add(ordinal);
    else if (
      parent !== null &&
      own.every((i) => left.has(i)) &&
      inside.every((child) => whole.has(child))
    )
      whole.add(ordinal);
  }
  return whole;
}

/** A heading with numbered provisions came with each of them; any other is one. */
function readWhole(edition: Edition, ordinal: number): ComeOrGone[] {
  const { provisions, childrenOf, placeOf, textOf } = edition;
  const provision = provisions[ordinal];
  if (provision === undefined) return [];
  if (isDivision(provision) && unitsIn(edition, ordinal).length > 0)
    return childrenOf(ordinal).flatMap((child) => readWhole(edition, child));
  const text = textOf(ordinal) || (provision.title ?? ownText(edition, ordinal));
  return [{ ordinal, whole: true, place: placeOf(ordinal), text, force: forceOf(text) }];
}

function ownText({ segments, ownOf }: Edition, ordinal: number): string {
  return ownOf(ordinal)
    .map((i) => segments[i]?.text ?? "")
    .join("\n");
}

function forceOf(text: string): Force | null {
  return strongest(readModals(text).filter(({ firm }) => firm));
}
