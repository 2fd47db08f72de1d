import { describe, expect, it } from "vitest";
import { choosePages, matchPages } from "../../src/retrieve/narrow-page.ts";
import { lighthouseGuide, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

const passage = makePassage(lighthouseGuide, [
  { text: "one two three", page: 4 },
  { text: "four five", page: 5, goesOn: true },
]);
/** A token a word, in the directions east (first page) and north (second), special tokens west. */
const [east, north, west] = [
  [127, 0, 0, 0],
  [0, 127, 0, 0],
  [-127, 0, 0, 0],
];
const rows = Int8Array.from(
  [west, east, east, east, north, north, west].flatMap((row) => row ?? []),
);
const comparison = {
  question: {
    pooled: new Float32Array(),
    tokens: Float32Array.from([0, 1, 0, 0]),
    weights: Float32Array.from([1]),
  },
  dimensions: 4,
  countTokens: (text: string) => text.split(/\s+/).filter((word) => word !== "").length + 2,
};

describe("a passage over a page break", () => {
  it("is matched page by page", () => {
    const matches = matchPages(passage, rows, comparison);
    expect(matches.map(({ page, similarity }) => [page, Math.round(similarity)])).toEqual([
      [4, 0],
      [5, 1],
    ]);
  });

  it("is shown by the page that matches", () => {
    const evidence = makeEvidence(lighthouseGuide, passage);
    const pageMatches = matchPages(passage, rows, comparison);
    expect(choosePages({ ...evidence, pageMatches })).toEqual({
      page: 5,
      pageEnd: 5,
      text: "four five",
    });
    const alike = pageMatches.map((match) => ({ ...match, similarity: 0.5 }));
    const whole = { page: 4, pageEnd: 5, text: passage.text };
    expect(choosePages({ ...evidence, pageMatches: alike })).toEqual(whole);
    expect(choosePages(evidence)).toEqual(whole);
  });
});

it("has nothing to say of a passage on one page, or without token vectors", () => {
  const short = makePassage(lighthouseGuide, [{ text: "one" }]);
  expect(matchPages(short, rows, comparison)).toEqual([]);
  expect(matchPages(passage, new Int8Array(), comparison)).toEqual([]);
});
