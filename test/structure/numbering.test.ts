// Which lines begin a numbered paragraph, and which only begin with a number.
import { describe, expect, it } from "vitest";
import type { Page } from "../../src/extract/page.ts";
import { measurePages } from "../../src/structure/measure.ts";
import { createNumbering } from "../../src/structure/numbering.ts";
import { makePages, type LineSpec } from "./make-lines.ts";

const numbersOf = (pages: readonly Page[]): string[] => {
  const numbering = createNumbering(pages, measurePages(pages));
  return pages.flatMap((page) =>
    page.lines.flatMap((line) => numbering.starts(line)?.number ?? []),
  );
};
const paragraph = (number: string): LineSpec[] => [
  `${number} The keeper looks after the lamp, the horn and the boat,`,
  "and writes down what happens in each watch of the night.",
];
const range = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, i) => paragraph(name(i + 1))).flat();

describe("createNumbering", () => {
  it("finds dotted numbers and where sections change", () => {
    const found = numbersOf(
      makePages(
        range(6, (n) => `1.${n}`),
        range(6, (n) => `2.${n}`),
      ),
    );
    expect(found).toHaveLength(12);
    expect(found.slice(5, 7)).toEqual(["1.6", "2.1"]);
  });

  it("finds plain numbers, with or without a full stop", () => {
    expect(numbersOf(makePages(range(12, (n) => `${n}.`)))).toHaveLength(12);
    expect(numbersOf(makePages(range(12, (n) => `${n}`)))).toHaveLength(12);
  });

  it("takes a few pairs of numbers, where all of them go up", () => {
    expect(numbersOf(makePages([...range(2, (n) => `1.${n}`), ...paragraph("2.1")]))).toHaveLength(
      3,
    );
    expect(
      numbersOf(makePages(["1.1 Lamps burn.", "1.2 Horns sound.", "2.5 miles off.", "7.5 tons."])),
    ).toEqual([]);
  });

  it("knows a section's title, set like the text, by its number", () => {
    const pages = makePages([
      "1. Lamps",
      ...paragraph("1.1"),
      ...paragraph("1.2"),
      "2 Horns",
      ...paragraph("2.1"),
      "3. The third of these goes on with a sentence,",
      "not with a paragraph of its own.",
    ]);
    const numbering = createNumbering(pages, measurePages(pages));
    const titles = pages.flatMap((page) => page.lines.filter(numbering.isTitle));
    expect(titles.map(({ text }) => text)).toEqual(["1. Lamps", "2 Horns"]);
  });

  it("takes no count at the start of a line for the next number", () => {
    const pages = makePages([
      ...range(9, (n) => `${n}`),
      "The house has, by day and by night,",
      "10 keepers on its watch.",
      ...paragraph("10"),
    ]);
    const numbering = createNumbering(pages, measurePages(pages));
    const tenth = pages
      .flatMap((page) => page.lines)
      .find((line) => numbering.starts(line)?.number === "10");
    expect(tenth?.text).toContain("The keeper");
  });

  it("lets numbers start again in an annex", () => {
    const found = numbersOf(
      makePages(
        range(9, (n) => `1.${n}`),
        range(4, (n) => `1.${n}`),
      ),
    );
    expect(found).toHaveLength(13);
  });

  it("is not misled by years, amounts and items set in from the margin", () => {
    const pages = makePages([
      ...range(9, (n) => `${n}.`),
      "1894 was the year in which the tower was built at last.",
      ["1. oil", { left: 110 }],
      ["2. wicks", { left: 110 }],
      ...paragraph("10."),
    ]);
    expect(numbersOf(pages)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
  });

  it("bridges a number that is missing", () => {
    const found = numbersOf(makePages([...range(7, (n) => `14.${n + 1}`), ...paragraph("14.10")]));
    expect(found.slice(-2)).toEqual(["14.8", "14.10"]);
    expect(found).toHaveLength(8);
  });

  it("finds nothing in a document with a short list", () => {
    expect(numbersOf(makePages(range(5, (n) => `${n}.`)))).toEqual([]);
  });
});

describe("createNumbering on a digest of another instrument", () => {
  const entry = (label: string): LineSpec[] => [
    [`${label} The keeper must look after the lamp in all weathers.`, { step: 24 }],
    "(b) Here the text goes on and on, over a line that begins like",
  ];

  it("takes the instrument's labels for numbers", () => {
    const labels = ["1(1)", "1(2)", "2(1)(a)", "2(1)(b)(ii)", "3A(1)", "10(2)", "11(1)"];
    const pages = makePages(
      labels.flatMap(entry),
      ["Schedule 1 para 2", "Schedule 2 para 3(b)"].flatMap(entry),
    );
    const numbering = createNumbering(pages, measurePages(pages));
    const starts = pages.flatMap((page) =>
      page.lines.flatMap((line) => numbering.starts(line) ?? []),
    );
    expect(numbering.isCited).toBe(true);
    expect(starts.map((start) => start.address)).toEqual([
      "reg/1/1",
      "reg/1/2",
      "reg/2/1/a",
      "reg/2/1/b/ii",
      "reg/3A/1",
      "reg/10/2",
      "reg/11/1",
      "sch/1/para/2",
      "sch/2/para/3/b",
    ]);
  });

  it("needs more than a few such lines", () => {
    const pages = makePages(["1(1)", "2(1)", "3(1)"].flatMap(entry));
    expect(createNumbering(pages, measurePages(pages)).isCited).toBe(false);
  });
});
