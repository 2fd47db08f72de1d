import { describe, expect, it } from "vitest";
import { alignWords, diffWords } from "../../src/text/align-words.ts";

const align = (left: string, right: string) =>
  alignWords(left.split(" "), right.split(" "))?.map(([i, j]) => `${i}-${j}`);

/** Most words that two rows can share, by trying all. */
function mostShared(left: readonly string[], right: readonly string[]): number {
  const best = Array.from({ length: left.length + 1 }, () => Array<number>(right.length + 1));
  for (let i = left.length; i >= 0; i -= 1)
    for (let j = right.length; j >= 0; j -= 1) {
      const at = (a: number, b: number) => best[a]?.[b] ?? 0;
      const row = best[i] ?? [];
      if (i === left.length || j === right.length) row[j] = 0;
      else if (left[i] === right[j]) row[j] = 1 + at(i + 1, j + 1);
      else row[j] = Math.max(at(i + 1, j), at(i, j + 1));
    }
  return best[0]?.[0] ?? 0;
}

/** What is kept of both, taken from the hunks; fails where they do not fit together. */
function keptBy(left: readonly string[], right: readonly string[]): string[] {
  const kept: string[] = [];
  let [i, j] = [0, 0];
  const end = { oldFrom: left.length, oldTo: left.length, newFrom: right.length, newTo: 0 };
  for (const { oldFrom, oldTo, newFrom, newTo } of [...diffWords(left, right), end]) {
    expect(left.slice(i, oldFrom)).toEqual(right.slice(j, newFrom));
    kept.push(...left.slice(i, oldFrom));
    [i, j] = [oldTo, newTo];
  }
  return kept;
}

/** Fails where a pair is none, or out of order. */
function pairedBy(left: readonly string[], right: readonly string[]): number {
  const pairs = alignWords(left, right) ?? [];
  let [lastLeft, lastRight] = [-1, -1];
  for (const [i, j] of pairs) {
    expect(left[i]).toBe(right[j]);
    expect(i > lastLeft && j > lastRight).toBe(true);
    [lastLeft, lastRight] = [i, j];
  }
  return pairs.length;
}

describe("words of two rows", () => {
  it("are paired as many as there can be, in order", () => {
    expect(align("a b c d", "a x c d")).toEqual(["0-0", "2-2", "3-3"]);
    expect(
      align("which sets out the keeper's view", "the keeper's report which sets out the view"),
    ).toEqual(["0-3", "1-4", "2-5", "3-6", "5-7"]);
    expect(align("a", "b")).toEqual([]);
  });

  it.each([
    ["", ""],
    ["a b c", "a b c"],
    ["a b c", ""],
    ["", "a b"],
    ["staff should ask first", "staff must always ask"],
    ["a b a b a b c a", "b a c a b a"],
    ["x a b c y", "y a b c x"],
  ])("are kept of %j and %j as many as can be", (one, other) => {
    const [left, right] = [one.split(" "), other.split(" ")];
    expect(keptBy(left, right)).toHaveLength(mostShared(left, right));
    expect(pairedBy(left, right)).toBe(mostShared(left, right));
  });

  it("are kept as many as can be of rows by chance", () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const row = () => Array.from({ length: next(30) }, () => "abcd".charAt(next(4)));
    for (let round = 0; round < 500; round += 1) {
      const [left, right] = [row(), row()];
      expect(keptBy(left, right)).toHaveLength(mostShared(left, right));
      expect(pairedBy(left, right)).toBe(mostShared(left, right));
    }
  });

  it("are paired in long rows that differ in little", () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `w${at}`);
    const changed = long.map((word, at) => (at % 5000 === 17 ? "other" : word));
    expect(alignWords(long, changed)).toHaveLength(19_996);
  });

  it("are one difference where nothing is shared, and not paired where they differ in too many", () => {
    const [left, right] = [Array<string>(5000).fill("a"), Array<string>(5000).fill("b")];
    expect(diffWords(left, right)).toEqual([{ oldFrom: 0, oldTo: 5000, newFrom: 0, newTo: 5000 }]);
    expect(alignWords(left, right)).toBeNull();
  });
});
