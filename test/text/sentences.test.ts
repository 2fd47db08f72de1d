// Where sentences end.
import { describe, expect, it } from "vitest";
import { findSentences } from "../../src/text/sentences.ts";

const split = (text: string) => findSentences(text).map(({ start, end }) => text.slice(start, end));

describe("findSentences", () => {
  it("splits at full stops, question and exclamation marks", () => {
    expect(split("Light the lamp. Is it lit? It must burn! Then log it.")).toEqual([
      "Light the lamp.",
      "Is it lit?",
      "It must burn!",
      "Then log it.",
    ]);
  });

  it("does not split after abbreviations, initials and numbers", () => {
    expect(split("See reg. 12 and para. 3, e.g. Oil, by Dr. A. Lamp. Then stop.")).toEqual([
      "See reg. 12 and para. 3, e.g. Oil, by Dr. A. Lamp.",
      "Then stop.",
    ]);
    expect(split("It holds 4.5 gallons of oil.")).toHaveLength(1);
  });

  it("keeps closing quotation marks and brackets with their sentence", () => {
    expect(split("He said “climb.” She did (at once.) Then both slept.")).toEqual([
      "He said “climb.”",
      "She did (at once.)",
      "Then both slept.",
    ]);
  });

  it("covers all of a text that has no end", () => {
    expect(split("a lamp, a horn and a boat")).toEqual(["a lamp, a horn and a boat"]);
    expect(split("   ")).toEqual([]);
  });
});
