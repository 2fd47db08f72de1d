// How law stands in an answer: conditions whole, exceptions and meanings beside it, each paragraph once, gaps named.
import { describe, expect, it } from "vitest";
import { composeExtract } from "../../src/compose/extractive.ts";
import type { RankedPart } from "../../src/compose/ranked-part.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import { defaultSelection } from "../../src/compose/select-statements.ts";
import { claimsOf } from "../../src/draft/draft.ts";
import { readLaw } from "../../src/law/law-text.ts";
import { fieldLaw, fillWords, rankAll, rankSpans } from "../support/made-up-evidence.ts";
import { linesQuoted, makeLaw } from "../support/made-up-law.ts";

const tooFew = {
  ...defaultSelection,
  words: 12,
  further: { ...defaultSelection.further, places: 0 },
};
const plenty = { ...tooFew, words: 900 };

/** The claims of an answer, each as its lines. */
function answer(
  parts: readonly (readonly [asked: string, ranked: readonly RankedStatement[]])[],
  selection = tooFew,
): string[][] {
  const asked = parts.map(([query, ranked]): RankedPart => ({
    query,
    heading: query,
    ranked: ranked.toSorted((a, b) => b.score - a.score),
    unmet: [],
  }));
  const draft = composeExtract({ question: "Q", parts: [] }, asked, { selection });
  return claimsOf(draft).map(linesQuoted);
}

const watch = "Who may stand watch?";

/** Regulation 7(2) in three long parts joined by a word; the second matches best. */
function list(joint: "and" | "or", words = 60, others = 1): RankedStatement[] {
  const parts = rankSpans(fieldLaw, [
    ["7(2)", "(2) A mate may stand watch if the mate—"],
    ["7(2)(a)", `(a) holds ${fillWords(words, "ticket")};`],
    ["7(2)(b)", `(b) knows ${fillWords(words, "rope")}; ${joint}`],
    ["7(2)(c)", `(c) sees ${fillWords(words, "light")}.`],
  ]);
  const [a, b, c] = parts;
  if (!a || !b || !c || parts.length > 3) throw new Error("three parts were meant");
  return [{ ...b, score: 2 }, ...[a, c].map((part) => ({ ...part, score: others }))];
}

/** How lines begin: "(2) A", "  (a) holds", "  … (a), on page 1". */
const openings = (claims: readonly (readonly string[])[]) =>
  claims.map((lines) => lines.map((line) => (line.includes("…") ? line : line.slice(0, 5))));
const whole = [["(2) A", "  (a)", "  (b)", "  (c)"]];

describe("a condition in several parts", () => {
  it("comes whole in its own order whatever the room, and however badly the rest matches", () => {
    expect(openings(answer([[watch, list("and")]]))).toEqual(whole);
    expect(openings(answer([[watch, list("and", 60, -20)]]))).toEqual(whole);
    expect(openings(answer([[watch, list("and", 300)]]))).toEqual(whole);
  });

  it("comes whole though only its part is among what was found", () => {
    const [best] = list("and");
    expect(openings(answer([[watch, best ? [best] : []]]))).toEqual(whole);
  });

  it("is quoted once, though two parts of the question choose from it", () => {
    const [rope, ticket, light] = list("and");
    if (!rope || !ticket || !light) throw new Error("three parts were meant");
    const claims = answer(
      [
        [watch, [ticket]],
        ["What must a mate know?", [rope, light]],
      ],
      plenty,
    );
    expect(openings(claims)).toEqual(whole);
  });
});

describe("alternatives", () => {
  it("are cut where there is room for one only, and visibly", () => {
    expect(openings(answer([[watch, list("or", 160)]]))).toEqual([
      ["(2) A", "  … (a), on page 1", "  (b)", "  … (c), on page 1"],
    ]);
  });

  it("are quoted once, with all that the parts of the question chose", () => {
    const [rope, ticket, light] = list("or");
    if (!rope || !ticket || !light) throw new Error("three parts were meant");
    const claims = answer(
      [
        [watch, [ticket]],
        ["What must a mate know?", [rope]],
      ],
      plenty,
    );
    expect(openings(claims)).toEqual([["(2) A", "  (a)", "  (b)", "  … (c), on page 1"]]);
  });

  it("come whole where the question asks what something contains", () => {
    expect(openings(answer([["What does the list contain?", list("or", 60, -20)]]))).toEqual(whole);
  });
});

