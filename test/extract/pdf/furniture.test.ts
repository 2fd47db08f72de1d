// What repeats at the head and foot of pages, and what only stands there.
import { describe, expect, it } from "vitest";
import { removeFurniture } from "../../../src/extract/pdf/furniture.ts";
import type { LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage, texts } from "./make-raw-pages.ts";

const text: LineSpec = ["The lamp burns by night.", { step: 200 }];
const foot = (line: string): LineSpec => [line, { step: 700, left: 290 }];
const clean = (...pages: readonly (readonly LineSpec[])[]) =>
  removeFurniture(pages.map((specs, i) => makeRawPage(i + 1, specs))).pages;

describe("removeFurniture", () => {
  it("removes what many pages have at their head, and what stands beyond it", () => {
    const pages = clean(
      ...["Lamps", "Horns", "Boats", "Oil"].map((part): LineSpec[] => [
        [`Part ${part}`, { step: -50 }],
        "The Lighthouse Manual",
        text,
      ]),
    );
    expect(pages.map(texts)).toEqual(Array.from({ length: 4 }, () => ["The lamp burns by night."]));
  });

  it("sees through numbers that change and sides that swap", () => {
    const pages = clean(
      ...[1, 2, 3, 4].map((n): LineSpec[] => [
        n % 2 === 0 ? `${n} | The Manual` : `The Manual | ${n}`,
        text,
      ]),
    );
    expect(pages.flatMap(texts)).toEqual(
      Array.from({ length: 4 }, () => "The lamp burns by night."),
    );
  });

  it("keeps a line that stands at the head of one page only", () => {
    const pages = clean(["A new chapter", text], [text], [text], [text]);
    expect(texts(pages[0])).toContain("A new chapter");
  });

  it("takes a bare number at the very edge for the page's", () => {
    const pages = clean([text, foot("7")], [text, foot("page 8 of 90")]);
    expect(pages.map((page) => page.label)).toEqual(["7", "8"]);
    expect(pages.flatMap(texts)).toHaveLength(2);
  });

  it("keeps footnote numbers above the page number", () => {
    const pages = clean(
      ...[1, 2, 3, 4].map((n): LineSpec[] => [
        text,
        [`${n + 10}`, { step: 640, size: 6 }],
        [`A note on ${["whale", "rape", "seal", "fish"][n - 1]} oil.`, { step: 2, size: 8 }],
        [`${n}`, { step: 40, left: 290 }],
      ]),
    );
    expect(texts(pages[0])).toEqual(["The lamp burns by night.", "11", "A note on whale oil."]);
    expect(pages[0]?.label).toBe("1");
  });

  const large = { size: 16, bold: true };
  const bold = { bold: true, step: 22 };

  it("keeps a title at the head of each page, with the same line below it", () => {
    for (const below of [
      ["Policy statement", bold],
      ["Policy statement", { step: 22 }],
    ] as const) {
      const pages = clean(
        ...["Lamps", "Horns", "Boats", "Oil"].map((name): LineSpec[] => [
          [`${name} policy`, large],
          below,
          ["A keeper reads this page once a year.", { step: 18 }],
          text,
        ]),
      );
      expect(pages.map((page) => texts(page)[0])).toEqual([
        "Lamps policy",
        "Horns policy",
        "Boats policy",
        "Oil policy",
      ]);
    }
  });

  it("removes a bold running head, under which pages begin within a sentence", () => {
    const pages = clean(
      ...["of the lamp", "A wick burns", "and the horn", "Oil"].map((start): LineSpec[] => [
        ["The Lighthouse Manual", { bold: true, step: -40 }],
        [start, { step: 24 }],
        text,
      ]),
    );
    expect(pages.map((page) => texts(page)[0])).toContain("and the horn");
    expect(pages.flatMap(texts)).not.toContain("The Lighthouse Manual");
  });

  it("keeps a paragraph with which many pages begin", () => {
    const pages = clean(
      ...["lamp", "horn", "boat", "oil"].map((thing): LineSpec[] => [
        ["The Manual", { step: -50, size: 9 }],
        ["A keeper treats whoever comes to the light with the same care,", { step: 50 }],
        "wherever they sail from and whatever flag it is that they sail under.",
        `This is how the ${thing} is seen to by the second keeper of the watch.`,
      ]),
    );
    expect(pages.map((page) => texts(page).length)).toEqual([3, 3, 3, 3]);
  });

  it("keeps a sentence above a line that recurs", () => {
    const pages = clean(
      ...["lamp", "horn", "boat", "oil"].map((thing): LineSpec[] => [
        `The ${thing} is seen to by the second keeper, who writes it into the log of the day.`,
        "Signed:",
        text,
      ]),
    );
    expect(texts(pages[1])[0]).toContain("horn");
  });

  it("knows the footers of two pages by the page's number in them", () => {
    const pages = clean(
      [text, foot("Lamps policy v2 | Page 1 of 2")],
      [text, foot("Lamps policy v2 | Page 2 of 2")],
    );
    expect(pages.map((page) => texts(page).length)).toEqual([1, 1]);
    const kept = clean(
      [text, foot("The lamp is lit at dusk")],
      [text, foot("The lamp is lit at dusk")],
    );
    expect(kept.map((page) => texts(page).length)).toEqual([2, 2]);
  });

  it("lists what it removes, each running line once", () => {
    const raw = [1, 2, 3].map((n) =>
      makeRawPage(n, [["The Manual", { step: -50 }], text, foot(`${n}`)]),
    );
    const { running, leftOut } = removeFurniture(raw);
    expect(running).toEqual(["The Manual"]);
    expect(leftOut.filter(({ page }) => page === 2)).toEqual([
      { page: 2, text: "The Manual", reason: "running-head" },
      { page: 2, text: "2", reason: "page-number" },
    ]);
  });

  it("reads page numbers that go up with the pages, roman and with a letter", () => {
    const labels = (...printed: string[]) =>
      clean(...printed.map((label): LineSpec[] => [text, foot(label)])).map(({ label }) => label);
    expect(labels("i", "ii", "iii", "1", "2")).toEqual(["i", "ii", "iii", "1", "2"]);
    expect(labels("A-1", "A-2", "B-1", "B-2")).toEqual(["A-1", "A-2", "B-1", "B-2"]);
    expect(labels("40", "7", "112")).toEqual([null, null, null]);
  });
});
