// Takes two texts; gives the runs of words that both have.

/** Words in lower case, without punctuation and without list labels such as (a) or (ii). */
export function toWords(text: string): string[] {
  const unlabelled = text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\((?:[a-z]|[ivx]+|\d+[a-z]?)\)/g, " ");
  return unlabelled.match(/[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** All runs of `length` words in a text, for look-up. */
export function collectRuns(words: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i += 1)
    runs.add(words.slice(i, i + length).join(" "));
  return runs;
}

/** Runs of `length` words of `words` that stand in `known`, each once. */
export function findSharedRuns(
  words: readonly string[],
  known: ReadonlySet<string>,
  length: number,
): string[] {
  return [...collectRuns(words, length)].filter((run) => known.has(run));
}
