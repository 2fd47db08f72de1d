// What counts as one statement of a passage, and with which lead-ins it is quoted.
import { describe, expect, it } from "vitest";
import { findStatements } from "../../src/score/statements.ts";
import { lighthouseGuide, lighthouseLaw, makePassage } from "../support/made-up-evidence.ts";
import type { Passage } from "../../src/chunk/passage.ts";

function show(passage: Passage): string[] {
  return findStatements(passage).map(({ lines }) =>
    lines
      .map(({ start, end, depth }) => `${"  ".repeat(depth)}${passage.text.slice(start, end)}`)
      .join("\n"),
  );
}

const filler = (words: number) => Array.from({ length: words }, (_, i) => `word${i}`).join(" ");

describe("findStatements", () => {
  it("takes guidance sentence by sentence", () => {
    const passage = makePassage(lighthouseGuide, [
      {
        text: "2.1 The keeper should polish the lens daily. The log should say who did it.",
        locator: "2.1",
      },
    ]);
    expect(show(passage)).toEqual([
      "2.1 The keeper should polish the lens daily.",
      "The log should say who did it.",
    ]);
  });

  it("leaves out what only points elsewhere", () => {
    const passage = makePassage(lighthouseGuide, [
      {
        text: "2.1 The keeper should polish the lens daily. Also see regulation 5 and pages 3 to 7 of the Guide. See the keeper before the lamp is lit.",
        locator: "2.1",
      },
    ]);
    expect(show(passage)).toEqual([
      "2.1 The keeper should polish the lens daily.",
      "See the keeper before the lamp is lit.",
    ]);
  });

  it("keeps a short list of clauses whole, with the words it hangs from", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "(2) The keeper must—", locator: "5(2)" },
      { text: "(a) trim the wick at dusk;", locator: "5(2)(a)" },
      { text: "(b) sound the horn in fog.", locator: "5(2)(b)" },
    ]);
    expect(show(passage)).toEqual([
      "(2) The keeper must—\n  (a) trim the wick at dusk;\n  (b) sound the horn in fog.",
    ]);
  });

  it("splits a long list, each part with its lead-in", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "(2) The keeper must—", locator: "5(2)" },
      { text: `(a) keep ${filler(49)};`, locator: "5(2)(a)" },
      { text: `(b) hold ${filler(49)}.`, locator: "5(2)(b)" },
      { text: "(3) No visitor may light the lamp.", locator: "5(3)" },
    ]);
    expect(show(passage)).toEqual([
      `(2) The keeper must—\n  (a) keep ${filler(49)};`,
      `(2) The keeper must—\n  (b) hold ${filler(49)}.`,
      "(3) No visitor may light the lamp.",
    ]);
  });

  it("reads on where a provision goes on over a page", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "(1) The keeper must hold", locator: "5(1)", page: 3 },
      { text: "a certificate of the harbour office.", locator: "5(1)", page: 4, goesOn: true },
      { text: "(2) It lasts for seven years from issue.", locator: "5(2)", page: 4 },
    ]);
    expect(show(passage)).toEqual([
      "(1) The keeper must hold a certificate of the harbour office.",
      "(2) It lasts for seven years from issue.",
    ]);
  });

  it("hangs bullets under the sentence that leads into them", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "3.1 Stores are checked weekly. The check should cover:", locator: "3.1" },
      { text: "oil and wicks;", locator: "3.1", kind: "bullet" },
      { text: "food and water.", locator: "3.1", kind: "bullet" },
    ]);
    expect(show(passage)).toEqual([
      "3.1 Stores are checked weekly.",
      "The check should cover:\n  oil and wicks;\n  food and water.",
    ]);
  });

  it.each([
    ["a fragment", "Oil and wicks."],
    ["a cell without a verb beside another", "Grade two | Keeper's ticket of the second class"],
    ["capitals only", "PART THREE KEEPERS AND THEIR MATES"],
    ["an order to amend", "(1) In section 4 omit the words from the beginning to the end."],
  ])("leaves out %s", (_name, text) => {
    expect(findStatements(makePassage(lighthouseLaw, [{ text }]))).toEqual([]);
  });

  it("takes each row of a table by itself, under the head", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "The stores of the rock are these.", locator: "4.1" },
      { text: "Store | Amount", locator: "4.1", kind: "head" },
      { text: "Oil | 30", locator: "4.1", kind: "row" },
      { text: "Wicks | 200", locator: "4.1", kind: "row" },
    ]);
    expect(show(passage)).toEqual([
      "The stores of the rock are these.",
      "Store | Amount\n  Oil | 30",
      "Store | Amount\n  Wicks | 200",
    ]);
  });

  it.each([
    ["Keeper: Grace Darling", true],
    ["Harbour office: 204", true],
    ["Tides: see wall.", false],
    ["Keeper:", false],
    ["keeper: Grace", false],
  ])("takes a short paragraph that is a label with its value: %s", (text, expected) => {
    const passage = makePassage(lighthouseGuide, [{ text, locator: "4.1" }]);
    expect(show(passage)).toEqual(expected ? [text] : []);
  });

  it("leaves out footnotes", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "4.1 The horn should be tested each month.", locator: "4.1" },
      { text: "See the horn maker's handbook for the test.", locator: "4.1", kind: "footnote" },
    ]);
    expect(show(passage)).toEqual(["4.1 The horn should be tested each month."]);
  });

  it("gives nothing for a passage without text", () => {
    expect(findStatements(makePassage(lighthouseGuide, []))).toEqual([]);
  });

  it("counts the words of what is quoted", () => {
    const [statement] = findStatements(
      makePassage(lighthouseLaw, [
        { text: "(2) The keeper must—", locator: "5(2)" },
        { text: "(a) trim the wick.", locator: "5(2)(a)" },
      ]),
    );
    expect(statement?.words).toBe(8);
  });
});

