// Takes a table of a Word document; gives its rows by the grid, cells that span rows or columns where they stand.
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { printedText, rowText, type FlowText } from "../flow/flow-page.ts";
import type { Reader, Sink } from "./reader.ts";
import { leaveOut } from "../losses.ts";
import { numberOf, switchOf, valueOf } from "./styles.ts";

interface Cell {
  readonly text: string;
  readonly bold: boolean;
  /** Columns it spans. */
  readonly width: number;
  /** It goes on with the cell above. */
  readonly continues: boolean;
  /** It is a part of the cell before it, as older files say that one spans columns. */
  readonly isPart: boolean;
  /** Tables that stand inside it, read row by row. */
  readonly inner: readonly FlowText[];
  /** The texts in it, for a table that is only a box around them. */
  readonly texts: readonly FlowText[];
}

interface Row {
  readonly page: number;
  readonly isHeader: boolean;
  /** Of each column of the grid, the cell that begins there; null where none does. */
  readonly cells: readonly (Cell | null)[];
}

/** Spans do not make a table wider than this. */
const mostColumns = 200;
/** Labels of a table of labels and values are no longer, in characters. */
const longestLabel = 60;

type ReadCell = (content: readonly Element[], sink: Sink) => void;

export function readTable(table: Element, reader: Reader, sink: Sink, readCell: ReadCell): void {
  const rows = rowsOf(table).flatMap((row) => readRow(row, reader, sink, readCell) ?? []);
  const filled = fillDown(rows);
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length));
  if (width === 0) return;
  // One column is a box around text.
  if (width === 1) {
    for (const row of filled) for (const cell of row.cells) sink.texts.push(...(cell?.texts ?? []));
    return;
  }
  const { head, body } = splitHead(filled, isHeaded(table, reader));
  if (head)
    sink.texts.push({
      text: rowText(head.texts),
      cells: head.texts,
      bold: true,
      isHead: true,
      page: head.page,
    });
  const pairs = head === null && isKeyValue(body);
  for (const row of body) {
    const texts = row.cells.map((cell) => cell?.text ?? "");
    const shown = row.cells.filter((cell) => cell !== null && cell.text !== "");
    const bold = shown.length > 0 && shown.every((cell) => cell?.bold);
    if (shown.length === 1 && row.cells.length > 1) {
      addBox(row, sink);
    } else addRow(row.page, texts, bold, sink, pairs);
    for (const cell of row.cells) sink.texts.push(...(cell?.inner ?? []));
  }
}

/** The table's style sets its first row apart, and the table lets it (17.4.56; 0x0020 in older files). */
function isHeaded(table: Element, { styles }: Reader): boolean {
  const properties = childOf(table, "w:tblPr");
  const style = valueOf(properties, "w:tblStyle");
  const look = childOf(properties, "w:tblLook")?.attributes;
  const bits = Number.parseInt(look?.get("w:val") ?? "0", 16);
  const first = look?.get("w:firstRow") ?? String((bits >> 5) & 1);
  return style !== null && ["1", "true", "on"].includes(first) && styles.headsTables(style);
}

/** A row of which one cell alone has words is a line across the table. */
function addBox(row: Row, sink: Sink): void {
  const cell = row.cells.find((each) => each !== null && each.text !== "");
  if (!cell) return;
  addRow(row.page, [cell.text], cell.bold, sink);
}

function addRow(
  page: number,
  cells: readonly string[],
  bold: boolean,
  sink: Sink,
  pairs = false,
): void {
  const [label = "", value = ""] = cells;
  if (cells.every((cell) => cell === "")) return;
  const joint = /[:?]$/.test(label) ? " " : ": ";
  const text =
    pairs && value !== "" && isLabel(label) ? `${label}${joint}${value}` : rowText(cells);
  sink.texts.push({ text, cells, bold, page });
}

/** Rows may stand in content controls and the like. */
function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "w:tr") return [child];
    if (child.name === "w:sdt") return rowsOf(childOf(child, "w:sdtContent") ?? child);
    return ["w:customXml", "w:ins", "w:sdtContent"].includes(child.name) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).flatMap((child) => {
    if (child.name === "w:tc") return [child];
    if (child.name === "w:sdt") return cellsOf(childOf(child, "w:sdtContent") ?? child);
    return ["w:customXml", "w:sdtContent"].includes(child.name) ? cellsOf(child) : [];
  });
}

