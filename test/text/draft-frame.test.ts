// Lines of drafts, known again by their labels.
import { describe, expect, it } from "vitest";
import { findBlanks } from "../../src/text/blanks.ts";
import {
  draftMark,
  marksDraft,
  readDraftLine,
  withoutDraftBlanks,
  writeDraftBlank,
} from "../../src/text/draft-frame.ts";

describe("readDraftLine", () => {
  it.each([
    ["Regulation 34(4)(a), page 25 (law): “the steps; and” [4]", "law", "the steps; and"],
    ["Regulations Schedule 3 para 14, page 42 (law): “The date.” … [1][2]", "law", "The date."],
    [
      "Guide 9.25, pages 45 to 46 (guidance): “Have “regard” to it.”",
      "law",
      "Have “regard” to it.",
    ],
    ["The home's document, elm/a.docx, “Step 1: ring”, page 2: “We ring.” [3]", "own", "We ring."],
    ["The home's document, a.md: “We say “hello”.” … [3]", "own", "We say “hello”."],
    ["The home's facts, home.yaml: The home is for 4.", "fact", "The home is for 4."],
    ["Note to the writer (advice, not a requirement): Name it.", "aside", ""],
    ["Applies to: a home that is a school.", "aside", ""],
  ])("knows %s", (line, kind, said) => {
    expect(readDraftLine(line)).toEqual({ kind, said });
  });

  it.each([
    "Staff ring the police (law): they do so at once.",
    "The home's document on missing children is reviewed each year.",
    "Our guide says: “You can complain.”",
    "Regulation 34(4)(a) says “the steps”.",
  ])("takes no other line for one: %s", (line) => {
    expect(readDraftLine(line)).toBeNull();
  });
});

describe("places to complete", () => {
  it("hold no brackets of their own, are blanks at any length, and can be taken out", () => {
    const blank = writeDraftBlank(`which [post]\nrings, and when${" and where".repeat(20)}.`);
    expect(blank).toMatch(/^\[to complete: which \(post\) rings, and when/);
    expect(findBlanks(`Police: ${blank}`)).toEqual([
      { start: 8, end: 8 + blank.length, kind: "mark" },
    ]);
    expect(withoutDraftBlanks(`Police: ${blank}`)).toBe("Police: ");
  });
});

it("knows a draft by its first paragraph", () => {
  expect(marksDraft(draftMark)).toBe(true);
  expect(marksDraft("Draft of our policy.")).toBe(false);
});