it("keeps numbered items, printed flush, with the sentence that announces them", () => {
  const passage = makePassage(lighthouseGuide, [
    { text: "There are three lamps that a rock must have:", locator: "2.1" },
    { text: "1. The great lamp (see regulation 6)", locator: "2.1" },
    { text: "2. The lesser lamp (see regulation 7)", locator: "2.1" },
    { text: "Together these are the lights of the rock.", locator: "2.1" },
  ]);
  const texts = findStatements(passage).map(({ lines }) =>
    lines.map(({ start, end }) => passage.text.slice(start, end)),
  );
  expect(texts).toEqual([
    [
      "There are three lamps that a rock must have:",
      "1. The great lamp (see regulation 6)",
      "2. The lesser lamp (see regulation 7)",
    ],
    ["Together these are the lights of the rock."],
  ]);
});

it("takes a row that is alone for a statement, and no line that only tells of the document", () => {
  const passage = makePassage(lighthouseGuide, [
    { text: "Version 4 – 1 March 2026, approved by the board", locator: null },
    { text: "Keeper on call | A. Lamp | 0700 900199", kind: "row" },
    { text: "Version 4 of the lamp burns oil from the new store.", locator: null },
  ]);
  expect(show(passage)).toEqual([
    "Keeper on call | A. Lamp | 0700 900199",
    "Version 4 of the lamp burns oil from the new store.",
  ]);
});

it("sets an item of a list inside another deeper", () => {
  const passage = makePassage(lighthouseGuide, [
    { text: "A keeper who hears the alarm does this:" },
    { text: "1. Grade the storm:", kind: "bullet" },
    { text: "a) low or high;", kind: "bullet", level: 1 },
    { text: "2. Sound the horn.", kind: "bullet" },
  ]);
  expect(show(passage)).toEqual([
    "A keeper who hears the alarm does this:\n  1. Grade the storm:\n    a) low or high;\n  2. Sound the horn.",
  ]);
});

it("keeps a list whose items begin with what they are about", () => {
  const passage = makePassage(lighthouseGuide, [
    { text: "The lamp room can be booked for two hours." },
    { text: "Phone calls: any time before nine.", kind: "bullet" },
    { text: "Video calls: on the tablet in the hall.", kind: "bullet" },
  ]);
  expect(show(passage).join("\n")).toContain("Phone calls: any time before nine.");
});
