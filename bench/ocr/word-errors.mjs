// How many words of a text are read wrongly.

/** Words as they are compared: without marks around them, large letters as small ones. */
export function wordsOf(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .split(/[^\p{L}\p{N}'’.,/&-]+/u)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "");
}

/**
 * Words that must be put in, taken out or changed to make the one of the other (Levenshtein).
 * @param {readonly string[]} truth
 * @param {readonly string[]} read
 */
export function countErrors(truth, read) {
  let row = Array.from({ length: read.length + 1 }, (_, at) => at);
  for (const [at, word] of truth.entries()) {
    const next = [at + 1];
    for (const [to, other] of read.entries()) {
      const changed = (row[to] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(changed, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Words of the one that the other holds not at all, or not so often: whatever the order of columns and tables. */
export function countLost(truth, read) {
  const held = new Map();
  for (const word of read) held.set(word, (held.get(word) ?? 0) + 1);
  let lost = 0;
  for (const word of truth) {
    const left = held.get(word) ?? 0;
    if (left === 0) lost += 1;
    else held.set(word, left - 1);
  }
  return lost;
}
