// Lines that only tell about a text: nothing hangs under them, and they are no statements.
import { expect, it } from "vitest";
import { fieldLaw, fillWords, rankSpans, textOf } from "../support/made-up-evidence.ts";

const labels = "Duty on: the keeper of the rock. Official text: page 9 of the book.";

it("says nothing by labels alone", () => {
  expect(rankSpans(fieldLaw, [["5(1)", labels]])).toEqual([]);
});

it("lets the clauses under labels speak without them", () => {
  const clauses = [
    ["5(1)(a)", "(a) The lamp must be lit at dusk."],
    ["5(1)(b)", "(b) The horn must be sounded in fog."],
  ] as const;
  const statements = rankSpans(fieldLaw, [["5(1)", labels], ...clauses]);
  const text = statements.map(textOf).join("\n");
  expect(text).toBe(clauses.map(([, clause]) => clause).join("\n"));
});

it("keeps the lead-in of a long list that stands under labels", () => {
  const statements = rankSpans(fieldLaw, [
    ["5", labels],
    ["5(1)", "(1) The keeper must—"],
    ["5(1)(a)", `(a) hold ${fillWords(60, "rope")};`],
    ["5(1)(b)", `(b) keep ${fillWords(60, "oil")}.`],
  ]);
  expect(statements.map((each) => textOf(each).split("\n")[0])).toEqual([
    "(1) The keeper must—",
    "(1) The keeper must—",
  ]);
  expect(statements.map(textOf).join(" ")).not.toContain("Duty on");
});

it.each([
  ["one label", "Note for mates: the horn must be sounded in fog."],
  ["a lead-in that ends in a colon", "(1) The keeper must: light the lamp, and sound the horn."],
  [
    "labels among more sentences",
    "(1) The lamp must be lit at dusk. Note: it may go out. Remedy: light it. Mates watch it. They rest.",
  ],
])("takes %s for no labels", (_name, text) => {
  expect(rankSpans(fieldLaw, [["5(1)", text]]).map(textOf)).toEqual([text]);
});
