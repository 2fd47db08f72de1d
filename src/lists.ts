// Lists of words, and lists by a key: what has the same one together, or only the first of it.

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
export function firstOfEach<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = keyOf(one);
    return !seen.has(key) && seen.add(key);
  });
}

/** @param words with single spaces between them */
export function setOfWords(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
