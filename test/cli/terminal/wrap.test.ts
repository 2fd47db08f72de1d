import { describe, expect, it } from "vitest";
import { measureText, wrapRuns, wrapText } from "../../../src/cli/terminal/wrap.ts";

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
    const runs = [
      { text: "signed ", style: "" },
      { text: "by hand", style: "bold" },
      { text: ".", style: "" },
      { text: "[1]", style: "marker" },
      { text: " Then", style: "" },
    ];
    expect(wrapRuns(runs, 14)).toEqual([
      [
        { text: "signed ", style: "" },
        { text: "by", style: "bold" },
      ],
      [
        { text: "hand", style: "bold" },
        { text: ".", style: "" },
        { text: "[1]", style: "marker" },
        { text: " Then", style: "" },
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
