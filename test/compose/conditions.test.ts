// Which parts of a list, and which meanings of its words, belong to a statement of law.
import { describe, expect, it } from "vitest";
import {
  findDefinitions,
  findListParts,
  findRestOfCondition,
  leadKey,
} from "../../src/compose/companions.ts";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import {
  fillWords,
  lighthouseGuide,
  lighthouseLaw,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";

/** Regulation 7(2) in three long parts, joined by one word, and a paragraph after it. */
function conditions(joint: "and" | "or", words = 49): RankedStatement[] {
  return rankSpans(
    lighthouseLaw,
    [
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds ${fillWords(words, "ticket")};`],
      ["7(2)(b)", `(b) knows ${fillWords(words, "rope")}; ${joint}`],
      ["7(2)(c)", `(c) sees ${fillWords(words, "light")}.`],
      ["7(3)", "(3) The keeper must write the log at noon."],
    ],
    { locator: "7" },
  );
}

function pick(statements: readonly RankedStatement[], text: string): RankedStatement {
  const found = statements.find((statement) => textOf(statement).includes(text));
  if (!found) throw new Error(`no statement has ${text}`);
  return found;
}

const letters = (statements: readonly RankedStatement[]) =>
  statements.map((statement) => /\n\((\w)\)/.exec(textOf(statement))?.[1]);

describe("findRestOfCondition", () => {
  it.each(["ticket0", "rope0", "light0"])(
    "brings all other parts of what must hold together to the part with %s",
    (word) => {
      const all = conditions("and");
      const chosen = pick(all, word);
      const rest = all.filter((other) => other !== chosen && leadKey(other) !== "");
      expect(rest).toHaveLength(2);
      expect(findRestOfCondition(chosen, all)).toEqual(rest);
    },
  );

  it("lets each of several alternatives stand alone", () => {
    const all = conditions("or");
    expect(findRestOfCondition(pick(all, "rope0"), all)).toEqual([]);
  });

  it("does not take an “and” inside an item for one between items", () => {
    const all = rankSpans(lighthouseLaw, [
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds salt and ${fillWords(60, "ticket")}; or`],
      ["7(2)(b)", `(b) knows oil, and ${fillWords(60, "rope")}.`],
    ]);
    expect(all).toHaveLength(2);
    expect(findRestOfCondition(pick(all, "rope0"), all)).toEqual([]);
  });

  it("has nothing to add to a sentence of its own", () => {
    const all = conditions("and");
    expect(findRestOfCondition(pick(all, "log"), all)).toEqual([]);
  });
});

describe("findListParts", () => {
  it("brings the other parts of alternatives too", () => {
    const all = conditions("or");
    expect(letters(findListParts(pick(all, "rope0"), all))).toEqual(["a", "c"]);
  });

  it("gives none of a list too long to quote whole", () => {
    const all = conditions("and", 95);
    expect(letters(all)).toEqual(["a", "b", "c", undefined]);
    expect(findListParts(pick(all, "rope0"), all)).toEqual([]);
    expect(findRestOfCondition(pick(all, "rope0"), all)).toEqual([]);
  });

  it("does not mix lists of other passages that begin at the same place", () => {
    const all = conditions("or");
    const elsewhere = rankSpans(
      lighthouseLaw,
      [
        ["8(2)", "(2) A cook may bake bread if the cook—"],
        ["8(2)(a)", `(a) has ${fillWords(60, "flour")};`],
        ["8(2)(b)", `(b) has ${fillWords(60, "salt")}.`],
      ],
      { ordinal: 1 },
    );
    const chosen = pick(elsewhere, "flour0");
    expect(findListParts(chosen, [...all, ...elsewhere])).toEqual([pick(elsewhere, "salt0")]);
  });
});

describe("findDefinitions", () => {
  const regulation = rankSpans(
    lighthouseLaw,
    [
      ["7(1)", "(1) A keeper must hold the ticket by the relevant date."],
      ["7(2)", "(2) The relevant date is three years after the keeper begins."],
      ["7(3)", "(3) “ticket” means the ticket of the second class."],
      ["7(4)", "(4) The office may put off the relevant date in illness."],
      ["7(5)", "(5) “stoker” has the meaning given by the harbour office."],
    ],
    { locator: "7" },
  );

  it("finds what the words of a condition mean, and nothing else about them", () => {
    const [first] = regulation;
    expect(first && findDefinitions(first, regulation).map(textOf)).toEqual([
      "(2) The relevant date is three years after the keeper begins.",
      "(3) “ticket” means the ticket of the second class.",
    ]);
  });

  it("finds none in another regulation, nor for guidance", () => {
    const elsewhere = rankSpans(
      lighthouseLaw,
      [["8(1)", "(1) A cook must hold the ticket by the relevant date."]],
      { ordinal: 1, locator: "8(1)" },
    );
    const guidance = rankSpans(lighthouseGuide, [
      ["2.1", "The ticket should hang in the kitchen. “ticket” means any paper."],
    ]);
    const all = [...regulation, ...elsewhere, ...guidance];
    for (const chosen of [...elsewhere, ...guidance])
      expect(findDefinitions(chosen, all)).toEqual([]);
  });
});
