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
    [0, "decimal", "0"],
    [0, "lower-letter", ""],
    [-3, "upper-roman", ""],
    [-3, "decimal", ""],
    [32_767, "decimal", "32767"],
    [32_768, "decimal", ""],
    [4000, "lower-roman", ""],
    [900_000, "lower-letter", ""],
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
