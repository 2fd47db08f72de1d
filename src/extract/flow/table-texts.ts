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
/** Names of columns are no longer, in characters. */
const longestName = 40;
/** Stands for an empty cell. */
const blank = "–";
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
  const isTitle = ({ cells }: TableRow, at: number) =>
    cells.length === 1
      ? cells.every((cell) => cell.across >= width && cell.down === 1)
      : isSparse(rows, at, width);
  const titles = Math.max(
    0,
    rows.findIndex((row, at) => !isTitle(row, at)),
  );
  if (titles > 0) {
    const above = rows.slice(0, titles).flatMap(titleTexts);
    return [...above, ...tableTexts(rows.slice(titles), budget)];
  }
  const headed = countHeadRows(rows, grid, width);
  const head = headed > 0 ? [headRow(grid.slice(0, headed), width, rows[0])] : [];
  const body = bodyTexts(rows, grid, { width, headed, budget });
  const texts = [...head, ...body.map(({ line }) => line)].filter(({ text }) => text !== "");
  const pairs = headed > 0 || isHeaded(texts) ? null : pairTexts(texts, width);
  if (pairs) return pairs;
  const isUnder = headed > 0 || isHeaded(texts) || looksHeaded(texts, width);
  if (!isUnder) return texts;
  const told = body.map(({ line, text }) => (text === null ? line : { ...line, text }));
  return withHead([...head, ...told].filter(({ text }) => text !== ""));
}

/** Above a wide table one or two filled cells are its title, and a fuller row that follows names the columns. */
function isSparse(rows: readonly TableRow[], at: number, width: number): boolean {
  const filled = (row: TableRow | undefined) =>
    row?.cells.filter(({ texts }) => texts.some(({ text }) => text !== "")).length ?? 0;
  const own = filled(rows[at]);
  return width >= 5 && own > 0 && own <= 2 && filled(rows[at + 1]) > 2 * own;
}

/** A title and what stands beside it: `Week beginning: 01/06/2026`. */
function titleTexts({ cells }: TableRow): FlowText[] {
  const filled = cells.filter(({ texts }) => texts.length > 0);
  const [label, value] = filled.map(({ texts }) => texts.map(printedText).join(" ").trim());
  if (filled.length !== 2 || !label || !value) return cells.flatMap(({ texts }) => texts);
  return [{ text: labelled(label, value), cells: [label, value] }];
}

interface BodyOptions {
  readonly width: number;
  /** Rows above that are heads. */
  readonly headed: number;
  readonly budget: RepeatBudget;
}

interface BodyText {
  readonly line: FlowText;
  /** The same with empty cells told: under names of columns what follows would else stand under another name. */
  readonly text: string | null;
}

function bodyTexts(
  rows: readonly TableRow[],
  grid: readonly Slot[][],
  { width, headed, budget }: BodyOptions,
): BodyText[] {
  const own = repeatInTable(budget);
  const isPadded = width * grid.length <= mostPlaces;
  return grid.slice(headed).flatMap((slots, i): BodyText[] => {
    const row = i + headed;
    const [first] = slots;
    if (first && first.cell.across >= width)
      return first.row === row ? first.cell.texts.map(asIs) : [];
    const length = isPadded ? width : slots.length;
    const cells = Array.from({ length }, (_, column) => {
      const slot = slots[column];
      if (slot?.column !== column) return "";
      return slot.row === row || mayRepeat(slot.text, own) ? slot.text : "";
    });
    const isHead = rows[row]?.header === true;
    const inside =
      rows[row]?.cells.flatMap(({ texts }) => texts.filter((text) => text.cells)) ?? [];
    const told = cells.flatMap((cell, column) => {
      const covered = slots[column] && slots[column].column !== column;
      return cell === "" && !covered ? [blank] : [cell];
    });
    const isEmpty = cells.every((cell) => cell === "");
    const line = { text: rowText(cells), cells, bold: isHead || isBold(slots), isHead };
    return [
      { line: { ...line, ...pageOf(rows[row]) }, text: isEmpty ? null : rowText(told) },
      ...inside.map(asIs),
    ];
  });
}

function asIs(line: FlowText): BodyText {
  return { line, text: null };
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

/** Without any mark, a first row of names heads the rows below it: each cell is filled, short, no sentence, and unlike. */
function looksHeaded([first, ...others]: readonly FlowText[], width: number): boolean {
  const names = first?.cells ?? [];
  const rows = others.filter(({ cells }) => cells !== null && cells !== undefined);
  return (
    names.length === width &&
    rows.length >= 2 &&
    names.every((name) => name.length <= longestName && isLabel(name)) &&
    new Set(names).size === names.length
  );
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

/** Rows of a label and its value: most have a short label first, each once. Null where they are not. */
function pairTexts(texts: readonly FlowText[], width: number): FlowText[] | null {
  const labels = texts.flatMap(({ cells }) => cells?.[0] ?? []);
  const good = labels.filter(isLabel);
  const arePairs =
    width === 2 &&
    labels.length >= 2 &&
    labels.length === texts.length &&
    good.length >= (2 / 3) * labels.length &&
    new Set(good).size === good.length;
  if (!arePairs) return null;
  return texts.map((row) => {
    const [label = "", value = ""] = row.cells ?? [];
    if (value === "" || !isLabel(label)) return row;
    return { ...row, text: labelled(label, value) };
  });
}

/** A label may bring its own colon. */
function labelled(label: string, value: string): string {
  return `${label}${/[:?]$/.test(label) ? " " : ": "}${value}`;
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