describe("what a paragraph must be read with", () => {
  const regulation = (...texts: readonly string[]) =>
    rankSpans(
      fieldLaw,
      texts.map((text) => [`7${/^\(\d+\)/.exec(text)?.[0] ?? ""}`, text] as const),
    ).map((statement, i) => ({ ...statement, score: i === 0 ? 1 : -20 }));
  const duty = "(1) The lamp must be lit at dusk.";

  it("comes whatever the room and however badly it matches", () => {
    const exception = `(2) Paragraph (1) does not apply in ${fillWords(200)}.`;
    expect(answer([["When?", regulation(duty, exception)]])).toEqual([[duty], [exception]]);
  });

  it("comes with what a condition's words mean, though that repeats them", () => {
    const texts = [
      "(1) A keeper must hold the ticket by the relevant date.",
      `(2) The relevant date is ${fillWords(80)}.`,
    ];
    expect(answer([["By when?", regulation(...texts)]])).toEqual(texts.map((text) => [text]));
  });

  it("comes though it is said in the words of what it limits; another's repetition does not", () => {
    const limit = "(2) Except under paragraph (1) the lamp must be lit at noon or dusk.";
    const twin = rankSpans(fieldLaw, [["8(1)", "(1) The lamp must be lit at noon or dusk."]], {
      ordinal: 1,
      score: 0.9,
    });
    const ranked = [...regulation(duty, limit).map((one) => ({ ...one, score: 1 })), ...twin];
    expect(answer([["When?", ranked]], plenty)).toEqual([[duty], [limit]]);
  });

  it("comes once, though it was chosen for itself as well", () => {
    const texts = [duty, "(2) Paragraph (1) does not apply in a gale."];
    const chosen = regulation(...texts).map((one) => ({ ...one, score: 1 }));
    expect(answer([["When?", chosen]], plenty)).toEqual(texts.map((text) => [text]));
  });

  it("comes with what that must be read with", () => {
    const texts = [
      duty,
      "(2) Paragraph (1) does not apply to a keeper who holds the ticket.",
      "(3) “ticket” means the ticket of the second class.",
    ];
    expect(answer([["When?", regulation(...texts)]])).toEqual(texts.map((text) => [text]));
  });
});

describe("law that no search found", () => {
  it("is read from the text of law that is given beside the statements", () => {
    const passages = makeLaw([
      [
        ["36(2)", "(2) The keeper must not leave the rock without—", 8],
        ["36(2)(a)", "(a) a lamp; or", 8],
      ],
      [["36(2)(b)", "(b) a horn that is heard far out.", 9]],
      [["36(3)", "(3) Paragraph (2) does not apply in a gale.", 9]],
    ]);
    const ranked = passages.slice(1, 2).flatMap((evidence) => rankAll(evidence));
    const options = { selection: tooFew, law: readLaw(passages) };
    const parts = [{ query: "Q", heading: null, ranked, unmet: [] }];
    const draft = composeExtract({ question: "Q", parts: [] }, parts, options);
    expect(claimsOf(draft).map(linesQuoted)).toEqual([
      [
        "(2) The keeper must not leave the rock without—",
        "  (a) a lamp; or",
        "  (b) a horn that is heard far out.",
      ],
      ["(3) Paragraph (2) does not apply in a gale."],
    ]);
    const [first] = claimsOf(draft);
    expect(first?.lines[0]?.parts[0]).toMatchObject({
      kind: "name",
      text: "Lighthouse Regulations, regulation 36(2)",
    });
  });
});
