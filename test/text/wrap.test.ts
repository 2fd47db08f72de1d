import { describe, expect, it } from "vitest";
import { measureText, wrapRuns, wrapText, type Run } from "../../src/text/wrap.ts";

describe("wrapText", () => {
  it.each<[string, number, string[]]>([
    ["", 10, []],
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 13, ["one two three"]],
    ["  one \n\n two ", 20, ["one two"]],
    ["a unbreakable_name.pdf b", 5, ["a", "unbreakable_name.pdf", "b"]],
    ["日本 日本", 5, ["日本", "日本"]],
  ])("%j in %i columns", (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });
});

describe("wrapRuns", () => {
  it("keeps touching runs together and joins equal neighbours", () => {
    const runs: Run[] = [
      { text: "signed ", style: "plain" },
      { text: "by hand", style: "strong" },
      { text: ".", style: "plain" },
      { text: "[1]", style: "marker" },
      { text: " Then", style: "plain" },
    ];
    expect(wrapRuns(runs, 14)).toEqual([
      [
        { text: "signed ", style: "plain" },
        { text: "by", style: "strong" },
      ],
      [
        { text: "hand", style: "strong" },
        { text: ".", style: "plain" },
        { text: "[1]", style: "marker" },
        { text: " Then", style: "plain" },
      ],
    ]);
  });
});

describe("measureText", () => {
  it.each([
    ["plain", 5],
    ["cafe\u0301", 4],
    ["日本", 4],
    ["🏠", 2],
  ])("%s", (text, columns) => {
    expect(measureText(text)).toBe(columns);
  });
});
