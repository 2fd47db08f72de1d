import { expect, it } from "vitest";
import { joinRows } from "../../../src/extract/flow/join-rows.ts";
import { tableTexts } from "../../../src/extract/flow/table-texts.ts";

const cell = (text: string, start: number, joinsAbove = false) => ({
  texts: text === "" ? [] : [{ text }],
  start,
  across: 1,
  joinsAbove,
});
const read = (...rows: ReturnType<typeof cell>[][]) =>
  tableTexts(joinRows(rows.map((cells) => ({ cells, header: false })))).map(({ cells }) => cells);

it("joins a cell to the one above, down to where another begins", () => {
  expect(
    read(
      [cell("Fire", 0), cell("Jo", 1), cell("at once", 2)],
      [cell("", 0, true), cell("Al", 1), cell("", 2, true)],
      [cell("Flood", 0), cell("Al", 1), cell("", 2, true)],
    ),
  ).toEqual([
    ["Fire", "Jo", "at once"],
    ["Fire", "Al", "at once"],
    ["Flood", "Al", "at once"],
  ]);
});

it("keeps the words of a cell that says that it goes on with the one above, or with none", () => {
  expect(
    read(
      [cell("", 0, true), cell("Jo", 1), cell("x", 2)],
      [cell("", 0, true), cell("Al", 1, true), cell("y", 2)],
    ),
  ).toEqual([
    ["", "Jo", "x"],
    ["", "Al", "y"],
  ]);
});
