// Headings of texts that flow: by style, and by how lines are set off where no style says so.
import { describe, expect, it } from "vitest";
import { flowLine, type FlowText } from "../../src/extract/flow/flow-page.ts";
import { findFlowHeadings } from "../../src/structure/flow-headings.ts";
import { situations } from "./heading-situations.ts";

const found = situations.map(({ lines, headings, titles }) => {
  const got = findFlowHeadings(lines);
  return {
    real: headings.size,
    found: [...headings].filter((line) => got.has(line)).length,
    false: [...got.keys()].filter((line) => !headings.has(line) && !titles.has(line)).length,
  };
});
const sum = (of: "real" | "found" | "false") => found.reduce((total, each) => total + each[of], 0);

const levels = (texts: readonly FlowText[]) =>
  [...findFlowHeadings(texts.map(flowLine)).values()].map(({ level, text }) => [text, level]);
const sentence: FlowText = {
  text: "This is a sentence of the text, long enough to be told from a heading by anybody.",
};

describe("headings that no style names", () => {
  it("are found in 95 of 100 cases, and at most 10 of 100 found are none", () => {
    expect(sum("found") / sum("real")).toBeGreaterThanOrEqual(0.95);
    expect(sum("false") / (sum("found") + sum("false"))).toBeLessThanOrEqual(0.1);
  });

  it.each(situations.map((each, i) => [each.name, i] as const))(
    "%s: all but one at most",
    (_name, i) => {
      const { real = 0, found: right = 0 } = found[i] ?? {};
      expect(right).toBeGreaterThanOrEqual(real - 1);
    },
  );

  it("stand one in the other by type, capitals, bold, line and number", () => {
    const ranked = levels([
      { text: "House policy", bold: true, size: 20 },
      sentence,
      { text: "PART ONE", bold: true },
      { text: "Aims", bold: true },
      sentence,
      { text: "Details", underlined: true },
      sentence,
      { text: "PART TWO", bold: true },
      sentence,
    ]);
    const of = (text: string) => Number(ranked.find(([each]) => each === text)?.[1]);
    expect(of("House policy")).toBe(0);
    expect(of("PART ONE")).toBe(of("PART TWO"));
    expect(of("PART ONE")).toBeLessThan(of("Aims"));
    expect(of("Aims")).toBeLessThan(of("Details"));
  });

  it("are none in cells, nor where they go on over a page", () => {
    expect(levels([{ text: "Risk | Who", cells: ["Risk", "Who"], bold: true }, sentence])).toEqual(
      [],
    );
    expect(levels([{ text: "of the house", bold: true, continues: true }, sentence])).toEqual([]);
  });

  it("are of no more than some levels, however many looks a file has", () => {
    const many = Array.from({ length: 2000 }, (_, i) => [
      { text: "Head", bold: true, size: 3000 - i },
      sentence,
    ]);
    const ranks = levels(many.flat()).map(([, level]) => Number(level));
    expect(Math.max(...ranks) - Math.min(...ranks)).toBeLessThan(30);
  });

  it("are none where nothing follows", () => {
    expect(levels([sentence, { text: "Registered manager", bold: true }])).toEqual([]);
  });
});

describe("headings that styles name", () => {
  const styled = (text: string, heading: number): FlowText => ({ text, heading });

  it("have the level of the style, and what is only set off comes below", () => {
    const ranked = levels([
      styled("Our house", 0),
      styled("Rooms", 1),
      sentence,
      { text: "Beds", bold: true },
      sentence,
    ]);
    expect(ranked.map(([text]) => text)).toEqual(["Our house", "Rooms", "Beds"]);
    expect(ranked.map(([, level]) => level)).toEqual([0, 1, expect.any(Number)]);
    expect(Number(ranked[2]?.[1])).toBeGreaterThan(9);
  });

  it("are clauses where most of a level are sentences", () => {
    const ranked = levels([
      styled("Records", 1),
      styled("The book is kept in the office and is never taken home.", 2),
      styled("The manager reads it each week and signs what was read.", 2),
    ]);
    expect(ranked.map(([text]) => text)).toEqual(["Records"]);
  });

  it("are none in tables, nor where they have no letter or are whole paragraphs", () => {
    const cell: FlowText = { ...styled("Risk | Who", 1), cells: ["Risk", "Who"] };
    expect(
      levels([cell, styled("* * *", 1), styled("word ".repeat(60).trim(), 1), sentence]),
    ).toEqual([]);
  });
});

describe("headings that their number tells", () => {
  const item = (number: string, text: string, level = 0): FlowText => ({
    text,
    number,
    place: { list: "1", level, joined: number.includes(".") && /\.\d/.test(number) },
  });

  it("head items that count within them", () => {
    expect(
      levels([
        item("1.", "Scope"),
        item("1.1", sentence.text, 1),
        item("2.", "Records"),
        item("2.1", sentence.text, 1),
      ]),
    ).toEqual([
      ["1. Scope", expect.any(Number)],
      ["2. Records", expect.any(Number)],
    ]);
  });

  it("are none in a list of steps, of short words, or of sentences", () => {
    expect(
      levels([
        item("1.", "Search the house"),
        item("2.", "Ring the child"),
        item("3.", "Ring the police"),
        sentence,
      ]),
    ).toEqual([]);
    expect(
      levels([
        item("1.", "Staff go round the house each hour."),
        sentence,
        item("2.", "They write it down."),
        sentence,
        item("3.", "They hand over."),
        sentence,
      ]),
    ).toEqual([]);
  });
});
