// What is set like a heading and is one, and what is not.
import { describe, expect, it } from "vitest";
import { findHeadings } from "../../src/structure/headings.ts";
import { measurePages } from "../../src/structure/measure.ts";
import { makePages, type LineSpec } from "./make-lines.ts";

const prose: LineSpec[] = [
  "The keeper of a light looks after its lamp, its horn and its boat through",
  "all the watches of the night, and writes in the log what has happened in",
  "each of them, so that whoever comes after can see it.",
];
const headingsOf = (...pages: readonly (readonly LineSpec[])[]) => {
  const made = makePages(...pages);
  const found = findHeadings(made, measurePages(made), {
    starts: () => null,
    isTitle: () => false,
  });
  return [...found.values()].flatMap((heading) =>
    heading === "continued" ? [] : [`${heading.level} ${heading.text}`],
  );
};
const heading = (text: string, look: object = {}): LineSpec => [
  text,
  { size: 16, bold: true, step: 30, ...look },
];

describe("findHeadings", () => {
  it("ranks headings by size, weight and slope", () => {
    expect(
      headingsOf([
        heading("Lights"),
        ...prose,
        heading("Lamps", { size: 11 }),
        ...prose,
        heading("Wicks", { size: 11, italic: true }),
        ...prose,
      ]),
    ).toEqual(["1 Lights", "2 Lamps", "3 Wicks"]);
  });

  it("joins a heading that runs over two lines", () => {
    expect(
      headingsOf([heading("The keeping of lights"), heading("and horns", { step: 18 }), ...prose]),
    ).toEqual(["1 The keeping of lights and horns"]);
  });

  it.each<[string, LineSpec[]]>([
    ["a sentence in bold", [["Never leave the lamp alone at night.", { bold: true }]]],
    [
      "a sentence of which only the start is bold",
      [["A keeper who leaves the tower in a storm", { bold: true }], "must say so in the log."],
    ],
    [
      "a list in bold",
      ["1. The lamp", "2. The horn", "3. The boat"].map((text): LineSpec => [text, { bold: true }]),
    ],
    ["a bullet", [["• Lamps", { bold: true }]]],
    ["an address", [["See www.example.org/lamps", { bold: true }]]],
    [
      "what somebody said",
      [
        [
          "“I would rather have a keeper who sleeps by day than one who sleeps at all”",
          { bold: true },
        ],
      ],
    ],
  ])("takes %s for text", (_, specs) => {
    expect(headingsOf([...prose, ...specs, ...prose])).toEqual([]);
  });

  it("finds no headings by weight in a document set in bold", () => {
    const bold = prose.map((text): LineSpec => [String(text), { bold: true }]);
    expect(headingsOf([["Lamps", { bold: true, step: 30 }], ...bold])).toEqual([]);
  });
});
