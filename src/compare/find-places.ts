// Takes two editions and what is each other's in them; gives what goes by another number, or stands under other headings.
import type { Pairing } from "./align.ts";
import type { Change, ChangedPlace } from "./change.ts";
import { isDivision, labelOf, unitsIn, type Edition } from "./edition.ts";
import type { ProvisionPairs } from "./pair-provisions.ts";

/** A provision, or a piece of one, with where it was and where it is. */
export interface PlaceChange extends Pick<Change, "kind"> {
  readonly kind: "renumbered" | "moved";
  readonly old: ChangedPlace;
  readonly new: ChangedPlace;
  /** Of the provisions. */
  readonly ordinals: readonly [old: number, now: number];
  readonly text: string;
}

interface Search {
  readonly old: Edition;
  readonly new: Edition;
  readonly pairs: ProvisionPairs;
  /** Old provisions of which some piece stands elsewhere among the others, and those of which each does. */
  readonly crossing: ReadonlySet<number>;
  readonly crossed: ReadonlySet<number>;
}

/** In the order of the old edition. */
export function findPlaceChanges(
  old: Edition,
  now: Edition,
  pairs: ProvisionPairs,
  pairings: readonly Pairing[],
): PlaceChange[] {
  const search = { old, new: now, pairs, ...findCrossing(old, pairings) };
  const moved = new Set<number>();
  for (const [a, b] of pairs.toNew) if (isMoved(search, a, b)) moved.add(a);
  const told = new Set<number>();
  const changes: PlaceChange[] = [];
  const tell = (a: number, kind: PlaceChange["kind"]) => {
    const b = pairs.toNew.get(a);
    if (b === undefined || told.has(a)) return;
    told.add(a);
    changes.push({ ...toPlaces(search, a, b), kind, ordinals: [a, b], text: old.textOf(a) });
  };
  for (const a of [...moved].toSorted((x, y) => x - y)) {
    const provision = old.provisions[a];
    const units = provision !== undefined && isDivision(provision) ? unitsIn(old, a) : [];
    // A heading over one regulation is the regulation's.
    if (units.length === 1) tell(units[0] as number, "moved");
    else tell(a, "moved");
    for (const unit of units) told.add(unit);
  }
  for (const [a, b] of pairs.toNew) if (isRenumbered(search, a, b)) tell(a, "renumbered");
  return [...changes, ...findMovedPieces(search, pairings, told)].toSorted(
    (x, y) => x.ordinals[0] - y.ordinals[0],
  );
}

function findCrossing(
  { segments, provisions, ownOf }: Edition,
  pairings: readonly Pairing[],
): Pick<Search, "crossing" | "crossed"> {
  const pieces = new Set(pairings.flatMap(({ old, crosses }) => (crosses ? old : [])));
  const crossing = new Set([...pieces].flatMap((i) => segments[i]?.provision ?? []));
  const crossed = new Set<number>();
  for (const { ordinal } of provisions) {
    const own = ownOf(ordinal);
    if (own.length > 0 && own.every((i) => pieces.has(i))) crossed.add(ordinal);
  }
  return { crossing, crossed };
}

function toPlaces({ old, new: now }: Search, a: number, b: number) {
  return { old: old.placeOf(a), new: now.placeOf(b) };
}

/** The nearest provision around one that the other edition has as well; what was read as a heading in one alone is none. */
function around(
  { provisions }: Edition,
  ordinal: number,
  held: ReadonlyMap<number, number>,
): number {
  let at = provisions[ordinal]?.parent ?? 0;
  while (at !== 0 && !held.has(at)) at = provisions[at]?.parent ?? 0;
  return at;
}

/** Only where the order tells so: headings that one edition alone is read with would move all below them. */
function isMoved(search: Search, a: number, b: number): boolean {
  const { old, new: now, pairs, crossing, crossed } = search;
  const provision = old.provisions[a];
  if (provision === undefined || provision.parent === null || provision.kind === "footnote")
    return false;
  const before = around(old, a, pairs.toNew);
  const after = around(now, b, pairs.toOld);
  const origin = after === 0 ? 0 : (pairs.toOld.get(after) ?? 0);
  if (before !== origin)
    return crossing.has(a) || crossing.has(before) || crossing.has(origin) || hasCrossing(a);
  // What is inside something that moved has moved with it.
  if (!crossed.has(a) || (before !== 0 && isCrossed(before))) return false;
  const other = now.provisions[b];
  const renumbered = other !== undefined && labelOf(provision) !== labelOf(other);
  return !renumbered && old.childrenOf(a).every((child) => isCrossed(child));

  function hasCrossing(ordinal: number): boolean {
    return (
      old.ownOf(ordinal).length === 0 && old.childrenOf(ordinal).some((one) => crossing.has(one))
    );
  }
  function isCrossed(ordinal: number): boolean {
    return (
      (old.ownOf(ordinal).length === 0 || crossing.has(ordinal)) &&
      old.childrenOf(ordinal).every(isCrossed)
    );
  }
}

function isRenumbered({ old, new: now, pairs }: Search, a: number, b: number): boolean {
  const [mine, theirs] = [old.provisions[a], now.provisions[b]];
  if (mine === undefined || theirs === undefined || mine.kind !== theirs.kind) return false;
  const [was, is] = [labelOf(mine), labelOf(theirs)];
  if (was === null || is === null || was === is) return false;
  // 2.1 is 3.1 since section 2 is section 3.
  const [within, inside] = [splitLabel(was), splitLabel(is)];
  const parent = mine.parent === null ? undefined : old.provisions[mine.parent];
  const other = parent === undefined ? undefined : pairs.toNew.get(parent.ordinal);
  const holder = other === undefined ? undefined : now.provisions[other];
  const follows =
    within !== null &&
    inside !== null &&
    within.last === inside.last &&
    parent !== undefined &&
    holder !== undefined &&
    labelOf(parent) === within.first &&
    labelOf(holder) === inside.first;
  return !follows;
}

/** `2.1.3` → 2.1 and 3. */
export function splitLabel(
  label: string,
): { readonly first: string; readonly last: string } | null {
  const at = label.lastIndexOf(".");
  return at <= 0 ? null : { first: label.slice(0, at), last: label.slice(at + 1) };
}

/** Paragraphs and items without numbers. */
function findMovedPieces(
  { old, new: now, pairs, crossed }: Search,
  pairings: readonly Pairing[],
  told: ReadonlySet<number>,
): PlaceChange[] {
  return pairings.flatMap(({ old: mine, new: theirs, crosses }): PlaceChange[] => {
    const [piece, other] = [old.segments[mine[0] ?? -1], now.segments[theirs[0] ?? -1]];
    if (!crosses || piece === undefined || other === undefined || piece.isTitle) return [];
    const { provision: a } = piece;
    if (told.has(a) || old.provisions[a]?.kind === "footnote") return [];
    // It moved with all that is around it, which is told of where it did not stay.
    const stays = pairs.toNew.get(a) === other.provision;
    if (stays && (crossed.has(a) || old.ownOf(a).length === 1)) return [];
    return [
      {
        kind: "moved",
        old: old.placeOf(a, piece.page),
        new: now.placeOf(other.provision, other.page),
        ordinals: [a, other.provision],
        text: piece.text,
      },
    ];
  });
}
