import { expect, it } from "vitest";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { mergeRankings } from "../../src/retrieve/merge-rankings.ts";
import { lighthouseGuide, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

const ranking = (names: string): Evidence[] =>
  [...names].map((id) =>
    makeEvidence(lighthouseGuide, makePassage(lighthouseGuide, [{ text: id }], { id })),
  );
const names = (evidence: readonly Evidence[]) => evidence.map(({ passage }) => passage.id).join("");

it("leaves one ranking as it is", () => {
  expect(names(mergeRankings([ranking("abcdef")], 4))).toBe("abcd");
  expect(mergeRankings([], 4)).toEqual([]);
});

it("puts the best of each part behind the foremost of the whole, each once", () => {
  expect(names(mergeRankings([ranking("abcdefghij"), ranking("xa"), ranking("jb")], 9))).toBe(
    "abcxjdefg",
  );
});

it("does not move what the whole question ranks well already", () => {
  expect(names(mergeRankings([ranking("abcdef"), ranking("ex")], 9))).toBe("abcdef");
});
