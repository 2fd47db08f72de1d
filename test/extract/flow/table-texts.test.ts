import { describe, expect, it } from "vitest";
import { openBudget } from "../../../src/extract/flow/repeats.ts";
import { type TableCell, tableTexts } from "../../../src/extract/flow/table-texts.ts";

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

  it("names columns by two rows in bold where the first groups them", () => {
    const bold = (text: string, across = 1): TableCell => ({
      texts: [{ text, bold: true }],
      across,
      down: 1,
    });
    const first = row(bold("Risk"), bold("Who", 2));
    const body = row(cell("Fire"), cell("Jo"), cell("Al"));
    expect(read(first, row(bold(""), bold("Day"), bold("Night")), body)[0]).toEqual([
      ["Risk", "Who: Day", "Who: Night"],
      true,
    ]);
    expect(read(first, row(cell(""), cell("Day"), cell("Night")), body)[1]).toEqual([
      ["", "Day", "Night"],
      false,
    ]);
  });

  it("reads labels and values in pairs, and none under a head", () => {
    const pairs = [row(cell("Manager"), cell("Jo")), row(cell("Garden?"), cell("Yes"))];
    const texts = (...rows: Parameters<typeof tableTexts>[0]) =>
      tableTexts(rows).map(({ text }) => text);
    expect(texts(...pairs, row(cell("Phone"), cell("")))).toEqual([
      "Manager: Jo",
      "Garden? Yes",
      "Phone",
    ]);
    expect(texts(headed(cell("What"), cell("Who")), ...pairs)[1]).toBe("Manager | Jo");
    expect(texts(row(cell("Day"), cell("Jo")), row(cell("Day"), cell("Al")))[0]).toBe("Day | Jo");
  });

  it("says a table in a cell behind the row, and on which page each row stands", () => {
    const inner: TableCell = {
      texts: [{ text: "b" }, { text: "x | y", cells: ["x", "y"] }, { text: "c" }],
      across: 1,
      down: 1,
    };
    const rows = [
      { ...row(cell("a"), inner, cell("d")), page: 3 },
      { ...row(cell("e"), cell("f"), cell("g")), page: 4 },
    ];
    expect(tableTexts(rows).map(({ text, page }) => [text, page])).toEqual([
      ["a | b c | d", 3],
      ["x | y", undefined],
      ["e | f | g", 4],
    ]);
  });

  it("loses no cell of a row, however many it has", () => {
    const many = Array.from({ length: 1500 }, (_, at) => cell(`cell ${at}`));
    expect(tableTexts([row(...many)])[0]?.cells?.at(-1)).toBe("cell 1499");
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

  const shown = (...rows: Parameters<typeof tableTexts>[0][number][]) =>
    tableTexts(rows).map(({ text, isHead }) => (isHead ? `# ${text}` : text));
  const plain = (...names: readonly string[]) => row(...names.map((name) => cell(name)));

  it("tells empty cells under names of columns, which need no mark", () => {
    expect(
      shown(
        plain("Name", "Role", "First aid"),
        plain("Jo", "Keeper", ""),
        plain("Al", "", "2 May"),
      ),
    ).toEqual(["# Name | Role | First aid", "Jo | Keeper | –", "Al | – | 2 May"]);
  });

  it("takes no first row for names that is a sentence, or repeats itself", () => {
    expect(shown(plain("a", "a", "b"), plain("c", "d", ""), plain("e", "f", "g"))).toEqual([
      "a | a | b",
      "c | d",
      "e | f | g",
    ]);
  });

  it("takes the title of a wide table off it, with what stands beside it", () => {
    const week = ["Staff", "Mon", "Tue", "Wed", "Thu", "Fri"];
    expect(
      shown(
        plain("Week beginning", "1 June", "", "", "", ""),
        plain(...week),
        plain("Jo", "Early", "", "", "", "Late"),
        plain("Al", "", "Early", "", "", ""),
      ),
    ).toEqual([
      "Week beginning: 1 June",
      "# Staff | Mon | Tue | Wed | Thu | Fri",
      "Jo | Early | – | – | – | Late",
      "Al | – | Early | – | – | –",
    ]);
  });

  it("repeats no more text than a document can hold", () => {
    const words = "Fire wardens of the ground floor ".repeat(10).trim();
    const first = row(cell(words, 1, 5000), cell("0"));
    const rows = [first, ...Array.from({ length: 4999 }, (_, at) => row(cell(`${at + 1}`)))];
    const size = (texts: ReturnType<typeof tableTexts>) =>
      texts.reduce((sum, { text }) => sum + text.length, 0);
    const once = tableTexts(rows);
    expect(once).toHaveLength(5000);
    expect(once[1]?.cells).toEqual([words, "1"]);
    expect(once.at(-1)?.cells).toEqual(["", "4999"]);
    expect(size(once)).toBeLessThan(400_000);
    const budget = openBudget();
    const all = Array.from({ length: 12 }, () => size(tableTexts(rows, budget)));
    expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThan(2_400_000);
    expect(budget.left).toBeGreaterThanOrEqual(0);
  });
});
