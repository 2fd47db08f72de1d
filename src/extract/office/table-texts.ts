// Takes the rows of a table with cells that span; gives each row with a cell for every column, so that nothing slides.
import { printedText, rowText, type FlowText } from "../flow/flow-page.ts";

export interface TableCell {
  readonly texts: readonly FlowText[];
  /** Columns and rows that it covers, at least 1 each. */
  readonly across: number;
  readonly down: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The format itself says that it heads the columns. */
  readonly header: boolean;
}

interface Slot {
  readonly text: string;
  readonly bold: boolean;
  /** Row and column where the cell begins. */
  readonly row: number;
  readonly column: number;
  readonly cell: TableCell;
}

/** No page is wide enough for more columns; a file that says so is made to waste memory. */
const mostColumns = 1000;
/** Beyond so many places of a table, its spans are made to waste memory too. */
const mostPlaces = 2_000_000;
/** Longer texts are paragraphs, and stand only where their cell begins. */
const longestRepeated = 500;

/**
 * A cell over several rows stands in each of them, and one over several columns in the first. Rows that head the
 * columns become one: `Who must act: Day`. What fills a whole row is a paragraph, as is a table of one column.
 */
export function tableTexts(rows: readonly TableRow[]): FlowText[] {
  const grid = place(rows);
  const width = largest(grid.map((row) => row.length));
  if (width < 2) return rows.flatMap((row) => row.cells.flatMap((cell) => cell.texts));
  const isTitle = ({ cells }: TableRow) =>
    cells.length === 1 && cells.every((cell) => cell.across >= width && cell.down === 1);
  const titles = Math.max(
    0,
    rows.findIndex((row) => !isTitle(row)),
  );
  if (titles > 0) {
    const above = rows.slice(0, titles).flatMap(({ cells }) => cells.flatMap((cell) => cell.texts));
    return [...above, ...tableTexts(rows.slice(titles))];
  }
  const headed = countHeadRows(rows, grid, width);
  const head = headed > 0 ? [headRow(grid.slice(0, headed), width)] : [];
  const body = grid.slice(headed).flatMap((slots, i): FlowText[] => {
    const row = i + headed;
    const first = slots[0];
    if (first && first.cell.across >= width) return first.row === row ? [...first.cell.texts] : [];
    const cells = Array.from({ length: width }, (_, column) => {
      const slot = slots[column];
      const isShown = slot?.row === row || (slot?.text.length ?? 0) <= longestRepeated;
      return slot && slot.column === column && isShown ? slot.text : "";
    });
    const filled = slots.filter((slot) => slot && slot.text !== "");
    const bold = rows[row]?.header || filled.every((slot) => slot.bold);
    return [{ text: rowText(cells), cells, bold }];
  });
  return withHead(
    [...head, ...body].filter((row) => row.text !== ""),
    rows[0]?.header === true,
  );
}

/** A first row is the head where the format says so, or where it alone is in bold. */
function withHead(texts: readonly FlowText[], marked: boolean): FlowText[] {
  const [first, ...others] = texts;
  if (!first?.cells || first.isHead) return [...texts];
  const alone = first.bold === true && others.length > 1 && others.some((row) => !row.bold);
  return [marked || alone ? { ...first, isHead: true } : first, ...others];
}

function place(rows: readonly TableRow[]): Slot[][] {
  const grid: Slot[][] = rows.map(() => []);
  let places = mostPlaces;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column]) column += 1;
      const end = Math.min(column + Math.max(1, cell.across), mostColumns);
      const text = cell.texts.map(printedText).join(" ");
      const bold = cell.texts.every((part) => part.bold || part.heading);
      const slot: Slot = { text, bold, row: at, column, cell };
      const lowest = places > 0 ? Math.min(at + Math.max(1, cell.down), rows.length) : at + 1;
      for (let r = at; r < lowest && !grid[r]?.[column]; r += 1) {
        for (let c = column; c < (places > 0 ? end : column + 1); c += 1) {
          if (grid[r]?.[c]) break;
          (grid[r] as Slot[])[c] = slot;
          places -= 1;
        }
      }
      column = Math.max(column, end);
    }
  });
  return grid;
}

/**
 * How many first rows together head the columns: those that the spans of the marked rows, or of the first row, hold
 * together; 0 where each row stands alone.
 */
function countHeadRows(rows: readonly TableRow[], grid: readonly Slot[][], width: number): number {
  const marked = Math.max(
    0,
    rows.findIndex((row) => !row.header),
  );
  const upper = rows.slice(0, Math.max(1, marked));
  const cells = upper.flatMap((row) => row.cells);
  const reach = largest(upper.map((row, at) => at + largest(row.cells.map((cell) => cell.down))));
  const groups = cells.some((cell) => cell.across > 1 && cell.across < width);
  // Below a group of columns stand their own names, beside cells that reach down to them.
  const named =
    rows[0]?.cells.every((cell) => cell.down === reach || cell.across > 1) &&
    grid[reach - 1]?.every((slot) => slot.cell.across === 1);
  if (groups && named && reach > 1 && reach < rows.length) return Math.max(marked, reach);
  const spans = upper
    .slice(0, -1)
    .some((row) => row.cells.some((cell) => cell.across > 1 || cell.down > 1));
  return spans ? marked : 0;
}

/** Of as many numbers as there are; arguments of a function may be too many. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function headRow(grid: readonly Slot[][], width: number): FlowText {
  const cells = Array.from({ length: width }, (_, column) => {
    const over = grid.map((slots) => slots[column]).filter((slot) => slot !== undefined);
    const texts = [...new Set(over)].map((slot) => slot.text).filter((text) => text !== "");
    return texts.join(": ");
  });
  return { text: rowText(cells), cells, bold: true, isHead: true };
}
