// Where a quote is cut so that each piece stands on its page as printed.
import { describe, expect, it } from "vitest";
import { quotePieces } from "../../src/report/quote-pieces.ts";
import { lighthouseLaw, makePassage } from "../support/made-up-evidence.ts";

const show = (passage: ReturnType<typeof makePassage>, start = 0, end = passage.text.length) =>
  quotePieces(passage, start, end).map(({ text, page, locator }) => `${page} ${locator}: ${text}`);

describe("quotePieces", () => {
  it("cuts at a page break", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "(1) The keeper must hold", locator: "5(1)", page: 3 },
      { text: "a certificate of the office.", locator: "5(1)", page: 4, goesOn: true },
    ]);
    expect(show(passage)).toEqual([
      "3 5(1): (1) The keeper must hold",
      "4 5(1): a certificate of the office.",
    ]);
  });

  it("cuts at a mark, and leaves out what is too short to say anything", () => {
    const passage = makePassage(
      lighthouseLaw,
      [{ text: "The lamp of the first order must be lit at dusk by him", locator: "5" }],
      { markedAfter: ["first order", "lit at dusk"] },
    );
    expect(show(passage)).toEqual(["1 5: The lamp of the first order", "1 5: must be lit at dusk"]);
  });

  it("keeps a short quote that no mark cuts", () => {
    const passage = makePassage(lighthouseLaw, [{ text: "(a) oil;", locator: "5(a)" }]);
    expect(show(passage)).toEqual(["1 5(a): (a) oil;"]);
  });

  it("cuts between the cells of a row, and leaves the bars out", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "Ticket of the second class | Must be held by a mate", kind: "row" },
    ]);
    expect(show(passage)).toEqual([
      "1 null: Ticket of the second class",
      "1 null: Must be held by a mate",
    ]);
  });

  it("gives only what was quoted", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "The lamp is lit at dusk.", locator: "5" },
      { text: "The horn is sounded in fog.", locator: "6" },
    ]);
    expect(show(passage, 25)).toEqual(["1 6: The horn is sounded in fog."]);
    expect(show(passage, 4, 8)).toEqual(["1 5: lamp"]);
    expect(show(passage, 4, 4)).toEqual([]);
  });

  it("says a repeated piece once", () => {
    const passage = makePassage(lighthouseLaw, [
      { text: "As in the table above.", locator: "5" },
      { text: "As in the table above.", locator: "5" },
    ]);
    expect(show(passage)).toEqual(["1 5: As in the table above."]);
  });

  it("gives nothing for white space and bars", () => {
    const passage = makePassage(lighthouseLaw, [{ text: " |  | ", kind: "row" }]);
    expect(show(passage)).toEqual([]);
  });
});
