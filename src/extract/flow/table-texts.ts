// Takes the rows of a table with cells that span; gives each row with a cell for every column, so that nothing slides.
import { printedText, rowText, type FlowText } from "./flow-page.ts";
import { openBudget, repeatInTable, type RepeatBudget, spend } from "./repeats.ts";

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
  /** As `FlowText.page`. */
  readonly page?: number | undefined;
}

interface Slot {
  /** Without those of tables inside it. */
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
/** Labels of a table of labels and values are no longer, in characters. */
const longestLabel = 60;

/**
 * A cell over several rows stands in each of them, and one over several columns in the first. Rows that head the
 * columns become one: `Who must act: Day`. What fills a whole row is a paragraph, as is a table of one column; rows of a
 * label and its value, without a head, read `Label: value`. A table inside a cell follows the row.
 * @param budget what the document may still repeat; beyond it a cell stands only where it begins
 */
export function tableTexts(
  rows: readonly TableRow[],
  budget: RepeatBudget = openBudget(),
): FlowText[] {
  const grid = place(rows);
  // Columns in which no cell begins are none.
  const width = largest(grid.map((row) => largest(row.map((slot) => slot.column + 1))));
  if (width < 2) return rows.flatMap((row) => row.cells.flatMap((cell) => cell.texts));
  const isTitle = ({ cells }: TableRow) =>
    cells.length === 1 && cells.every((cell) => cell.across >= width && cell.down === 1);
  const titles = Math.max(
    0,
    rows.findIndex((row) => !isTitle(row)),
  );
  if (titles > 0) {
    const above = rows.slice(0, titles).flatMap(({ cells }) => cells.flatMap((cell) => cell.texts));
    return [...above, ...tableTexts(rows.slice(titles), budget)];
  }
  const headed = countHeadRows(rows, grid, width);
  const head = headed > 0 ? [headRow(grid.slice(0, headed), width, rows[0])] : [];
  const texts = [...head, ...bodyTexts(rows, grid, width, headed, budget)].filter(
    ({ text }) => text !== "",
  );
  return headed > 0 || isHeaded(texts) ? withHead(texts) : pairTexts(texts, width);
}

function bodyTexts(
  rows: readonly TableRow[],
  grid: readonly Slot[][],
  width: number,
  headed: number,
  budget: RepeatBudget,
): FlowText[] {
  const own = repeatInTable(budget);
  const isPadded = width * grid.length <= mostPlaces;
  return grid.slice(headed).flatMap((slots, i): FlowText[] => {
    const row = i + headed;
    const [first] = slots;
    if (first && first.cell.across >= width) return first.row === row ? [...first.cell.texts] : [];
    const length = isPadded ? width : slots.length;
    const cells = Array.from({ length }, (_, column) => {
      const slot = slots[column];
      if (slot?.column !== column) return "";
      return slot.row === row || mayRepeat(slot.text, own) ? slot.text : "";
    });
    const isHead = rows[row]?.header === true;
    const inside =
      rows[row]?.cells.flatMap(({ texts }) => texts.filter((text) => text.cells)) ?? [];
    const line = { text: rowText(cells), cells, bold: isHead || isBold(slots), isHead };
    return [{ ...line, ...pageOf(rows[row]) }, ...inside];
  });
}

function mayRepeat(text: string, budget: RepeatBudget): boolean {
  return text.length <= longestRepeated && spend(budget, text.length);
}

function isBold(slots: readonly Slot[]): boolean {
  return slots.every((slot) => slot.text === "" || slot.bold);
}

function pageOf(row: TableRow | undefined): Pick<FlowText, "page"> {
  return row?.page === undefined ? {} : { page: row.page };
}

/** A first row is the head where the format says so, or where it alone is in bold. */
function isHeaded([first, ...others]: readonly FlowText[]): boolean {
  if (!first?.cells) return false;
  const alone = first.bold === true && others.length > 1 && others.some((row) => !row.bold);
  return first.isHead === true || alone;
}

function withHead([first, ...others]: readonly FlowText[]): FlowText[] {
  return first ? [{ ...first, isHead: true }, ...others] : [];
}

/** Most rows have a short label first, each once. */
function pairTexts(texts: readonly FlowText[], width: number): FlowText[] {
  const labels = texts.flatMap(({ cells }) => cells?.[0] ?? []);
  const good = labels.filter(isLabel);
  const arePairs =
    width === 2 &&
    labels.length >= 2 &&
    labels.length === texts.length &&
    good.length >= (2 / 3) * labels.length &&
    new Set(good).size === good.length;
  if (!arePairs) return [...texts];
  return texts.map((row) => {
    const [label = "", value = ""] = row.cells ?? [];
    if (value === "" || !isLabel(label)) return row;
    return { ...row, text: `${label}${/[:?]$/.test(label) ? " " : ": "}${value}` };
  });
}

function isLabel(text: string): boolean {
  return text.length <= longestLabel && !/[.;!]$/.test(text) && /\p{L}/u.test(text);
}

function place(rows: readonly TableRow[]): Slot[][] {
  const grid: Slot[][] = rows.map(() => []);
  let places = mostPlaces;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column]) column += 1;
      // No cell is left without a place, however many there are.
      const end = Math.max(column + 1, Math.min(column + cell.across, mostColumns));
      const own = cell.texts.filter(({ cells }) => !cells);
      const text = own.map(printedText).join(" ").trim();
      const bold = own.every((part) => part.bold || typeof part.heading === "number");
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
  // Without cells that reach down, names in bold under groups in bold are heads as well.
  const under = grid[1];
  const plain = under?.every((slot) => slot.cell.across === 1 && slot.row === 1) ?? false;
  if (groups && reach === 1 && rows.length > 2 && plain && under && isBold(under)) {
    const [over = []] = grid;
    if (marked > 0 || isBold(over)) return Math.max(marked, 2);
  }
  const spans = upper
    .slice(0, -1)
    .some((row) => row.cells.some((cell) => cell.across > 1 || cell.down > 1));
  return spans ? marked : 0;
}

/** Of as many numbers as there are; arguments of a function may be too many. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function headRow(grid: readonly Slot[][], width: number, first: TableRow | undefined): FlowText {
  const cells = Array.from({ length: width }, (_, column) => {
    const over = grid.map((slots) => slots[column]).filter((slot) => slot !== undefined);
    const texts = [...new Set(over)].map((slot) => slot.text).filter((text) => text !== "");
    return texts.join(": ");
  });
  return { text: rowText(cells), cells, bold: true, isHead: true, ...pageOf(first) };
}
