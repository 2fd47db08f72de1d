// The law that a sentence of guidance points to.
import { describe, expect, it } from "vitest";
import { findLawPointedTo } from "../../src/compose/companions.ts";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import {
  fieldGuide,
  fieldLaw,
  lighthouseLaw,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";

const law = rankSpans(
  fieldLaw,
  [
    ["5(1)", "(1) A mate must pass the test by the date in regulation 5(2)."],
    ["5(2)", "(2) The test is held on the first of May."],
    ["5(20)", "(20) The keeper must write the log at noon."],
  ],
  { locator: "5" },
);
const more = rankSpans(
  fieldLaw,
  [
    ["6(1)", "(1) A cook must pass the test in regulation 5(2)."],
    ["6(2)", "(2) The kitchen must be swept each day."],
  ],
  { ordinal: 1, locator: "6" },
);
const schedule = rankSpans(
  fieldLaw,
  [
    ["Schedule 1 para 3", "The name of every ship that passes the rock by day."],
    ["Schedule 1 para 30", "The weather at every hour of the night."],
  ],
  { ordinal: 2, trail: ["Schedule 1"] },
);
const all = [...law, ...more, ...schedule];

function pointedTo(text: string, others: readonly RankedStatement[] = all): string[] {
  const [chosen] = rankSpans(fieldGuide, [["3.1", text]]);
  if (!chosen) throw new Error("no statement");
  return findLawPointedTo(chosen, others).map(textOf);
}

describe("findLawPointedTo", () => {
  it("finds the paragraph that guidance leaves a matter to, not one whose number only begins alike", () => {
    expect(pointedTo("A mate should pass the test in regulation 5(2).")).toEqual([
      "(2) The test is held on the first of May.",
    ]);
  });

  it("finds the paragraph of a clause, and of a Schedule", () => {
    expect(pointedTo("A mate should read what regulation 6(2)(a) asks for.")).toEqual([
      "(2) The kitchen must be swept each day.",
    ]);
    expect(pointedTo("The log should hold what paragraph 3 of Schedule 1 lists.")).toEqual([
      "The name of every ship that passes the rock by day.",
    ]);
  });

  it("finds each of two places, and none where a sentence points to more", () => {
    expect(pointedTo("See what regulations 5(2) and 6(2) ask of the mate.")).toHaveLength(2);
    expect(pointedTo("See what regulations 5(1), 5(2), 6(1) and 6(2) ask of the mate.")).toEqual(
      [],
    );
  });

  it("does not bring a whole regulation, nor law outside the field", () => {
    expect(pointedTo("A mate should know all that regulation 5 says.")).toEqual([]);
    const outside = rankSpans(lighthouseLaw, [["5(2)", "(2) The test is held at the harbour."]]);
    expect(pointedTo("A mate should pass the test in regulation 5(2).", outside)).toEqual([]);
  });

  it("brings none to law, which comes with its limits by itself", () => {
    for (const chosen of [...law, ...more]) expect(findLawPointedTo(chosen, all)).toEqual([]);
  });
});
