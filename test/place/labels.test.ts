// What a printed label can be, and which follows which.
import { describe, expect, it } from "vitest";
import { isFirst, isLater, isNext, labelForms, romanValue } from "../../src/place/labels.ts";

describe("romanValue", () => {
  it.each([
    ["i", 1],
    ["iv", 4],
    ["ix", 9],
    ["xiv", 14],
    ["XIV", 14],
    ["xl", null],
    ["iiii", null],
    ["vx", null],
    ["", null],
  ])("%s is %s", (text, value) => {
    expect(romanValue(text)).toBe(value);
  });

  it("reads as far as it is asked to", () => {
    expect(romanValue("xl", 50)).toBe(40);
    expect(romanValue("c", 399)).toBe(100);
  });
});

describe("labelForms", () => {
  it.each([
    ["1", ["number"]],
    ["22A", ["number"]],
    ["A1", ["number"]],
    ["a", ["letter"]],
    ["i", ["letter", "roman"]],
    ["iv", ["roman"]],
    ["aa", ["letter"]],
    ["ca", ["letter", "roman"]],
    ["B", ["capital"]],
    ["and", []],
  ])("(%s) may be %j", (label, forms) => {
    expect(labelForms(label)).toEqual(forms);
  });
});

describe("isNext", () => {
  it.each([
    ["a", "b", "letter"],
    ["h", "i", "letter"],
    ["i", "ii", "roman"],
    ["iv", "v", "roman"],
    ["1", "2", "number"],
    ["1", "1A", "number"],
    ["1A", "1B", "number"],
    ["1B", "2", "number"],
    ["A1", "1", "number"],
    ["c", "ca", "letter"],
    ["ca", "cb", "letter"],
    ["cb", "d", "letter"],
    ["za", "a", "letter"],
    ["z", "aa", "letter"],
    ["aa", "bb", "letter"],
    ["a", "aa", "letter"],
  ] as const)("(%s) is followed by (%s)", (last, label, form) => {
    expect(isNext(last, label, form)).toBe(true);
  });

  it.each([
    ["a", "c", "letter"],
    ["b", "a", "letter"],
    ["i", "v", "roman"],
    ["1", "3", "number"],
  ] as const)("(%s) is not followed by (%s)", (last, label, form) => {
    expect(isNext(last, label, form)).toBe(false);
  });
});

describe("isLater", () => {
  it("allows for what was repealed between two labels", () => {
    expect(isLater("2", "7", "number")).toBe(true);
    expect(isLater("c", "g", "letter")).toBe(true);
    expect(isLater("7", "2", "number")).toBe(false);
  });
});

describe("isFirst", () => {
  it("knows what lists begin with", () => {
    expect(["1", "a", "i", "A", "za", "A1"].every(isFirst)).toBe(true);
    expect(["2", "b", "ii", "aa"].some(isFirst)).toBe(false);
  });
});
