// What a quotation of a paragraph of law shows: its list in order, and where something is left out, what and where.
import { describe, expect, it } from "vitest";
import { quoteLaw } from "../../src/compose/quote-law.ts";
import { allAddresses, readLaw } from "../../src/law/law-text.ts";
import { checkQuotedLaw, printedAt } from "../support/check-quoted-law.ts";
import { lighthouseLaw } from "../support/made-up-evidence.ts";
import {
  linesQuoted,
  makeLaw,
  paragraphAt,
  placesOf,
  type LawLine,
} from "../support/made-up-law.ts";
import { readParts } from "../support/read-parts.ts";

/** A list over two passages and two pages, with words behind a list inside it and behind it all. */
const log: readonly (readonly LawLine[])[] = [
  [
    ["36(1)", "(1) The keeper must keep a log that—", 30],
    ["36(1)(a)", "(a) is bound;", 30],
    ["36(1)(b)", "(b) names—", 30],
    ["36(1)(b)(i)", "(i) each ship; and", 30],
    ["36(1)(b)(ii)", "(ii) each master,", 31],
  ],
  [
    ["36(1)(b)", "where they are known;", 31],
    ["36(1)(c)", "(c) is dry; and", 31],
    ["36(1)(d)", "(d) is signed,", 32],
    ["36(1)", "and must show it to the office.", 32],
    ["36(2)", "(2) Paragraph (1) does not apply in a gale.", 32],
    ["36(2)(a)", "(a) In fog it does.", 32],
  ],
];

const law = makeLaw(log, lighthouseLaw);
const paragraph = paragraphAt(readLaw(law), "36(1)", lighthouseLaw);

function quote(...kept: readonly string[]): string[] {
  const places = placesOf(...kept);
  const claim = quoteLaw(paragraph, places);
  expect(checkQuotedLaw(printedAt(law, paragraph.address), places, claim)).toEqual([]);
  return linesQuoted(claim);
}

describe("a paragraph of law", () => {
  it("is quoted whole in its own order, with what closes each list behind it", () => {
    const claim = quoteLaw(paragraph, allAddresses(paragraph));
    expect(linesQuoted(claim)).toEqual([
      "(1) The keeper must keep a log that—",
      "  (a) is bound;",
      "  (b) names—",
      "    (i) each ship; and",
      "    (ii) each master,",
      "  where they are known;",
      "  (c) is dry; and",
      "  (d) is signed,",
      "  and must show it to the office.",
    ]);
    expect(claim.authority).toBe("legislation");
  });

  it("stands under its own name, whichever of its items is quoted", () => {
    const named = (place: string, ...kept: readonly string[]) => {
      const [first] = quoteLaw(
        paragraphAt(readLaw(law), place, lighthouseLaw),
        placesOf(...kept),
      ).lines;
      return first && readParts(first).slice(0, 2);
    };
    expect(named("36(1)(b)(ii)", "36(1)", "36(1)(b)", "36(1)(b)(ii)")).toEqual([
      "name: Lighthouse Regulations, regulation 36(1)",
      "words: :",
    ]);
    // An item of paragraph (2) is never quoted under paragraph (1).
    expect(named("36(2)(a)", "36(2)", "36(2)(a)")).toEqual([
      "name: Lighthouse Regulations, regulation 36(2)",
      "words: :",
    ]);
  });
});

describe("what is left out of it", () => {
  it("is named in front of what is quoted", () => {
    expect(quote("36(1)", "36(1)(c)", "36(1)(d)")).toEqual([
      "(1) The keeper must keep a log that—",
      "  … (a) and 1 more, on pages 30 to 31",
      "  (c) is dry; and",
      "  (d) is signed,",
      "  and must show it to the office.",
    ]);
  });

  it("is named in the middle", () => {
    expect(quote("36(1)", "36(1)(a)", "36(1)(d)")).toEqual([
      "(1) The keeper must keep a log that—",
      "  (a) is bound;",
      "  … (b) and 1 more, on pages 30 to 31",
      "  (d) is signed,",
      "  and must show it to the office.",
    ]);
  });

  it("is named at the end, before what closes the list", () => {
    expect(quote("36(1)", "36(1)(a)")).toEqual([
      "(1) The keeper must keep a log that—",
      "  (a) is bound;",
      "  … (b) and 2 more, on pages 30 to 32",
      "  and must show it to the office.",
    ]);
  });

  it("is named in a list inside the list, whose closing words come with any of its items", () => {
    expect(quote("36(1)", "36(1)(b)", "36(1)(b)(ii)")).toEqual([
      "(1) The keeper must keep a log that—",
      "  … (a), on page 30",
      "  (b) names—",
      "    … (i), on page 30",
      "    (ii) each master,",
      "  where they are known;",
      "  … (c) and 1 more, on pages 31 to 32",
      "  and must show it to the office.",
    ]);
  });

  it("is the whole list where only the words around it are quoted", () => {
    expect(quote("36(1)")).toEqual([
      "(1) The keeper must keep a log that—",
      "  … (a) and 3 more, on pages 30 to 32",
      "  and must show it to the office.",
    ]);
  });

  it("has its places with it, for whoever reads the parts", () => {
    const [, gap] = quoteLaw(paragraph, placesOf("36(1)", "36(1)(c)", "36(1)(d)")).lines;
    expect(gap).toEqual({
      depth: 1,
      parts: [
        {
          kind: "gap",
          left: { documentId: "law", items: ["reg/36/1/a", "reg/36/1/b"], page: 30, pageEnd: 31 },
        },
      ],
    });
  });

  it("has no page in formats without pages", () => {
    const [first, ...items] = log[0] ?? [];
    if (!first) throw new Error("no lead-in");
    const lines = [first, ...items].map(([locator, text]): LawLine => [locator, text, null]);
    const plain = paragraphAt(readLaw(makeLaw([lines], lighthouseLaw)), "36(1)", lighthouseLaw);
    expect(linesQuoted(quoteLaw(plain, placesOf("36(1)", "36(1)(a)")))).toEqual([
      "(1) The keeper must keep a log that—",
      "  (a) is bound;",
      "  … (b)",
    ]);
  });
});
