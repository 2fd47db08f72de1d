// How provisions become passages: whole ones, parts of long ones, short ones together.
import { describe, expect, it } from "vitest";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import type { ChunkLimits } from "../../src/chunk/limits.ts";
import type { Page } from "../../src/extract/page.ts";
import type { Passage } from "../../src/chunk/passage.ts";
import { readStructure } from "../../src/structure/structure.ts";
import {
  amendment,
  footnoteMark,
  makeLines,
  makePage,
  makePages,
  type LineSpec,
} from "../structure/make-lines.ts";

const limits: ChunkLimits = { most: 40, fewest: 8, count: (text) => text.split(/\s+/).length };
const chunk = (pages: readonly Page[], within = limits): Passage[] =>
  chunkDocument(
    "doc",
    readStructure({
      form: "printed",
      pages,
      pageCount: pages.length,
      info: { title: null, author: null, producer: null, created: null },
      problems: [],
      running: [],
      leftOut: [],
    }),
    within,
  );
const heading = (text: string): LineSpec => [text, { size: 16, bold: true, step: 30 }];
const words = (count: number, word = "lamp") => Array.from({ length: count }, () => word).join(" ");
const sentence = (count: number, word: string) => `The ${words(count - 1, word)}.`;
/** Paragraphs 1.1 to 1.n, each of one line of eleven words. */
const paragraphs = (n: number): LineSpec[] =>
  Array.from({ length: n }, (_, i): LineSpec => [
    `1.${i + 1} ${sentence(11, "lamp")}`,
    { step: 24 },
  ]);

const instrument: LineSpec[] = [
  ["STATUTORY INSTRUMENTS", { centred: true }],
  ["1901 No. 17", { centred: true }],
];
const regulation = (...clauses: readonly LineSpec[]): LineSpec[] => [
  ...instrument,
  ["Lamps", { bold: true, step: 24 }],
  ...clauses,
  ["Horns", { bold: true, step: 24 }],
  ["2. The horn must be blown in fog, and whenever", { left: 84 }],
  "a ship comes near the rocks at the foot of the tower.",
];

