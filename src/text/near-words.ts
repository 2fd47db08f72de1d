// Takes two words; tells whether one is likely the other with a slip of the finger.

/** A letter wrong, lacking, too many or in its neighbour's place: of words from so many letters on. */
const oneSlip = 5;
const twoSlips = 9;

/** The first letter is hardly ever wrong, and few words would be left apart without it. */
export function isNearWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (a[0] !== b[0] || shorter < oneSlip) return false;
  const most = shorter >= twoSlips ? 2 : 1;
  return Math.abs(a.length - b.length) <= most && countSlips(a, b) <= most;
}

/** Damerau and Levenshtein's distance, neighbours changed once at most. */
function countSlips(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last?.[j - 1] ?? 0) + same,
        swapped ? (before?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last?.[b.length] ?? 0;
}
