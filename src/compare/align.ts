// Takes the pieces of two editions; gives which piece is which: the same words first, then those alike between them.
import { bagOf, likeness, sharedWords, type WordBag } from "./likeness.ts";
import type { Segment } from "./segments.ts";
import { keyOf } from "./tokens.ts";

/** Pieces of one edition that are those of the other: mostly one of either, more where one prints them in parts. */
export interface Pairing {
  /** Indexes of pieces, in order, without gaps. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** It stands elsewhere among the others than it stood. */
  readonly crosses: boolean;
}

/** Pieces `from`–`to` of either edition, ends exclusive. */
interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

interface Editions {
  readonly old: readonly Segment[];
  readonly new: readonly Segment[];
  readonly oldKeys: readonly string[];
  readonly newKeys: readonly string[];
}

/** Pairings in the order of the old edition, of those that stand in the same order in both. */
export function alignSegments(old: readonly Segment[], now: readonly Segment[]): Pairing[] {
  const editions = {
    old,
    new: now,
    oldKeys: old.map(({ tokens }) => keyOf(tokens)),
    newKeys: now.map(({ tokens }) => keyOf(tokens)),
  };
  const pairings: Pairing[] = [];
  const whole = { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: now.length };
  alignGap(editions, whole, pairings);
  return pairings;
}

/** Ends first, then pieces that are nowhere else in either, between which there is another such gap. */
function alignGap(editions: Editions, gap: Gap, pairings: Pairing[]): void {
  const { oldKeys, newKeys } = editions;
  let { oldFrom, oldTo, newFrom, newTo } = gap;
  while (oldFrom < oldTo && newFrom < newTo && oldKeys[oldFrom] === newKeys[newFrom])
    pairings.push(pairOf([oldFrom++], [newFrom++]));
  const tail: Pairing[] = [];
  while (oldFrom < oldTo && newFrom < newTo && oldKeys[oldTo - 1] === newKeys[newTo - 1])
    tail.push(pairOf([--oldTo], [--newTo]));
  const rest = { oldFrom, oldTo, newFrom, newTo };
  const anchors = findAnchors(editions, rest);
  if (anchors.length === 0) pairings.push(...alignAlike(editions, rest));
  else {
    for (const [left, right] of anchors) {
      alignGap(editions, { oldFrom, oldTo: left, newFrom, newTo: right }, pairings);
      pairings.push(pairOf([left], [right]));
      [oldFrom, newFrom] = [left + 1, right + 1];
    }
    alignGap(editions, { oldFrom, oldTo, newFrom, newTo }, pairings);
  }
  pairings.push(...tail.toReversed());
}

function pairOf(old: readonly number[], now: readonly number[]): Pairing {
  return { old, new: now, crosses: false };
}

/** Pieces that stand once in the gap of either edition, as many as keep their order. */
function findAnchors({ oldKeys, newKeys }: Editions, gap: Gap): (readonly [number, number])[] {
  const once = (keys: readonly string[], from: number, to: number) => {
    const found = new Map<string, number>();
    for (let i = from; i < to; i += 1) {
      const key = keys[i] ?? "";
      found.set(key, found.has(key) ? -1 : i);
    }
    return found;
  };
  const left = once(oldKeys, gap.oldFrom, gap.oldTo);
  const right = once(newKeys, gap.newFrom, gap.newTo);
  const pairs: [number, number][] = [];
  for (const [key, at] of left) {
    const other = right.get(key) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  return longestRise(pairs.sort((a, b) => a[0] - b[0]));
}

/** The longest run of pairs whose second numbers rise. */
function longestRise(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, [, value]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = i;
  }
  const run: (readonly [number, number])[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i];
    if (pair !== undefined) run.push(pair);
  }
  return run.toReversed();
}

/** Gaps whose lengths multiply to more than this are left to the search that does not mind the order. */
const mostCells = 400_000;
/** Two pieces are of one text from this likeness on; pieces printed in parts must have nearly all their words. */
const alike = 0.5;
const nearlySame = 0.85;
/** How many pieces one edition may print as one that the other prints apart. */
const mostParts = 12;

/** How the best alignment of the rests from here on begins: so many pieces of either edition are one. */
interface Step {
  readonly left: number;
  readonly right: number;
}

const singles: readonly Step[] = [
  { left: 1, right: 1 },
  { left: 1, right: 0 },
  { left: 0, right: 1 },
];

