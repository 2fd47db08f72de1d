// Lists of law that a claim begins and does not finish, with nothing to show it.
import { describe, expect, it } from "vitest";
import { quoteLaw } from "../../src/compose/quote-law.ts";
import type { DraftClaim, DraftLine, LinePart } from "../../src/draft/draft.ts";
import { gap, gapOf, quotePart } from "../../src/draft/line-parts.ts";
import { readLaw } from "../../src/law/law-text.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { toReferenceDocument } from "../../src/references/reference-library.ts";
import { createReader } from "../../src/references/reader.ts";
import { checkWholeLists } from "../../src/verify/rules/check-whole-lists.ts";
import { makeRows } from "../references/made-up-library.ts";
import { fieldGuide, fieldLaw, makeEvidence, makePassage } from "../support/made-up-evidence.ts";
import { makeLaw, paragraphAt, placesOf } from "../support/made-up-law.ts";

const clause = { kind: "clause" } as const;
const view = createReader(
  createOutlineLibrary(
    [toReferenceDocument(fieldLaw, "legislation")],
    makeRows(fieldLaw.id, [
      ["reg/7", { kind: "regulation" }],
      ["reg/7/1", clause],
      ["reg/7/1/a", clause],
      ["reg/7/1/b", clause],
      ["reg/7/1/b/i", clause],
      ["reg/7/1/c", clause],
      ["reg/7/1/d", { ...clause, standing: "omitted" }],
      ["reg/7/2", clause],
    ]),
  ),
);
const law = makeLaw([
  [
    ["7", "About the lamp."],
    ["7(1)", "(1) The keeper must—"],
    ["7(1)(a)", "(a) fill the oil;"],
    ["7(1)(b)", "(b) trim—"],
    ["7(1)(b)(i)", "(i) the wick;"],
    ["7(1)(c)", "(c) light the lamp."],
    ["7(2)", "(2) The log is kept."],
  ],
]);
const [evidence] = law;

function quoteOf(text: string): LinePart {
  if (!evidence) throw new Error("no law");
  const start = evidence.passage.text.indexOf(text);
  return quotePart({ evidence, start, end: start + text.length });
}

const claimOf = (...lines: readonly (readonly LinePart[])[]): DraftClaim => ({
  authority: "legislation",
  lines: lines.map((parts, i): DraftLine => ({ depth: Math.min(i, 1), parts })),
});
const cuts = (...lines: readonly (readonly LinePart[])[]) =>
  checkWholeLists(claimOf(...lines), view).map(({ code, severity, args }) => ({
    code,
    severity,
    args,
  }));
const lead = quoteOf("(1) The keeper must—");
const [a, b, i, c] = ["(a) fill the oil;", "(b) trim—", "(i) the wick;", "(c) light the lamp."].map(
  quoteOf,
) as [LinePart, LinePart, LinePart, LinePart];
const leftOut = (...locators: readonly string[]) =>
  gapOf({ documentId: fieldLaw.id, items: [...placesOf(...locators)], page: 1, pageEnd: 1 });

describe("a list of law", () => {
  it("that is quoted in part is told of, with what is missing and in force", () => {
    expect(cuts([lead], [c])).toEqual([
      {
        code: "list-cut",
        severity: "warning",
        args: { place: "Lighthouse Regulations, regulation 7(1)", left: "7(1)(a), 7(1)(b)" },
      },
    ]);
    expect(cuts([lead], [a], [b], [c]).map(({ args }) => args)).toEqual([
      { place: "Lighthouse Regulations, regulation 7(1)(b)", left: "7(1)(b)(i)" },
    ]);
  });

  it("is whole where each item, or a part of it, is quoted, and where a gap names the others", () => {
    expect(cuts([lead], [a], [b], [i], [c])).toEqual([]);
    expect(cuts([lead], [a], [i], [c])).toEqual([]);
    expect(cuts([lead, leftOut("7(1)(a)", "7(1)(b)")], [c])).toEqual([]);
    expect(cuts([lead, leftOut("7(1)(a)")], [c])).toHaveLength(1);
  });

  it("hides nothing where a gap says that something is left out, if not what", () => {
    expect(cuts([lead], [gap], [c])).toEqual([]);
  });

  it("is no list of paragraphs, and is none in other documents", () => {
    expect(cuts([quoteOf("About the lamp.")])).toEqual([]);
    expect(cuts([quoteOf("(2) The log is kept.")])).toEqual([]);
    const guide = makeEvidence(
      { ...fieldGuide, id: fieldLaw.id },
      makePassage(fieldLaw, [{ locator: "7(1)", text: "(1) The keeper must—" }]),
    );
    expect(cuts([quotePart({ evidence: guide, start: 0, end: 20 })])).toEqual([]);
  });

  it("is never cut so by what quotes law", () => {
    const paragraph = paragraphAt(readLaw(law), "7(1)");
    for (const kept of [
      placesOf("7(1)"),
      placesOf("7(1)", "7(1)(c)"),
      placesOf("7(1)", "7(1)(b)", "7(1)(b)(i)"),
    ])
      expect(checkWholeLists(quoteLaw(paragraph, kept), view)).toEqual([]);
  });
});
