// How printed lines become running text, and which hyphens stay.
import { describe, expect, it } from "vitest";
import { collectVocabulary, joinLines } from "../../src/structure/join-lines.ts";
import { footnoteMark } from "./make-lines.ts";

const join = (lines: readonly string[], elsewhere: readonly string[] = []) =>
  joinLines(
    lines.map((text) => ({ text, marks: [], page: 1 })),
    collectVocabulary([...lines, ...elsewhere]),
  ).text;

describe("joinLines", () => {
  it("joins lines with a space", () => {
    expect(join(["The keeper lights", "the lamp."])).toBe("The keeper lights the lamp.");
  });

  it("takes out a hyphen that only divides a word", () => {
    expect(join(["the light-", "house stands"], ["Each lighthouse has a lamp."])).toBe(
      "the lighthouse stands",
    );
    expect(join(["an obliga-", "tion to look out"])).toBe("an obligation to look out");
  });

  it("keeps a hyphen that the document uses within a line", () => {
    expect(join(["a well-", "kept lamp"], ["Every well-kept lamp shines."])).toBe(
      "a well-kept lamp",
    );
    expect(join(["in day-to-", "day charge"], ["the day-to-day work"])).toBe(
      "in day-to-day charge",
    );
  });

  it("keeps a hyphen between two whole words", () => {
    expect(join(["a salt-", "proof coat"], ["The salt is proof of it."])).toBe("a salt-proof coat");
  });

  it.each([
    ["short-", "term", "short-term"],
    ["decision-", "making", "decision-making"],
    ["non-", "attendance", "non-attendance"],
    ["out-of-", "hours", "out-of-hours"],
    ["face-", "to-face", "face-to-face"],
    ["on-", "call", "on-call"],
    ["16-", "year-old", "16-year-old"],
    ["48-", "hour", "48-hour"],
    ["e-", "safety", "e-safety"],
    ["2015-", "16", "2015-16"],
    ["safe-", "guarded", "safeguarded"],
    ["under-", "stand", "understand"],
    ["over-", "night", "overnight"],
    ["child-", "ren", "children"],
    ["un-", "announced", "unannounced"],
    ["guardian-", "ship", "guardianship"],
    ["re-", "placed", "replaced"],
  ])(
    "knows compounds from divided words that the document has nowhere else: %s %s",
    (a, b, word) => {
      expect(join([`the ${a}`, `${b} of it`])).toBe(`the ${word} of it`);
    },
  );

  it("keeps a hyphen before a number or a capital", () => {
    expect(join(["form SC-", "12 and post-", "Victorian"])).toBe("form SC-12 and post-Victorian");
  });

  it("sets no space after a dash or a stroke that ends a line", () => {
    expect(join(["the keeper must—", "(a) climb"])).toBe("the keeper must—(a) climb");
    expect(join(["and/", "or"])).toBe("and/or");
  });

  it("keeps marks at their place", () => {
    const { text, marks } = joinLines(
      [
        { text: "the oil-", marks: [footnoteMark(3, "1")], page: 1 },
        { text: "can is full", marks: [footnoteMark(3, "2")], page: 1 },
      ],
      new Set(["oil-can"]),
    );
    expect(text).toBe("the oil-can is full");
    expect(marks.map((mark) => [mark.label, text.slice(mark.at)])).toEqual([
      ["1", " oil-can is full"],
      ["2", " is full"],
    ]);
  });
});
