import { expect, it } from "vitest";
import { pairStems, stemWords } from "../../src/text/search-stems.ts";

it("stems words, folds accents and case, and leaves stop words out", () => {
  expect(stemWords("The Keepers' lamps ARE trimmed at Café Noir")).toEqual([
    "keeper",
    "lamp",
    "trim",
    "cafe",
    "noir",
  ]);
  expect(stemWords("of the and")).toEqual([]);
  expect(stemWords("10.13 (c)")).toEqual(["10", "13", "c"]);
});

it("pairs neighbours over stop words", () => {
  expect(pairStems("trimming of the lamps nightly")).toEqual(["trim_lamp", "lamp_nightli"]);
  expect(pairStems("lamps")).toEqual([]);
});
