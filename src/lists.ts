// Lists grouped, cut and weighed, whatever they are of.

/** Groups in the order of their first members, each in the order of the list. */
export function groupBy<K, T>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** Those whose key no earlier one has. */
export function firstOfEach<T>(list: Iterable<T>, keyOf: (one: T) => string): T[] {
  return bestOfEach(list, keyOf, () => false);
}

/** One of each key where the first of it stood: that one, or a later one that is better. */
export function bestOfEach<T>(
  list: Iterable<T>,
  keyOf: (one: T) => string,
  isBetter: (one: T, held: T) => boolean,
): T[] {
  const best = new Map<string, T>();
  for (const one of list) {
    const key = keyOf(one);
    const held = best.get(key);
    if (held === undefined || isBetter(one, held)) best.set(key, one);
  }
  return [...best.values()];
}

/** @param words with single spaces between them */
export function setOfWords(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Each item joins the group before it or opens the next; `joins` is given that group with its last item. */
export function groupNeighbours<T>(
  items: Iterable<T>,
  joins: (item: T, group: readonly [T, ...T[]], last: T) => boolean,
): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && joins(item, group, group.at(-1) ?? group[0])) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** The first of equals; undefined when there are no values. */
export function heaviest<T>(weighted: Iterable<readonly [T, number]>): T | undefined {
  const weights = new Map<T, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: T | undefined;
  let most = -1;
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}

/** Pieces of so many items, the last of which may have fewer. */
export function cutBatches<T>(items: readonly T[], length: number): (readonly T[])[] {
  const count = Math.ceil(items.length / length);
  return Array.from({ length: count }, (_, i) => items.slice(i * length, (i + 1) * length));
}

/** Of as many numbers as there are, where arguments of a function may be too many; null for none. */
export function smallestOf(numbers: readonly number[]): number | null {
  return numbers.reduce<number | null>(
    (least, number) => (least === null ? number : Math.min(least, number)),
    null,
  );
}

/** As `smallestOf`. */
export function largestOf(numbers: readonly number[]): number | null {
  return numbers.reduce<number | null>(
    (most, number) => (most === null ? number : Math.max(most, number)),
    null,
  );
}
