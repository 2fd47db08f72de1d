// Finding quotations: what extraction and typing vary is folded, and a changed word never is.
import { describe, expect, test } from "vitest";
import { locateQuote } from "../../../src/compose/language-model/locate-quote.ts";

const text =
  "The registered provider must—without delay—inspect every “ladder”,\nunless (a) it is kept for show; or (b) it is 2.5 metres long.";

function found(quote: string): string[] | null {
  return locateQuote(text, quote)?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

describe("locateQuote", () => {
  test.each([
    ["The registered provider must", "The registered provider must"],
    [
      "the REGISTERED provider must - without delay - inspect",
      "The registered provider must—without delay—inspect",
    ],
    ["every 'ladder', unless", "every “ladder”,\nunless"],
    ["regi\u00adstered pro\u200bvider must", "registered provider must"],
    ["it is kept for show", "it is kept for show;"],
    ["it is 2.5 metres", "it is 2.5 metres"],
  ])("%s", (quote, stands) => expect(found(quote)).toEqual([stands]));

  test("an ellipsis stands for what is between", () => {
    expect(found("The registered provider must … inspect every ladder")).toEqual([
      "The registered provider must",
      "inspect every “ladder”",
    ]);
  });

  test.each([
    ["a word changed", "The registered person must"],
    ["a word left out", "The provider must without delay"],
    ["a word put in", "must always without delay inspect"],
    ["a number changed", "it is 25 metres long"],
    ["the order changed", "provider registered must"],
    ["fragments the other way round", "inspect every ladder … The registered provider"],
    ["too little to tell", "must inspect"],
    ["a part of a word", "registered provide"],
  ])("%s: not found", (_, quote) => expect(found(quote)).toBeNull());
});
