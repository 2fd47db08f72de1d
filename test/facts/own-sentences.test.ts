// What an own document says, piece by piece.
import { expect, it } from "vitest";
import { readOwnSentences } from "../../src/facts/own-sentences.ts";

it("takes each thing of a list by itself, with what leads into it", () => {
  const text = "The mate may choose one of these: an early night, a fine of a pound, or no shanty.";
  const read = readOwnSentences(text, "5.7 Discipline aboard");
  expect(read.map(({ said }) => said)).toEqual([
    "The mate may choose one of these: an early night",
    "The mate may choose one of these: a fine of a pound",
    "The mate may choose one of these: no shanty.",
  ]);
  expect(read.map(({ start, end }) => text.slice(start, end))[1]).toBe("a fine of a pound");
  expect(read[0]?.context).toBe("Discipline aboard. The mate may choose one of these:");
});

it("gives each time with its own clause, and what it is about without it", () => {
  const text = "The log is written within two days and the harbour is told within a month.";
  const read = readOwnSentences(text, "");
  expect(read.map(({ fact }) => fact?.words)).toEqual(["two days", "within a month"]);
  expect(read[1]?.text).toBe("the harbour is told.");
  for (const { fact } of read) expect(text.slice(fact?.start, fact?.end)).toBe(fact?.words);
});

it("remembers the sentence that another leans on", () => {
  const [, second] = readOwnSentences(
    "Keepers hold a diploma. Mates are exempt from it.",
    "Papers",
  );
  expect(second?.context).toBe("Papers. Keepers hold a diploma.");
});

it("gives each clause of a sentence with several times its own, with what it goes on from", () => {
  const said = readOwnSentences(
    "A written account of a wreck is finished within two days, the mate speaks to the keeper within a week and to the boy within a month.",
    "",
  );
  expect(said.map(({ text, fact, context }) => [text, fact?.words, context])).toEqual([
    ["A written account of a wreck is finished within", "two days", ""],
    [
      "the mate speaks to the keeper",
      "within a week",
      "A written account of a wreck is finished within",
    ],
    ["the mate speaks to the boy.", "within a month", "the mate speaks to the keeper"],
  ]);
});
