import { describe, expect, it } from "vitest";
import { findBlanks } from "../../src/text/blanks.ts";

const blanks = (text: string) => findBlanks(text).map(({ start, end }) => text.slice(start, end));

describe("places left to be filled in", () => {
  it.each([
    ["Duty team: TBC", ["TBC"]],
    ["Duty team: tbc.", ["tbc"]],
    [
      "The lead is [name] and the deputy [insert deputy's name].",
      ["[name]", "[insert deputy's name]"],
    ],
    ["Signed: ____________", ["____________"]],
    ["Manager ……… ", ["………"]],
    ["The nurse is to be confirmed.", ["to be confirmed"]],
    ["Ring <insert number> first.", ["<insert number>"]],
    ["Visits by XX each week", ["XX"]],
    ["Visitor for the house: name to follow.", ["name to follow"]],
    ["Approved on | DD/MM/YYYY", ["DD/MM/YYYY"]],
    ["The lead is <name of lead>, at <address>.", ["<name of lead>", "<address>"]],
  ])("%s", (text, found) => {
    expect(blanks(text)).toEqual(found);
  });

  it.each([
    "He said … nothing.",
    "as amended [2015]",
    "the child [sic] goes home",
    "XXL shirts, and tbcard",
    "under_score and a_b",
    "if x < y or y > z",
    "Dates are written DD/MM/YYYY on labels.",
    "Rules that are hard to follow, and details to follow up.",
    "An <em>inline</em> tag, a <script> and a <br>.",
    "The record is kept for 75 years [regulation 36].",
    "The fee to be added to the bill is small.",
    "It stands in Schedule XX of the manual.",
    "Nobody [emphasis added] is left out.",
  ])("none in: %s", (text) => {
    expect(blanks(text)).toEqual([]);
  });
});