/** Pieces alike, in the same order in both, so that together they have as many words in common as can be. */
function alignAlike(editions: Editions, { oldFrom, oldTo, newFrom, newTo }: Gap): Pairing[] {
  const [n, m] = [oldTo - oldFrom, newTo - newFrom];
  if (n === 0 || m === 0 || n * m > mostCells) return [];
  const old = editions.old.slice(oldFrom, oldTo);
  const now = editions.new.slice(newFrom, newTo);
  const gain = gainOf(old, now);
  const best = new Float64Array((n + 1) * (m + 1));
  const steps: Step[] = [];
  for (let i = n; i >= 0; i -= 1)
    for (let j = m; j >= 0; j -= 1) {
      if (i === n && j === m) continue;
      let [most, chosen] = [-1, singles[1] as Step];
      for (const step of stepsFrom(n - i, m - j)) {
        const rest = best[(i + step.left) * (m + 1) + j + step.right] ?? 0;
        const value = rest + gain(i, j, step);
        if (value > most) [most, chosen] = [value, step];
      }
      best[i * (m + 1) + j] = most;
      steps[i * (m + 1) + j] = chosen;
    }
  const pairings: Pairing[] = [];
  for (let [i, j] = [0, 0]; i < n || j < m;) {
    const { left, right } = steps[i * (m + 1) + j] as Step;
    if (left > 0 && right > 0 && gain(i, j, { left, right }) > 0)
      pairings.push(pairOf(range(oldFrom + i, left), range(newFrom + j, right)));
    i += left;
    j += right;
  }
  return pairings;
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, i) => from + i);
}

function stepsFrom(left: number, right: number): Step[] {
  const steps = singles.filter((step) => step.left <= left && step.right <= right);
  for (let parts = 2; parts <= mostParts; parts += 1) {
    if (right > 0 && left >= parts) steps.push({ left: parts, right: 1 });
    if (left > 0 && right >= parts) steps.push({ left: 1, right: parts });
  }
  return steps;
}

/** Words gained by taking pieces for each other: those in common, if there are enough of them; less for parts. */
function gainOf(
  old: readonly Segment[],
  now: readonly Segment[],
): (i: number, j: number, step: Step) => number {
  const [oldBags, newBags] = [old.map((one) => bagOf([one])), now.map((one) => bagOf([one]))];
  const [oldSizes, newSizes] = [sumSizes(oldBags), sumSizes(newBags)];
  const join = (segments: readonly Segment[], bags: readonly WordBag[], at: number, of: number) =>
    of === 1 ? bags[at] : bagOf(segments.slice(at, at + of));
  return (i, j, { left, right }) => {
    if (left === 0 || right === 0) return 0;
    const parts = Math.max(left, right);
    const least = parts > 1 ? nearlySame : alike;
    // Most pieces have nothing to do with each other: looked at first is whether their lengths would do.
    const sizes = [sizeOf(oldSizes, i, left), sizeOf(newSizes, j, right)] as const;
    if (2 * Math.min(...sizes) < least * (sizes[0] + sizes[1])) return 0;
    const [a, b] = [join(old, oldBags, i, left), join(now, newBags, j, right)];
    if (a === undefined || b === undefined) return 0;
    const same = likeness(a, b);
    if (same < least) return 0;
    const [one, other] = [old[i], now[j]];
    // A heading is a paragraph only where the other edition does not print it as a heading.
    if (parts === 1 && one?.isTitle !== other?.isTitle && !isSameTitle(one, other)) return 0;
    return sharedWords(a, b) * same - (parts - 1) * 0.5;
  };
}

/** The same words, but for the number that a heading is without. */
function isSameTitle(one: Segment | undefined, other: Segment | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [title, text] = one.isTitle ? [one, other] : [other, one];
  const numbers = text.tokens.length - title.tokens.length;
  return (
    (numbers === 0 || numbers === 1) &&
    title.tokens.every((token, i) => token.text === text.tokens[i + numbers]?.text)
  );
}

/** Words before each piece, and before the end. */
function sumSizes(bags: readonly WordBag[]): number[] {
  const sums = [0];
  for (const { size } of bags) sums.push((sums.at(-1) ?? 0) + size);
  return sums;
}

function sizeOf(sums: readonly number[], at: number, of: number): number {
  return (sums[at + of] ?? 0) - (sums[at] ?? 0);
}
