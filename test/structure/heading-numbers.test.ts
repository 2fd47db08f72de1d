// Which numbers at the start of headings are numbers of sections.
import { describe, expect, it } from "vitest";
import { numberHeadings } from "../../src/structure/heading-numbers.ts";

const numbers = (headings: readonly string[], paragraphs: readonly number[] = []) =>
  numberHeadings(headings, new Set(paragraphs));

describe("numberHeadings", () => {
  it("takes numbers that go up", () => {
    expect(numbers(["1 Lamps", "2 Horns", "Oil", "3 Boats"])).toEqual(["1", "2", null, "3"]);
    expect(numbers(["1. Lamps", "1.1 Wicks", "2. Horns"])).toEqual(["1", "1.1", "2"]);
  });

  it("takes the number of the paragraphs below", () => {
    expect(numbers(["Lamps", "4 Boats"], [4])).toEqual([null, "4"]);
  });

  it("takes no count and no date", () => {
    expect(numbers(["24 hour watch", "9 lamps burn", "30 June 2025"])).toEqual([null, null, null]);
    expect(numbers(["1 Lamps", "2 Horns", "24 hour watch"])).toEqual(["1", "2", null]);
  });
});
