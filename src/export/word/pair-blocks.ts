// Takes the old and the new of a row of paragraphs or of rows of a table; gives which of the one is which of the other.
import { alignWords } from "../../text/align-words.ts";

export interface Paired {
  readonly key: string;
  readonly text: string;
}

export type Pairing<T> =
  | { readonly old: T; readonly fresh: T }
  | { readonly old: T; readonly fresh: null }
  | { readonly old: null; readonly fresh: T };

/** Share of words in common from which a paragraph is the old one changed, and not another. */
const alike = 0.4;
/** Gaps in which more pairs than these could be are not looked through. */
const mostPairs = 40_000;

/**
 * In the order in which they are to be shown: what is gone before what has come.
 * @param canPair whether two that differ may be one that changed
 */
export function pairBlocks<T extends Paired>(
  old: readonly T[],
  fresh: readonly T[],
  canPair: (old: T, fresh: T) => boolean,
): Pairing<T>[] {
  const paired: Pairing<T>[] = [];
  let [i, j] = [0, 0];
  const fill = (toOld: number, toFresh: number): void => {
    paired.push(...pairGap(old.slice(i, toOld), fresh.slice(j, toFresh), canPair));
  };
  for (const [left, right] of alignKeys(old, fresh)) {
    fill(left, right);
    paired.push({ old: old[left] as T, fresh: fresh[right] as T });
    [i, j] = [left + 1, right + 1];
  }
  fill(old.length, fresh.length);
  return paired;
}

type Pair = readonly [left: number, right: number];

/** What is the same at both ends, and in between as much as there can be, or what comes once in either. */
function alignKeys(old: readonly Paired[], fresh: readonly Paired[]): Pair[] {
  const same = (i: number, j: number) => old[i]?.key === fresh[j]?.key;
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && same(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && same(old.length - 1 - end, fresh.length - 1 - end)) end += 1;
  const [a, b] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  const between =
    alignWords(
      a.map(({ key }) => key),
      b.map(({ key }) => key),
    ) ?? alignUnique(a, b);
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...between.map(([i, j]): Pair => [i + start, j + start]),
    ...Array.from({ length: end }, (_, at): Pair => [
      old.length - end + at,
      fresh.length - end + at,
    ]),
  ];
}

/** For rows too long to be compared whole: the longest rising sequence of those that come once in either. */
function alignUnique(old: readonly Paired[], fresh: readonly Paired[]): Pair[] {
  const onceIn = (list: readonly Paired[]) => {
    const places = new Map<string, number>();
    list.forEach(({ key }, at) => places.set(key, places.has(key) ? -1 : at));
    return places;
  };
  const [left, right] = [onceIn(old), onceIn(fresh)];
  const pairs = old.flatMap(({ key }, i): Pair[] => {
    const j = right.get(key) ?? -1;
    return left.get(key) === i && j >= 0 ? [[i, j]] : [];
  });
  // Of each length the sequence that ends lowest, and for each pair the one before it.
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const rising: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) rising.unshift(pair);
  }
  return rising;
}

/** Pairs in order, so that as many words as can be stay. */
function pairGap<T extends Paired>(
  old: readonly T[],
  fresh: readonly T[],
  canPair: (old: T, fresh: T) => boolean,
): Pairing<T>[] {
  const gone = old.map((one): Pairing<T> => ({ old: one, fresh: null }));
  const come = fresh.map((one): Pairing<T> => ({ old: null, fresh: one }));
  if (old.length * fresh.length === 0 || old.length * fresh.length > mostPairs)
    return [...gone, ...come];
  const bags = [old, fresh].map((list) => list.map(({ text }) => countWords(text)));
  const worth = old.map((one, i) =>
    fresh.map((other, j) => {
      const share = shareOf(bags[0]?.[i], bags[1]?.[j]);
      return share >= alike && canPair(one, other) ? share : 0;
    }),
  );
  // Of the rest of both lists from each pair of places on, how much can be kept.
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const own = worth[i]?.[j] ?? 0;
      const taken = own > 0 ? own + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(taken, at(i + 1, j), at(i, j + 1));
    }
  const paired: Pairing<T>[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const own = worth[i]?.[j] ?? 0;
    const both = i < old.length && j < fresh.length;
    if (both && own > 0 && at(i, j) === own + at(i + 1, j + 1)) {
      paired.push({ old: old[i++] as T, fresh: fresh[j++] as T });
    } else if (i < old.length && (j >= fresh.length || at(i + 1, j) >= at(i, j)))
      paired.push(gone[i++] as Pairing<T>);
    else paired.push(come[j++] as Pairing<T>);
  }
  return paired;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Twice the words in common, of all words of both. */
function shareOf(
  a: ReadonlyMap<string, number> = new Map(),
  b: ReadonlyMap<string, number> = new Map(),
): number {
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, count) => all + count, 0);
  const all = sum(a) + sum(b);
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return all === 0 ? 1 : (2 * common) / all;
}
