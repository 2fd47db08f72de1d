// What is said of pages without text, with garbled text, and of whole files of them.
import { describe, expect, it } from "vitest";
import { judgePages } from "../../../src/extract/pdf/judge-pages.ts";
import type { LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage } from "./make-raw-pages.ts";

const text: LineSpec[] = [["The lamp burns by night, and the horn sounds in fog.", { step: 200 }]];
const stamp: LineSpec[] = [["Lodged", { step: 200 }]];

describe("judgePages", () => {
  it("lists pages that are blank, broken or garbled, and keeps the others", () => {
    const { pages: usable, problems } = judgePages(
      [
        makeRawPage(1, text),
        makeRawPage(2, []),
        makeRawPage(3, []),
        makeRawPage(4, [["! # $%&", { step: 200 }]], { unmapped: 0.7 }),
        makeRawPage(5, text, { unmapped: 0.05 }),
      ],
      { broken: [3] },
      10_000,
    );
    expect(problems.map(({ code, pages }) => [code, pages])).toEqual([
      ["pages-unreadable", [3]],
      ["pages-without-text", [2]],
      ["garbled-text", [4]],
    ]);
    expect(usable.map((page) => page.lines.length)).toEqual([1, 0, 0, 0, 1]);
  });

  it("refuses scans with nothing but a stamp", () => {
    expect(() =>
      judgePages([makeRawPage(1, stamp), makeRawPage(2, stamp)], { broken: [] }, 400_000),
    ).toThrow(expect.objectContaining({ code: "no-text" }));
    expect(judgePages([makeRawPage(1, stamp)], { broken: [] }, 900).pages).toHaveLength(1);
  });

  it("refuses a file whose fonts name no letters, and says why", () => {
    const garbled = makeRawPage(1, [["!#%", { step: 200 }]], { unmapped: 0.9 });
    expect(() => judgePages([garbled], { broken: [] }, 5000)).toThrow(/fonts do not name/);
  });

  it("refuses a file of which no page can be read", () => {
    expect(() => judgePages([makeRawPage(1, [])], { broken: [1] }, 5000)).toThrow(
      expect.objectContaining({ code: "unreadable" }),
    );
  });
});
