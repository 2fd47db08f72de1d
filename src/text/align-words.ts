// Takes two rows of words; gives where they differ, with as few words as can be, or the words that they share: Myers'
// method in linear memory.

/** Indexes of a word that stands in both rows. */
export type Pair = readonly [left: number, right: number];

/** Words `oldFrom`–`oldTo` of the one stand where `newFrom`–`newTo` stand in the other; ends exclusive, one may be empty. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Rows that differ in more words than this are taken to differ as a whole: time grows with it. */
const mostEdits = 3000;

/** Where two rows differ, in order; none for rows that are the same. */
export function diffWords(left: readonly string[], right: readonly string[]): Hunk[] {
  return compare(left, right).hunks;
}

/** The words that two rows share, in order, as many as there can be; null for rows that differ in too many. */
export function alignWords(left: readonly string[], right: readonly string[]): Pair[] | null {
  const { hunks, cut } = compare(left, right);
  if (cut) return null;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  const fill = (end: number): void => {
    while (i < end) pairs.push([i++, j++]);
  };
  for (const { oldFrom, oldTo, newTo } of hunks) {
    fill(oldFrom);
    [i, j] = [oldTo, newTo];
  }
  fill(left.length);
  return pairs;
}

interface Compared {
  readonly hunks: Hunk[];
  /** Some of them hold more than differs. */
  cut: boolean;
}

function compare(left: readonly string[], right: readonly string[]): Compared {
  const compared: Compared = { hunks: [], cut: false };
  const all = { oldFrom: 0, oldTo: left.length, newFrom: 0, newTo: right.length };
  split({ left, right }, all, compared);
  return compared;
}

interface Rows {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** A point between the corners; that there is none; or that they are too far apart to look for one. */
type Middle = readonly [number, number] | "corner" | "too far";

function split(rows: Rows, box: Hunk, compared: Compared): void {
  const trimmed = trim(rows, box);
  const { oldFrom, oldTo, newFrom, newTo } = trimmed;
  if (oldFrom === oldTo && newFrom === newTo) return;
  const middle = oldFrom === oldTo || newFrom === newTo ? "corner" : findMiddle(rows, trimmed);
  if (typeof middle === "string") {
    push(compared.hunks, trimmed);
    compared.cut ||= middle === "too far";
    return;
  }
  split(rows, { oldFrom, oldTo: middle[0], newFrom, newTo: middle[1] }, compared);
  split(rows, { oldFrom: middle[0], oldTo, newFrom: middle[1], newTo }, compared);
}

function trim({ left, right }: Rows, box: Hunk): Hunk {
  let { oldFrom, oldTo, newFrom, newTo } = box;
  while (oldFrom < oldTo && newFrom < newTo && left[oldFrom] === right[newFrom]) {
    oldFrom += 1;
    newFrom += 1;
  }
  while (oldFrom < oldTo && newFrom < newTo && left[oldTo - 1] === right[newTo - 1]) {
    oldTo -= 1;
    newTo -= 1;
  }
  return { oldFrom, oldTo, newFrom, newTo };
}

/** Hunks that touch are one. */
function push(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1);
  if (last !== undefined && last.oldTo === hunk.oldFrom && last.newTo === hunk.newFrom)
    hunks[hunks.length - 1] = { ...last, oldTo: hunk.oldTo, newTo: hunk.newTo };
  else hunks.push(hunk);
}

/** A point on a shortest way from one corner to the other, met by ways from both, where there is one but the corners. */
function findMiddle({ left, right }: Rows, { oldFrom, oldTo, newFrom, newTo }: Hunk): Middle {
  const n = oldTo - oldFrom;
  const m = newTo - newFrom;
  const delta = n - m;
  const most = Math.min(Math.ceil((n + m) / 2), mostEdits);
  const offset = most + 1;
  const ahead = new Int32Array(2 * most + 3);
  const back = new Int32Array(2 * most + 3);
  const at = (row: Int32Array, k: number) => row[offset + k] ?? 0;
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && at(ahead, k - 1) < at(ahead, k + 1))
          ? at(ahead, k + 1)
          : at(ahead, k - 1) + 1;
      while (x < n && x - k < m && left[oldFrom + x] === right[newFrom + x - k]) x += 1;
      ahead[offset + k] = x;
      const other = delta - k;
      if (delta % 2 !== 0 && Math.abs(other) < d && x + at(back, other) >= n)
        return inside(x, x - k, { n, m, oldFrom, newFrom });
    }
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && at(back, k - 1) < at(back, k + 1))
          ? at(back, k + 1)
          : at(back, k - 1) + 1;
      while (x < n && x - k < m && left[oldTo - 1 - x] === right[newTo - 1 - x + k]) x += 1;
      back[offset + k] = x;
      const other = delta - k;
      if (delta % 2 === 0 && Math.abs(other) <= d && x + at(ahead, other) >= n)
        return inside(n - x, m - x + k, { n, m, oldFrom, newFrom });
    }
  }
  return "too far";
}

function inside(
  x: number,
  y: number,
  { n, m, oldFrom, newFrom }: { n: number; m: number; oldFrom: number; newFrom: number },
): Middle {
  const isCorner = (x <= 0 && y <= 0) || (x >= n && y >= m);
  return isCorner || x < 0 || y < 0 || x > n || y > m ? "corner" : [oldFrom + x, newFrom + y];
}
