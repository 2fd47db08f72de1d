import { describe, expect, it } from "vitest";
import { diffWords } from "../../src/compare/diff-words.ts";
import { alignWords } from "../../src/text/align-words.ts";

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

describe("diffWords", () => {
  it.each([
    ["", ""],
    ["a b c", "a b c"],
    ["a b c", ""],
    ["", "a b"],
    ["staff should ask first", "staff must always ask"],
    ["a b a b a b c a", "b a c a b a"],
    ["x a b c y", "y a b c x"],
  ])("keeps as many words of %j and %j as can be", (one, other) => {
    const [left, right] = [one.split(" "), other.split(" ")];
    expect(keptBy(left, right)).toHaveLength(alignWords(left, right)?.length ?? -1);
  });

  it("keeps as many words as can be of rows by chance", () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const row = () => Array.from({ length: next(30) }, () => "abcd".charAt(next(4)));
    for (let round = 0; round < 500; round += 1) {
      const [left, right] = [row(), row()];
      expect(keptBy(left, right)).toHaveLength(alignWords(left, right)?.length ?? -1);
    }
  });

  it("takes rows with nothing in common for one difference", () => {
    const hunks = diffWords(Array(5000).fill("a"), Array(5000).fill("b"));
    expect(hunks).toEqual([{ oldFrom: 0, oldTo: 5000, newFrom: 0, newTo: 5000 }]);
  });
});
