// Takes two rows of words; gives the words of the one that are those of the other, as many of them as there can be.

/** Indexes of a word that stands in both rows. */
export type Pair = readonly [left: number, right: number];

/** Rows whose lengths multiply to more than this are not compared: the time grows with it. */
const most = 4_000_000;

/** Longest common subsequence, in order; null for rows that are too long. */
export function alignWords(left: readonly string[], right: readonly string[]): Pair[] | null {
  if (left.length * right.length > most) return null;
  const width = right.length + 1;
  // Of the rest of both rows from each pair of places on, how many words agree.
  const agree = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const [below, beside] = [agree[(i + 1) * width + j] ?? 0, agree[i * width + j + 1] ?? 0];
      const same = left[i] === right[j];
      agree[i * width + j] = same
        ? (agree[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(below, beside);
    }
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if ((agree[(i + 1) * width + j] ?? 0) >= (agree[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
