// Which paragraphs of its regulation a paragraph of law must be read with.
import { describe, expect, it } from "vitest";
import { findLimits } from "../../src/law/limits.ts";
import { readLaw } from "../../src/law/law-text.ts";
import { makeLaw, paragraphAt, type LawLine } from "../support/made-up-law.ts";

/** Paragraphs of regulation 7, each with its number in front. */
const regulation = (...texts: readonly string[]) =>
  texts.map((text): LawLine => [`7${/^\(\d+[A-Z]*\)/.exec(text)?.[0] ?? ""}`, text]);

/** "needed 7(2)", "told 7(3)": what comes with the paragraph at a place. */
function limitsOf(place: string, ...passages: readonly (readonly LawLine[])[]): string[] {
  const law = readLaw(makeLaw(passages));
  const paragraph = paragraphAt(law, place);
  return findLimits(paragraph, law.besides(paragraph)).map(({ paragraph: limit, needed }) => {
    const [, unit, number] = limit.address.split("/");
    return `${needed ? "needed" : "told"} ${unit}(${number})`;
  });
}

describe("needed with a paragraph", () => {
  it("is the exception to it", () => {
    const lines = regulation(
      "(1) The lamp must be lit at dusk.",
      "(2) Paragraph (1) does not apply in a gale.",
      "(3) The wick must be trimmed every day.",
    );
    expect(limitsOf("7(1)", lines)).toEqual(["needed 7(2)"]);
    expect(limitsOf("7(3)", lines)).toEqual([]);
  });

  it("is each paragraph that it is subject to", () => {
    const lines = regulation(
      "(1) Subject to paragraphs (2) and (3), a mate may stand watch.",
      "(2) A mate must be eighteen or over.",
      "(3) Two mates must stand watch in fog.",
      "(4) The log records each watch stood.",
    );
    expect(limitsOf("7(1)", lines)).toEqual(["needed 7(2)", "needed 7(3)"]);
  });

  it("is what a term in it means; who moves that is told where there is room", () => {
    const lines = regulation(
      "(1) A keeper must hold the ticket by the relevant date.",
      "(2) The relevant date is three years after the keeper begins.",
      "(3) The office may put off the relevant date in illness.",
      "(4) “ticket” means the ticket of the second class.",
      "(5) Visitors must sign the book.",
      "(6) “stoker” has the meaning given by the harbour office.",
    );
    expect(limitsOf("7(1)", lines)).toEqual(["needed 7(2)", "told 7(3)", "needed 7(4)"]);
  });

  it.each([
    "does not apply",
    "do not apply",
    "unless",
    "except",
    "subject to",
    "may not",
    "need not",
  ])("is what says “%s” of it", (words) => {
    const lines = regulation("(1) The lamp must be lit.", `(2) In a gale ${words} paragraph (1).`);
    expect(limitsOf("7(1)", lines)).toEqual(["needed 7(2)"]);
  });

  it("is found by any item of either, wherever it is printed", () => {
    const duty: LawLine[] = [
      ["7(1)", "(1) The keeper must—"],
      ["7(1)(a)", "(a) hold the ticket; and"],
      ["7(1)(b)", "(b) light the lamp."],
    ];
    const limit: LawLine[] = [
      ["7(2)", "(2) A keeper need not—"],
      ["7(2)(a)", "(a) row in a gale; or"],
      ["7(2)(b)", "(b) do what paragraph (1)(b) asks for in the day."],
      ["7(3)", "(3) “ticket” means the ticket of the second class."],
    ];
    expect(limitsOf("7(1)", duty, limit)).toEqual(["needed 7(2)", "needed 7(3)"]);
    expect(limitsOf("7(1)", [...duty, ...limit])).toEqual(["needed 7(2)", "needed 7(3)"]);
  });

  it("is an exception to a range that it stands within", () => {
    const lines = regulation(
      "(1) The lamp must be lit at dusk.",
      "(2) The wick must be trimmed daily.",
      "(3) The horn must be sounded in fog.",
      "(4) Paragraphs (1) to (3) do not apply in a gale.",
      "(5) Subject to paragraphs (1) to (3), a mate may rest.",
    );
    expect(limitsOf("7(2)", lines)).toContain("needed 7(4)");
    expect(limitsOf("7(5)", lines)).toEqual(["needed 7(1)", "needed 7(2)", "needed 7(3)"]);
  });
});

describe("told with a paragraph", () => {
  it.each([
    "(1) Paragraphs (2) and (3) apply if the rock has two lamps.",
    "(1) This regulation applies to a rock that has two lamps.",
  ])("is what it applies to: %s", (scope) => {
    expect(limitsOf("7(2)", regulation(scope, "(2) The mate must watch all night."))).toEqual([
      "told 7(1)",
    ]);
  });

  it("is what is said for its purposes, and goes both ways", () => {
    const lines = regulation(
      "(1) The mate must have sailed far.",
      "(2) For the purposes of paragraph (1) a mate has sailed far after a year at sea.",
      "(12) The log must be kept dry in a box.",
    );
    expect(limitsOf("7(1)", lines)).toEqual(["told 7(2)"]);
    expect(limitsOf("7(2)", lines)).toEqual(["told 7(1)"]);
    expect(limitsOf("7(12)", lines)).toEqual([]);
  });
});

describe("not read with a paragraph", () => {
  it("is one that speaks of another whose number begins alike", () => {
    const lines = regulation(
      "(1) The lamp must be lit at dusk.",
      "(2) Paragraph (11) does not apply in a gale.",
    );
    expect(limitsOf("7(1)", lines)).toEqual([]);
  });

  it("is a paragraph of another regulation, or one that speaks of such", () => {
    const lines = regulation(
      "(1) The lamp must be lit at dusk.",
      "(3) The cook need not bake where paragraph (1) of regulation 9 holds.",
    );
    const other: LawLine[] = [["8(2)", "(2) Paragraph (1) does not apply in a gale."]];
    expect(limitsOf("7(1)", lines, other)).toEqual([]);
  });

  it("is a term that only looks like a part of a word", () => {
    const lines = regulation(
      "(1) The keeper must sit on the board at dawn.",
      "(2) In this regulation “oar” means a blade of wood.",
    );
    expect(limitsOf("7(1)", lines)).toEqual([]);
  });

  it("is the meaning of a term in another regulation", () => {
    const lines = regulation("(2) “ticket” means the ticket of the second class.");
    const other: LawLine[] = [["8(1)", "(1) A cook must hold the ticket."]];
    expect(limitsOf("8(1)", lines, other)).toEqual([]);
  });

  it("is a Schedule's paragraph, whose numbers are its own", () => {
    const schedule: LawLine[] = [
      ["Schedule 1 para 1", "The name of the ship."],
      ["Schedule 1 para 2", "Paragraph (1) does not apply in a gale."],
    ];
    expect(limitsOf("Schedule 1 para 1", schedule)).toEqual([]);
    const law = readLaw(makeLaw([schedule]));
    const [first, second] = schedule.map(([locator]) => paragraphAt(law, locator));
    expect(first && second && findLimits(first, [first, second])).toEqual([]);
  });
});
