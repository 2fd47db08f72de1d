// Lines of typed parts: how they read, where they stand, and what they rest on.
import { describe, expect, it } from "vitest";
import { quotesOf, type DraftLine, type LinePart } from "../../src/draft/draft.ts";
import {
  gap,
  gapOf,
  nameAt,
  plainLine,
  quotePart,
  strong,
  words,
} from "../../src/draft/line-parts.ts";
import { layoutBlocks } from "../../src/report/layout-blocks.ts";
import { readRuns } from "../../src/report/print-block.ts";
import { lighthouseLaw, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

const evidence = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "The keeper must\ntrim the wick;", locator: "5(2)", page: 3 },
    { text: "and sound the horn.", locator: "5(3)", page: 4 },
  ]),
);
const quote = { evidence, start: 0, end: 30 };
const blank: LinePart = { kind: "blank", label: "date" };

function line(...parts: LinePart[]): DraftLine {
  return { depth: 0, parts };
}

describe("a line", () => {
  it.each([
    [
      [strong("Topic:"), nameAt(evidence, 0), words(":"), quotePart(quote), gap],
      "Topic: Lighthouse Regulations, regulation 5(2): “The keeper must trim the wick;” …",
    ],
    [[words("Signed on"), blank, words(".")], "Signed on [date]."],
    [
      [quotePart(quote), gap, quotePart({ evidence, start: 31, end: 50 })],
      "“The keeper must trim the wick;” … “and sound the horn.”",
    ],
  ])("reads with a space between its parts, but for punctuation", (parts, text) => {
    expect(plainLine(line(...parts))).toBe(text);
  });

  it("says what a gap leaves out, where it is known", () => {
    const items = ["reg/5/2/g", "reg/5/2/h", "reg/5/2/i"];
    const left = { documentId: "law", items, page: 31, pageEnd: 31 };
    expect(plainLine(line(quotePart(quote), gapOf(left)))).toBe(
      "“The keeper must trim the wick;” … (g) and 2 more, on page 31",
    );
    expect(plainLine(line(gap))).toBe("…");
  });

  it("rests on what it quotes, or else on what it says it rests on", () => {
    expect(quotesOf(line(words("All is well."), quotePart(quote)))).toEqual([quote]);
    expect(quotesOf({ ...line(words("All is well.")), rests: [quote] })).toEqual([quote]);
    expect(quotesOf(line(gap))).toEqual([]);
  });

  it("names the place at which a text stands", () => {
    expect(nameAt(evidence, 31)).toMatchObject({
      text: "Lighthouse Regulations, regulation 5(3)",
      place: { address: "reg/5/3", locator: "5(3)", page: 4, documentId: lighthouseLaw.id },
    });
  });

  it("is printed as it reads", () => {
    const parts = [
      { kind: "words", text: "Signed on" },
      { kind: "blank", label: "date" },
      { kind: "words", text: "." },
    ] as const;
    const [printed] = layoutBlocks([
      {
        kind: "statement",
        authority: "own",
        says: "advice",
        listed: true,
        unverified: false,
        lines: [{ depth: 0, parts, citations: [], markers: [] }],
      },
    ]);
    expect(printed).toMatchObject({ kind: "item", depth: 0 });
    expect(readRuns(printed && "runs" in printed ? printed.runs : [])).toBe("Signed on [date].");
  });
});