function readRow(row: Element, reader: Reader, sink: Sink, readCell: ReadCell): Row | null {
  const properties = childOf(row, "w:trPr");
  const start = sink.page;
  let end = start;
  const before = numberOf(valueOf(properties, "w:gridBefore")) ?? 0;
  const cells: (Cell | null)[] = Array<null>(Math.min(before, mostColumns)).fill(null);
  const read = cellsOf(row).map((cell) => {
    const inner: Sink = { texts: [], page: start, turned: sink.turned, apart: true };
    const found = readOne(cell, inner, readCell);
    // A row that runs over a page does so in each of its cells.
    end = Math.max(end, inner.page);
    return found;
  });
  sink.page = end;
  if (end > start || read.some(({ texts }) => texts.length > 0)) sink.turned = null;
  if (childOf(properties, "w:del")) {
    const words = read.map((cell) => cell.text).join(" ");
    leaveOut(reader.losses, "deleted", words, sink);
    return null;
  }
  if (switchOf(properties, "w:hidden") === true) {
    const words = read.map((cell) => cell.text).join(" ");
    leaveOut(reader.losses, "hidden", words, sink);
    return null;
  }
  for (const cell of read) {
    if (cell.isPart && cells.length > 0) {
      cells.push(null);
      continue;
    }
    const room = Math.max(0, mostColumns - cells.length - 1);
    cells.push(cell, ...Array<null>(Math.min(cell.width - 1, room)).fill(null));
  }
  // It stands on the page where its words begin.
  const first = read.flatMap((cell) => cell.texts.map(({ page }) => page ?? start));
  return {
    page: first.length > 0 ? Math.min(...first) : start,
    isHeader: switchOf(properties, "w:tblHeader") === true,
    cells,
  };
}

function readOne(cell: Element, sink: Sink, readCell: ReadCell): Cell {
  const properties = childOf(cell, "w:tcPr");
  const merge = childOf(properties, "w:vMerge");
  const across = childOf(properties, "w:hMerge");
  readCell(childrenOf(cell), sink);
  const own = sink.texts.filter(({ cells }) => !cells);
  const goesOn = (element: Element | undefined) =>
    element !== undefined && element.attributes.get("w:val") !== "restart";
  return {
    text: own.map(printedText).join(" ").trim(),
    bold: own.length > 0 && own.every((text) => text.bold === true || text.heading !== null),
    width: Math.max(1, Math.min(numberOf(valueOf(properties, "w:gridSpan")) ?? 1, mostColumns)),
    continues: goesOn(merge),
    isPart: goesOn(across),
    inner: sink.texts.filter(({ cells }) => cells),
    texts: sink.texts,
  };
}

/** A cell that spans rows stands in each of them. */
function fillDown(rows: readonly Row[]): Row[] {
  const filled: Row[] = [];
  for (const row of rows) {
    const above = filled.at(-1);
    const cells = row.cells.map((cell, at) => {
      if (!cell?.continues) return cell;
      const top = above?.cells[at];
      return top ? { ...cell, text: cell.text || top.text, bold: top.bold } : cell;
    });
    filled.push({ ...row, cells });
  }
  return filled;
}

interface Head {
  readonly page: number;
  readonly texts: readonly string[];
}

/**
 * The rows that say what the columns are: those marked so, or a first row all in bold over rows that are not. Of several
 * the outer name stands before the inner: "Who must act: Night".
 */
function splitHead(
  rows: readonly Row[],
  headed: boolean,
): { head: Head | null; body: readonly Row[] } {
  const marked = rows.findIndex(({ isHeader }) => !isHeader);
  const spans = (row: Row | undefined) =>
    row?.cells.some((cell) => (cell?.width ?? 1) > 1) ?? false;
  const isBold = (row: Row | undefined) =>
    row !== undefined && row.cells.every((cell) => cell === null || cell.text === "" || cell.bold);
  let count = marked < 0 ? 0 : marked;
  if (count === 0 && headed && rows.length > 1) count = 1;
  if (
    count === 0 &&
    rows.length > 2 &&
    isBold(rows[0]) &&
    rows.slice(1).some((row) => !isBold(row))
  )
    count = 1;
  // A first row with cells over several columns names groups; the next names the columns in them.
  if (count <= 1 && rows.length > count + 1 && spans(rows[0]) && !spans(rows[1])) {
    const under = rows[1]?.cells.some((cell) => cell?.continues === true) ?? false;
    if (under || (count === 1 && isBold(rows[1]))) count = 2;
  }
  const [first] = rows;
  if (count === 0 || !first) return { head: null, body: rows };
  const width = Math.max(...rows.slice(0, count).map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, at) => {
    const parts = rows.slice(0, count).map((row) => nameAt(row, at));
    return [...new Set(parts.filter((part) => part !== ""))].join(": ");
  });
  return { head: { page: first.page, texts: names }, body: rows.slice(count) };
}

/** The text of the cell that covers a column. */
function nameAt(row: Row, column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const cell = row.cells[at];
    if (cell) return at + cell.width > column ? cell.text : "";
  }
  return "";
}

/** Two columns, most rows with a short label first, each once, and no row that names the columns. */
function isKeyValue(rows: readonly Row[]): boolean {
  const pairs = rows.filter(({ cells }) => cells.length === 2 && cells[0] && cells[1]);
  if (rows.length < 2 || pairs.length < rows.length) return false;
  const labels = pairs.map(({ cells }) => cells[0]?.text ?? "").filter(isLabel);
  return labels.length >= (2 / 3) * rows.length && new Set(labels).size === labels.length;
}

function isLabel(text: string): boolean {
  return text.length <= longestLabel && !/[.;!]$/.test(text) && /\p{L}/u.test(text);
}
