// Takes the pieces of two editions that are left when those in the same order are paired; gives those that are alike
// wherever they stand.
import { groupBy } from "../lists.ts";
import type { Pairing } from "./align.ts";
import { bagOf, sharedWords, type WordBag } from "./likeness.ts";
import type { Segment } from "./segments.ts";
import { keyOf } from "./tokens.ts";

/** A piece of fewer words is known elsewhere only by its own words, and only where no other has them. */
const fewWords = 6;
/** From this share of words in common on a text is the same one moved, not another. */
const movedFrom = 0.65;
/** Words of more pieces than this tell none of them. */
const commonIn = 60;

/** @param paired the pairings that keep the order, by which is known which of those found here do not */
export function findMoved(
  old: readonly Segment[],
  now: readonly Segment[],
  paired: readonly Pairing[],
): Pairing[] {
  const leftOld = restOf(old.length, paired, ({ old: one }) => one);
  const leftNew = restOf(now.length, paired, ({ new: one }) => one);
  const found = [...findSame(old, now, leftOld, leftNew)];
  for (const [i, j] of found) {
    leftOld.delete(i);
    leftNew.delete(j);
  }
  found.push(...findAlike(old, now, [...leftOld], [...leftNew]));
  const crosses = crossingOf(paired);
  return found.map(([i, j]) => ({ old: [i], new: [j], crosses: crosses(i, j) }));
}

function restOf(
  length: number,
  paired: readonly Pairing[],
  sideOf: (pairing: Pairing) => readonly number[],
): Set<number> {
  const rest = new Set(Array.from({ length }, (_, i) => i));
  for (const pairing of paired) for (const at of sideOf(pairing)) rest.delete(at);
  return rest;
}

/** The same words, of pieces that are long enough or stand once in either edition. */
function* findSame(
  old: readonly Segment[],
  now: readonly Segment[],
  leftOld: ReadonlySet<number>,
  leftNew: ReadonlySet<number>,
): Generator<[number, number]> {
  const keys = (segments: readonly Segment[], left: ReadonlySet<number>) =>
    groupBy(left, (i) => keyOf(segments[i]?.tokens ?? []));
  const theirs = keys(now, leftNew);
  for (const [key, mine] of keys(old, leftOld)) {
    const others = theirs.get(key) ?? [];
    if (mine.length === 1 && others.length === 1) yield [mine[0] as number, others[0] as number];
  }
}

/** The likest first, each piece once. */
function findAlike(
  old: readonly Segment[],
  now: readonly Segment[],
  leftOld: readonly number[],
  leftNew: readonly number[],
): [number, number][] {
  const long = (segments: readonly Segment[]) => (i: number) =>
    (segments[i]?.tokens.length ?? 0) >= fewWords;
  const bags = new Map<number, WordBag>();
  const holders = new Map<string, number[]>();
  for (const j of leftNew.filter(long(now))) {
    const bag = bagOf(now.slice(j, j + 1));
    bags.set(j, bag);
    for (const word of bag.counts.keys()) {
      const held = holders.get(word);
      if (held === undefined) holders.set(word, [j]);
      else held.push(j);
    }
  }
  const scored: [i: number, j: number, same: number][] = [];
  for (const i of leftOld.filter(long(old))) {
    const bag = bagOf(old.slice(i, i + 1));
    const candidates = new Set(
      [...bag.counts.keys()].flatMap((word) => {
        const held = holders.get(word) ?? [];
        return held.length > commonIn ? [] : held;
      }),
    );
    for (const j of candidates) {
      const other = bags.get(j);
      if (other === undefined || old[i]?.isTitle !== now[j]?.isTitle) continue;
      const same = (2 * sharedWords(bag, other)) / (bag.size + other.size);
      if (same >= movedFrom) scored.push([i, j, same]);
    }
  }
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()];
  return scored
    .toSorted((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1])
    .flatMap(([i, j]): [number, number][] => {
      if (usedOld.has(i) || usedNew.has(j)) return [];
      usedOld.add(i);
      usedNew.add(j);
      return [[i, j]];
    });
}

/** Whether a pair stands elsewhere among those that keep their order. */
function crossingOf(paired: readonly Pairing[]): (i: number, j: number) => boolean {
  const sorted = paired.map(({ old, new: now }) => [old[0] ?? 0, now[0] ?? 0] as const);
  return (i, j) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.[0] ?? 0) < i) low = middle + 1;
      else high = middle;
    }
    return (sorted[low - 1]?.[1] ?? -1) > j || (sorted[low]?.[1] ?? Infinity) < j;
  };
}
