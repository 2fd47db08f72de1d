import { describe, expect, it } from "vitest";
import { printNumber } from "../../../src/extract/office/printed-number.ts";

describe("printNumber", () => {
  it.each([
    [4, "decimal", "4"],
    [1, "lower-letter", "a"],
    [26, "upper-letter", "Z"],
    [27, "lower-letter", "aa"],
    [52, "lower-letter", "az"],
    [53, "lower-letter", "ba"],
    [4, "lower-roman", "iv"],
    [1999, "upper-roman", "MCMXCIX"],
    [0, "lower-letter", "0"],
    [-3, "upper-roman", "-3"],
    [4000, "lower-roman", "4000"],
    [900_000, "lower-letter", "900000"],
  ] as const)("prints %i as %s", (count, counting, text) => {
    expect(printNumber(count, counting)).toBe(text);
  });

  it("repeats letters where the program does", () => {
    expect([26, 27, 28, 53].map((count) => printNumber(count, "lower-letter", true))).toEqual([
      "z",
      "aa",
      "bb",
      "aaa",
    ]);
  });
});
