import { describe, expect, it } from "vitest";
import { alignWords } from "../../src/text/align-words.ts";

const align = (left: string, right: string) =>
  alignWords(left.split(" "), right.split(" "))?.map(([i, j]) => `${i}-${j}`);

describe("words of two rows", () => {
  it("are paired as many as there can be, in order", () => {
    expect(align("a b c d", "a x c d")).toEqual(["0-0", "2-2", "3-3"]);
    expect(
      align("which sets out the keeper's view", "the keeper's report which sets out the view"),
    ).toEqual(["0-3", "1-4", "2-5", "3-6", "5-7"]);
    expect(align("a", "b")).toEqual([]);
  });

  it("are not paired in rows that are too long", () => {
    const long = Array(3000).fill("a");
    expect(alignWords(long, long)).toBeNull();
  });
});
