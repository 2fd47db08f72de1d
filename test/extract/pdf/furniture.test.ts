// What repeats at the head and foot of pages, and what only stands there.
import { describe, expect, it } from "vitest";
import { removeFurniture } from "../../../src/extract/pdf/furniture.ts";
import type { LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage, texts } from "./make-raw-pages.ts";

const text: LineSpec = ["The lamp burns by night.", { step: 200 }];
const foot = (line: string): LineSpec => [line, { step: 700, left: 290 }];
const clean = (...pages: readonly (readonly LineSpec[])[]) =>
  removeFurniture(pages.map((specs, i) => makeRawPage(i + 1, specs)));

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
});
