import { describe, expect, it } from "vitest";
import { columnWidths, linesOf } from "../../src/export/word/column-widths.ts";

const room = { letter: 100, around: 180 };
const words = (count: number) =>
  "words of a sentence ".repeat(Math.ceil(count / 20)).slice(0, count);

describe("widths of columns", () => {
  it.each([
    ["one column", [["A"], ["b"]]],
    [
      "empty cells",
      [
        ["A", "B", "C"],
        ["", "", ""],
      ],
    ],
    ["missing cells", [["A", "B", "C"], ["x"]]],
    ["more than fit", [Array.from({ length: 63 }, () => "Confidence")]],
    ["no rows", [["A", "B"]]],
    ["no columns", [[]]],
  ])("are whole and add up to the table's with %s", (_name, rows) => {
    const widths = columnWidths(rows, 9638, room);
    expect(widths.every((width) => Number.isInteger(width) && width > 0)).toBe(true);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9638);
  });

  it("keep each word whole where there is room", () => {
    const widths = columnWidths(
      [
        ["Requirement", "Confidence", "Page"],
        [words(600), "0.62", "4"],
      ],
      9638,
      room,
    );
    ["Requirement", "Confidence", "Page"].forEach((word, at) => {
      expect(widths[at]).toBeGreaterThanOrEqual(word.length * room.letter + room.around);
    });
  });

  it("go to the column that makes rows high, and leave it none that no line fills", () => {
    const rows = [
      ["Requirement", "Duty", "Evidence", "Owner"],
      ...Array.from({ length: 60 }, () => [words(400), "must", words(100), ""]),
    ];
    const [requirement = 0, duty = 0, evidence = 0, owner = 0] = columnWidths(rows, 14_570, room);
    expect(requirement).toBeGreaterThan(2 * evidence);
    expect(duty).toBeLessThanOrEqual(5 * room.letter + room.around);
    expect(owner).toBeLessThan(evidence);
  });

  it("make a table lower than equal columns do", () => {
    const rows = [
      ["A", "B", "C", "D"],
      ...Array.from({ length: 30 }, (_, i) => [words(20 + i), words(300), "x", words(90)]),
    ];
    const height = (widths: readonly number[]) =>
      rows.reduce((sum, row) => sum + linesOf(row, widths, room), 0);
    const even = [2410, 2410, 2410, 2408];
    expect(height(columnWidths(rows, 9638, room))).toBeLessThan(0.7 * height(even));
  });
});
