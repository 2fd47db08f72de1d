// What comes with a quotation of law, what it adds to the words of an answer, and that no paragraph is quoted twice.
import { describe, expect, it } from "vitest";
import { createLawQuotations, type LawQuotations } from "../../src/compose/law-quotations.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import { readLaw } from "../../src/law/law-text.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  fieldLaw,
  fillWords,
  lighthouseGuide,
  rankAll,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";
import { linesQuoted, makeLaw, paragraphAt } from "../support/made-up-law.ts";

const none = 0;

/** Quotations of some law, with what the statement that has these words is. */
function open(law: readonly Evidence[], short = none) {
  const text = readLaw(law);
  const quotations = createLawQuotations(text, short);
  const ranked = law.flatMap((evidence) => rankAll(evidence));
  const find = (words: string): RankedStatement => {
    const found = ranked.find((statement) => textOf(statement).includes(words));
    if (!found) throw new Error(`no statement has ${words}`);
    return found;
  };
  return { text, quotations, find, quote: (words: string) => quote(quotations, find(words)) };
}

function quote({ paragraphsOf, quote: quoteAll }: LawQuotations, statement: RankedStatement) {
  const [paragraph] = paragraphsOf(statement);
  return paragraph === undefined ? null : quoteAll(paragraph).map(linesQuoted);
}

const regulation = makeLaw([
  [
    ["7(1)", "(1) Subject to paragraph (2), the lamp must be lit."],
    ["7(2)", "(2) A lamp need not be lit in a gale."],
    ["7(3)", "(3) The horn must be sounded."],
  ],
]);

describe("a quotation of a paragraph", () => {
  it("has with it each paragraph that limits it, however long that is", () => {
    const law = makeLaw([
      [
        ["7(1)", "(1) Subject to paragraph (2), the lamp must be lit."],
        ["7(2)", `(2) A lamp need not be lit in ${fillWords(300, "gale")}.`],
      ],
    ]);
    const { quotations, find, quote: quoteAt } = open(law);
    quotations.take(find("the lamp must"));
    expect(quoteAt("the lamp must")?.map(([first]) => first?.slice(0, 8))).toEqual([
      "(1) Subj",
      "(2) A la",
    ]);
  });

  it("has with it what it is for, where that is said in few words", () => {
    const withScope = (words: number) => {
      const {
        quotations,
        find,
        quote: quoteAt,
      } = open(
        makeLaw([
          [
            ["7(1)", `(1) Paragraph (2) applies if ${fillWords(words, "fog")}.`],
            ["7(2)", "(2) The mate must watch all night."],
          ],
        ]),
      );
      quotations.take(find("must watch"));
      return quoteAt("must watch");
    };
    expect(withScope(60 - 5)).toHaveLength(2);
    expect(withScope(61 - 5)).toHaveLength(1);
  });

  it("has with it the paragraphs of a Schedule that its words leave the matter to", () => {
    const {
      quotations,
      find,
      quote: quoteAt,
    } = open(
      makeLaw([
        [["7(1)", "(1) The keeper must hold the papers in paragraphs 1 and 2 of Schedule 2."]],
        [["Schedule 2 para 1", "The ticket of the keeper of the rock."]],
        [
          ["Schedule 2 para 2", "A letter from the office that names—"],
          ["Schedule 2 para 2(a)", `(a) the rock ${fillWords(90)};`],
          ["Schedule 2 para 2(b)", "(b) the mate."],
        ],
        [["Schedule 2 para 3", "A stamp that nobody asks for here."]],
      ]),
    );
    quotations.take(find("must hold"));
    expect(quoteAt("must hold")).toEqual([
      ["(1) The keeper must hold the papers in paragraphs 1 and 2 of Schedule 2."],
      ["The ticket of the keeper of the rock."],
      [
        "A letter from the office that names—",
        `  (a) the rock ${fillWords(90)};`,
        "  (b) the mate.",
      ],
    ]);
  });

  it("is of all that was chosen of it, and names the rest", () => {
    const law = makeLaw([
      [
        ["7(2)", "(2) The keeper must ensure that the lamp—"],
        ...(["a", "b", "c", "d"] as const).map(
          (x) => [`7(2)(${x})`, `(${x}) has ${fillWords(60, x)};`] as const,
        ),
      ],
    ]);
    const { quotations, find, quote: quoteAt } = open(law);
    quotations.take(find("d0"));
    quotations.take(find("b0"));
    expect(quoteAt("d0")).toEqual([
      [
        "(2) The keeper must ensure that the lamp—",
        "  … (a), on page 1",
        `  (b) has ${fillWords(60, "b")};`,
        "  … (c), on page 1",
        `  (d) has ${fillWords(60, "d")};`,
      ],
    ]);
  });
});