describe("chunkDocument", () => {
  it("makes a passage of each numbered paragraph, with its locator and headings", () => {
    const passages = chunk(makePages([heading("Lights"), ...paragraphs(9)]));
    expect(passages).toHaveLength(9);
    expect(passages[4]).toMatchObject({
      id: "doc-00004",
      ordinal: 4,
      locator: "1.5",
      locators: ["1.5"],
      trail: ["Lights"],
      page: 1,
      pageEnd: 1,
      standing: "current",
      text: sentence(11, "lamp"),
    });
  });

  it("gives the same passages for the same document, and ids in document order", () => {
    const pages = makePages([heading("Lights"), ...paragraphs(12)]);
    const passages = chunk(pages);
    expect(chunk(pages)).toEqual(passages);
    const ids = passages.map((passage) => passage.id);
    expect(ids.toSorted()).toEqual(ids);
  });

  it("keeps a regulation with its items whole when it fits", () => {
    const passages = chunk(
      makePages(
        regulation(
          ["1.—(1) The keeper must—", { left: 84 }],
          ["(a) light the lamp;", { left: 100 }],
          ["(b) sound the horn,", { left: 100 }],
          "in all weathers and by night as well as by day.",
        ),
      ),
    );
    const whole = passages.find((passage) => passage.locator?.startsWith("1"));
    expect(whole?.text).toBe(
      [
        "(1) The keeper must—",
        "(a) light the lamp;",
        "(b) sound the horn,",
        "in all weathers and by night as well as by day.",
      ].join("\n"),
    );
    expect(whole?.locators).toEqual(["1(1)", "1(1)(a)", "1(1)(b)"]);
    expect(whole?.trail).toEqual(["Lamps"]);
  });

  it("splits a long regulation at its clauses, the lead-in with the first", () => {
    const passages = chunk(
      makePages(
        regulation(
          ["1.—(1) The keeper must—", { left: 84 }],
          [`(a) ${words(30)};`, { left: 100 }],
          [`(b) ${words(30, "horn")}.`, { left: 100 }],
        ),
      ),
    ).filter((passage) => passage.text.includes("(a)") || passage.text.includes("(b)"));
    expect(passages.map((passage) => passage.text.slice(0, 34))).toEqual([
      "(1) The keeper must—\n(a) lamp lamp",
      "(b) horn horn horn horn horn horn ",
    ]);
  });

  it("splits a long paragraph at its sentences, within the limit", () => {
    const long = [18, 18, 18]
      .map((n, i) => sentence(n, ["oil", "wick", "horn"][i] ?? ""))
      .join(" ");
    const passages = chunk(
      makePages([heading("Lights"), ...paragraphs(8), [`1.9 ${long}`, { step: 24 }]]),
    );
    const parts = passages.filter((passage) => passage.locator === "1.9");
    expect(parts.map((passage) => limits.count(passage.text))).toEqual([36, 18]);
    expect(parts.map((passage) => passage.text).join(" ")).toBe(long);
  });

  it("does not cut a sentence over a page break, where its paragraph fits the next passage", () => {
    const lines = Array.from({ length: 9 }, (): LineSpec => "Horns are blown in fog at night");
    const pages = makePages(
      [
        heading("Horns"),
        ...lines,
        heading("Lights"),
        [sentence(25, "oil"), { step: 30 }],
        ["The keeper of the lamp", { step: 30 }],
      ],
      [`lights it ${words(14, "wick")}.`],
    );
    const passages = chunk(pages).filter(({ trail }) => trail[0] === "Lights");
    expect(passages.map(({ text }) => text.slice(0, 14))).toEqual([
      "The oil oil oi",
      "The keeper of ",
    ]);
    expect(passages[1]?.spans.map(({ page }) => page)).toEqual([1, 2]);
  });

  it("splits a sentence beyond the limit between words", () => {
    const passages = chunk(
      makePages([heading("Lights"), ...paragraphs(8), [`1.9 ${words(100)}`, { step: 24 }]]),
    );
    const parts = passages.filter((passage) => passage.locator === "1.9");
    expect(parts.every((passage) => limits.count(passage.text) <= limits.most)).toBe(true);
    expect(parts.map((passage) => passage.text).join(" ")).toBe(words(100));
  });

  it("joins siblings too short to stand alone, but not over a heading", () => {
    const short = (n: number): LineSpec => [`1.${n} Lamps burn.`, { step: 24 }];
    const passages = chunk(
      makePages([
        heading("Lights"),
        ...[1, 2, 3, 4].map(short),
        heading("Horns"),
        ...[5, 6, 7, 8].map(short),
      ]),
    );
    expect(passages.map((passage) => [passage.trail[0], passage.locators])).toEqual([
      ["Lights", ["1.1", "1.2", "1.3", "1.4"]],
      ["Horns", ["1.5", "1.6", "1.7", "1.8"]],
    ]);
    expect(passages[0]?.text).toBe(Array.from({ length: 4 }, () => "Lamps burn.").join("\n"));
  });

  it("says which part of a passage stands on which page", () => {
    const pages = makePages(
      [heading("Lights"), ...paragraphs(8), ["1.9 The lamp burns until the sun", { step: 24 }]],
      ["has risen over the bay."],
    );
    const passage = chunk(pages).find((p) => p.locator === "1.9");
    expect(passage).toMatchObject({ page: 1, pageEnd: 2 });
    expect(passage?.text).toBe("The lamp burns until the sun has risen over the bay.");
    expect(
      passage?.spans.map((span) => [span.page, passage.text.slice(span.start, span.end)]),
    ).toEqual([
      [1, "The lamp burns until the sun"],
      [2, "has risen over the bay."],
    ]);
  });

  it("keeps a footnote with the text that carries its mark, under its own locator", () => {
    const note = { label: "1", lines: makeLines([["Of whale oil.", { size: 8 }]]) };
    const specs: LineSpec[] = [
      heading("Lights"),
      ...paragraphs(8),
      [
        "1.9 The lamp burns oil from the barrel in the cellar.",
        { step: 24, marks: [footnoteMark(22, "1")] },
      ],
    ];
    const passage = chunk([makePage(1, specs, [note])]).find((p) => p.locator === "1.9");
    expect(passage?.spans.map((span) => [span.kind, span.locator])).toEqual([
      ["text", "1.9"],
      ["footnote", "footnote 1"],
    ]);
    expect(passage?.marks.map((mark) => passage.text.slice(mark.at, mark.at + 4))).toEqual([
      " fro",
    ]);
  });

  it("leaves out omitted text and keeps temporary text apart", () => {
    const passages = chunk(
      makePages(
        regulation(
          ["1.—(1) Lamps burn.", { left: 84 }],
          ["(2) . . . . . . . .", { left: 84 }],
          ["[(3) Lamps may be dark.]", { left: 76, marks: [amendment(1, "F2")] }],
          ["(4) Every keeper must keep the log of the light in a dry place.", { left: 84 }],
          ["Textual Amendments", { bold: true, size: 9 }],
          [
            "Reg. 1(3) inserted (temp.) by S.I. 1902/4",
            { size: 9, left: 84, marks: [amendment(0, "F2")] },
          ],
        ),
      ),
      { ...limits, most: 12 },
    );
    const clauses = passages.filter((passage) => passage.locator?.startsWith("1("));
    expect(clauses.map((passage) => [passage.locators, passage.standing])).toEqual([
      [["1(1)"], "current"],
      [["1(3)"], "temporary"],
      [["1(4)"], "current"],
    ]);
  });

  it("marks regulations quoted in guidance as quotations, items and all", () => {
    const quoted = { font: "Quoted", size: 10, left: 80 };
    const passages = chunk(
      makePages([
        heading("Lights"),
        ...paragraphs(8),
        heading("The text of the regulation"),
        ["12. (1) The lamp standard is that the lamp burns.", quoted],
        ["(2) The keeper must—", quoted],
        [`(a) ${words(30)}.`, { ...quoted, left: 96 }],
      ]),
    );
    const kinds = passages
      .filter((passage) => passage.locator?.includes("quoted"))
      .flatMap((passage) => passage.spans.map((span) => span.kind));
    expect(new Set(kinds)).toEqual(new Set(["quotation"]));
  });

  it("counts no text twice", () => {
    const counted: string[] = [];
    chunk(makePages([heading("Lights"), ...paragraphs(9)]), {
      ...limits,
      count: (text) => {
        counted.push(text);
        return limits.count(text);
      },
    });
    expect(new Set(counted).size).toBe(counted.length);
  });
});
