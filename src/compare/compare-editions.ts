// Takes the provisions of two editions of a document; gives what changed between them, in the order of the newer one.
import type { Provision } from "../structure/provision.ts";
import { alignSegments, type Pairing } from "./align.ts";
import type { Change } from "./change.ts";
import { findComeOrGone, type ComeOrGone } from "./come-and-gone.ts";
import { labelOf, openEdition, type Edition } from "./edition.ts";
import { findMoved } from "./find-moved.ts";
import { findPlaceChanges, type PlaceChange } from "./find-places.ts";
import { foldShifts, type Cause } from "./fold-shifts.ts";
import { pairLeft } from "./pair-left.ts";
import { pairProvisions, type ProvisionPairs } from "./pair-provisions.ts";
import { compareWordings } from "./reword.ts";
import { readTokens } from "./tokens.ts";

/** What came, went or moved, with the change that tells of it. */
interface Told extends Cause {
  readonly change: Change;
}

/** Page breaks, running heads, hyphens, capitals, punctuation and marks of amendments are no changes. */
export function compareEditions(old: readonly Provision[], now: readonly Provision[]): Change[] {
  const [before, after] = [openEdition(old), openEdition(now)];
  const ordered = alignSegments(before.segments, after.segments);
  const found = [...ordered, ...findMoved(before.segments, after.segments, ordered)];
  const first = pairProvisions(before, after, found);
  const anew = pairLeft(before, after, first, leftOf(before, after, found));
  const pairings = [...found, ...anew];
  const pairs = pairProvisions(before, after, pairings);
  const left = leftOf(before, after, pairings);
  const told = [
    ...findComeOrGone(after, left.new).map((one) => toTold(one, "added", after)),
    ...findComeOrGone(before, left.old).map((one) => toTold(one, "removed", before)),
  ];
  const placed = findPlaceChanges(before, after, pairs, pairings);
  const changes = [
    ...tellPlaces(before, after, pairs, placed, told),
    ...withoutRowsApart(tellWords(before, after, pairings)),
  ];
  return sortChanges(changes, before, after, pairs).map(({ change }) => change);
}

function leftOf(
  before: Edition,
  after: Edition,
  pairings: readonly Pairing[],
): { readonly old: Set<number>; readonly new: Set<number> } {
  const old = new Set(before.segments.keys());
  const now = new Set(after.segments.keys());
  for (const pairing of pairings) {
    for (const i of pairing.old) old.delete(i);
    for (const j of pairing.new) now.delete(j);
  }
  return { old, new: now };
}

const nothing: Omit<Change, "kind" | "old" | "new"> = {
  oldText: null,
  newText: null,
  words: [],
  marks: [],
  force: null,
  shifts: [],
};

function toTold(
  { ordinal, whole, place, text, force }: ComeOrGone,
  kind: "added" | "removed",
  edition: Edition,
): Told {
  const provision = edition.provisions[ordinal];
  const numbered = whole && provision !== undefined && labelOf(provision) !== null;
  const change: Change =
    kind === "added"
      ? { kind, old: null, new: place, ...nothing, newText: text, force }
      : { kind, old: place, new: null, ...nothing, oldText: text, force };
  // What has no number of its own makes room for none.
  const at = numbered ? ordinal : null;
  return { change, old: kind === "added" ? null : at, new: kind === "added" ? at : null };
}

interface Placed {
  readonly change: Change;
  /** Ordinals of what it tells of. */
  readonly old: number | null;
  readonly new: number | null;
}

function tellPlaces(
  before: Edition,
  after: Edition,
  pairs: ProvisionPairs,
  placed: readonly PlaceChange[],
  told: readonly Told[],
): Change[] {
  const moved = placed
    .filter(({ kind }) => kind === "moved")
    .map((one): Told => ({
      change: toChange(one),
      old: one.ordinals[0],
      new: one.ordinals[1],
    }));
  const causes = [...told, ...moved].toSorted(
    (a, b) => (a.new ?? a.old ?? 0) - (b.new ?? b.old ?? 0),
  );
  const renumbered = placed.filter(({ kind }) => kind === "renumbered");
  const folded = foldShifts(before, after, pairs, renumbered, causes);
  return [
    ...[...told, ...moved].map((cause) => ({
      ...cause.change,
      shifts: folded.caused.get(cause) ?? [],
    })),
    ...folded.renumbered.map(({ change, shifts }) => ({ ...toChange(change), shifts })),
  ];
}

function toChange({ kind, old, new: now, text }: PlaceChange): Change {
  return { kind, old, new: now, ...nothing, oldText: text, newText: text };
}

function tellWords(before: Edition, after: Edition, pairings: readonly Pairing[]): Change[] {
  return pairings.flatMap(({ old, new: now }): Change[] => {
    const [mine, theirs] = [
      old.flatMap((i) => before.segments[i] ?? []),
      now.flatMap((j) => after.segments[j] ?? []),
    ];
    const [a, b] = [mine[0], theirs[0]];
    if (a === undefined || b === undefined) return [];
    const label = (edition: Edition, ordinal: number) => {
      const provision = edition.provisions[ordinal];
      return provision === undefined ? null : labelOf(provision);
    };
    const reworded = compareWordings(mine, theirs, {
      old: label(before, a.provision),
      new: label(after, b.provision),
    });
    if (reworded === null) return [];
    const places = {
      old: before.placeOf(a.provision, a.page),
      new: after.placeOf(b.provision, b.page),
    };
    return [{ kind: "reworded", ...places, ...nothing, ...reworded }];
  });
}

/** Of two rows of a table that follow each other, the words of a cell between them are read with the one or the other. */
function withoutRowsApart(changes: readonly Change[]): Change[] {
  const isRow = ({ oldText, newText }: Change) => `${oldText}${newText}`.includes(" | ");
  const wordsIn = (texts: readonly (string | null)[]) =>
    texts
      .flatMap((text) => readTokens(text ?? ""))
      .map(({ text }) => text)
      .toSorted()
      .join(" ");
  const noise = new Set<Change>();
  for (const [i, change] of changes.entries()) {
    const next = changes[i + 1];
    if (next === undefined || noise.has(change) || !(isRow(change) || isRow(next))) continue;
    if (change.old?.address !== next.old?.address) continue;
    const old = wordsIn([change.oldText, next.oldText]);
    if (old !== wordsIn([change.newText, next.newText])) continue;
    noise.add(change);
    noise.add(next);
  }
  return changes.filter((change) => !noise.has(change));
}

function sortChanges(
  changes: readonly Change[],
  before: Edition,
  after: Edition,
  { toNew }: ProvisionPairs,
): Placed[] {
  const index = (edition: Edition) =>
    new Map(edition.provisions.map(({ address, ordinal }) => [address, ordinal]));
  const [inOld, inNew] = [index(before), index(after)];
  const placed = changes.map((change): Placed & { readonly at: number } => {
    const old = change.old === null ? null : (inOld.get(change.old.address ?? "") ?? 0);
    const now = change.new === null ? null : (inNew.get(change.new.address ?? "") ?? 0);
    // What was removed stands behind what it stood behind.
    let at = now;
    for (let one = old ?? 0; at === null; one -= 1) at = one <= 0 ? 0 : (toNew.get(one) ?? null);
    return { change, old, new: now, at };
  });
  return placed.toSorted((a, b) => a.at - b.at || (a.old ?? 0) - (b.old ?? 0));
}