describe("a paragraph", () => {
  it("is quoted once, whether asked for itself or with what it limits", () => {
    const { quotations, find, quote: quoteAt } = open(regulation);
    for (const words of ["lamp must", "gale", "horn"]) quotations.take(find(words));
    expect(quoteAt("lamp must")).toHaveLength(2);
    expect(quoteAt("lamp must")).toEqual([]);
    expect(quoteAt("gale")).toEqual([]);
    expect(quoteAt("horn")).toEqual([["(3) The horn must be sounded."]]);
  });

  it("that limits another is quoted beside it with what was chosen of itself", () => {
    const law = makeLaw([
      [
        ["7(1)", "(1) Subject to paragraph (2), the lamp must be lit."],
        ["7(2)", "(2) The keeper must ensure that the horn—"],
        ["7(2)(a)", `(a) has ${fillWords(60, "a")};`],
        ["7(2)(b)", `(b) has ${fillWords(60, "b")}.`],
      ],
    ]);
    const { quotations, find, quote: quoteAt } = open(law);
    quotations.take(find("lamp must"));
    quotations.take(find("b0"));
    expect(quoteAt("lamp must")?.[1]).toEqual([
      "(2) The keeper must ensure that the horn—",
      "  … (a), on page 1",
      `  (b) has ${fillWords(60, "b")}.`,
    ]);
    expect(quoteAt("b0")).toEqual([]);
  });

  it("of a Schedule is quoted once, whole where some words leave the matter to it", () => {
    const law = makeLaw([
      [
        ["Schedule 2 para 1", "A letter from the office that names—"],
        ["Schedule 2 para 1(a)", `(a) the rock ${fillWords(90)};`],
        ["Schedule 2 para 1(b)", `(b) the mate ${fillWords(90)}.`],
      ],
      [["7(1)", "(1) The keeper must hold what paragraph 1 of Schedule 2 lists."]],
    ]);
    const { quotations, find } = open(law);
    const [item, duty] = [find("the rock"), find("must hold")];
    quotations.take(item);
    quotations.take(duty);
    const claims = [item, duty].flatMap((one) => quote(quotations, one) ?? []);
    const lines = claims.flat();
    expect(lines.filter((line) => line.includes("(a) the rock"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("(b) the mate"))).toHaveLength(1);
  });

  it("is that of the words with which a statement begins, and none of other documents or what is not in force", () => {
    const { text, quotations, find } = open(regulation);
    expect(quotations.paragraphsOf(find("horn"))).toEqual([paragraphAt(text, "7(3)")]);
    const [guidance] = rankSpans(lighthouseGuide, [["7.1", "The lamp should be lit at dusk."]]);
    expect(guidance && quotations.paragraphsOf(guidance)).toEqual([]);
    const [old] = rankSpans(fieldLaw, [["7(4)", "(4) The lamp must be lit at noon."]], {
      standing: "omitted",
      ordinal: 9,
    });
    expect(old && quotations.paragraphsOf(old)).toEqual([]);
  });
});

describe("the words that a statement adds", () => {
  it("are its paragraph's and those of what limits it, less what is quoted already", () => {
    const { quotations, find } = open(regulation);
    const [lamp, gale, horn] = [find("lamp must"), find("gale"), find("horn")];
    expect(quotations.countAdded(lamp)).toBe(10 + 10);
    quotations.take(lamp);
    expect(quotations.countAdded(lamp)).toBe(0);
    expect(quotations.countAdded(horn)).toBe(6);
    expect(gale.words).toBe(10);
  });

  it("are those of its items alone, where its list was begun", () => {
    const law = makeLaw([
      [
        ["7(2)", "(2) The keeper must ensure that the lamp—"],
        ["7(2)(a)", `(a) has ${fillWords(60, "a")};`],
        ["7(2)(b)", `(b) has ${fillWords(60, "b")}.`],
      ],
    ]);
    const { quotations, find } = open(law);
    expect(quotations.countAdded(find("a0"))).toBe(8 + 62);
    quotations.take(find("a0"));
    expect(quotations.countAdded(find("b0"))).toBe(62);
  });

  it("are its own in other documents", () => {
    const { quotations } = open(regulation);
    const [guidance] = rankSpans(lighthouseGuide, [["7.1", "The lamp should be lit at dusk."]]);
    expect(guidance && quotations.countAdded(guidance)).toBe(7);
  });
});
