import { describe, expect, it } from "vitest";
import { type TableCell, tableTexts } from "../../../src/extract/office/table-texts.ts";

const cell = (text: string, across = 1, down = 1): TableCell => ({
  texts: text === "" ? [] : [{ text }],
  across,
  down,
});
const row = (...cells: readonly TableCell[]) => ({ cells, header: false });
const headed = (...cells: readonly TableCell[]) => ({ cells, header: true });
const read = (...rows: Parameters<typeof tableTexts>[0][number][]) =>
  tableTexts(rows).map(({ text, cells, bold }) => [cells ?? text, bold ?? false]);

describe("tableTexts", () => {
  it("joins the rows of a head that spans hold together, marked or not", () => {
    const first = [cell("Risk", 1, 2), cell("Who", 2)];
    const second = [cell("Day"), cell("Night")];
    const body = row(cell("Fire"), cell("Jo"), cell("Al"));
    const joined = [
      [["Risk", "Who: Day", "Who: Night"], true],
      [["Fire", "Jo", "Al"], false],
    ];
    expect(read(row(...first), row(...second), body)).toEqual(joined);
    expect(read(headed(...first), row(...second), body)).toEqual(joined);
    expect(read(headed(...first), headed(...second), body)).toEqual(joined);
  });

  it("takes a title over the whole table off it", () => {
    expect(read(row(cell("Rota", 2)), row(cell("a"), cell("b")), row(cell("End", 2)))).toEqual([
      ["Rota", false],
      [["a", "b"], false],
      ["End", false],
    ]);
  });

  it("keeps marked rows apart that nothing holds together", () => {
    expect(
      read(headed(cell("a"), cell("b")), headed(cell("c"), cell("d")), row(cell("e"), cell("f"))),
    ).toEqual([
      [["a", "b"], true],
      [["c", "d"], true],
      [["e", "f"], false],
    ]);
  });

  it("gives spans of the body their place", () => {
    expect(
      read(
        row(cell("a", 1, 2), cell("b"), cell("c")),
        row(cell("d", 2)),
        row(cell("e"), cell("", 2)),
        row(cell("f")),
      ),
    ).toEqual([
      [["a", "b", "c"], false],
      [["a", "d", ""], false],
      [["e", "", ""], false],
      [["f", "", ""], false],
    ]);
  });

  it("says a long text over several rows once", () => {
    const long = "word ".repeat(200).trim();
    expect(read(row(cell(long, 1, 2), cell("a")), row(cell("b")))).toEqual([
      [[long, "a"], false],
      [["", "b"], false],
    ]);
  });

  it("gives a table of one column as paragraphs", () => {
    expect(
      tableTexts([row(cell("a")), row(cell("b"))]).map(({ text, cells }) => [text, cells]),
    ).toEqual([
      ["a", undefined],
      ["b", undefined],
    ]);
  });
});
