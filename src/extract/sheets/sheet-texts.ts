// Takes the cells of a sheet; gives its visible rows as rows of tables, title lines as paragraphs.
import type { FlowText } from "../flow/flow-page.ts";
import { leaveOut, type Losses } from "../losses.ts";
import { tableTexts, type TableCell, type TableRow } from "../flow/table-texts.ts";
import type { Area, Sheet } from "./read-sheet.ts";

/** Rows and columns of the sheet that are shown and not empty, in order. */
interface Visible {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Beyond so many places, merged cells are made to waste memory. */
const mostPlaces = 2_000_000;

/** Empty rows part tables; a row with one cell above a table is its title. */
export function sheetTexts(sheet: Sheet, name: string, losses: Losses): FlowText[] {
  tellHidden(sheet, name, losses);
  const rows = [...sheet.rows.keys()]
    .filter((row) => !sheet.hiddenRows.has(row))
    .sort((a, b) => a - b);
  const used = new Set(rows.flatMap((row) => [...(sheet.rows.get(row)?.keys() ?? [])]));
  for (const { left, top, bottom } of sheet.merged)
    if (rows.some((row) => row >= top && row <= bottom)) used.add(left);
  const columns = [...used]
    .filter((column) => !sheet.hiddenColumns.has(column))
    .sort((a, b) => a - b);
  return splitRows(rows, sheet).flatMap((block) =>
    blockTexts(sheet, { rows: block, columns }, losses),
  );
}

function tellHidden(sheet: Sheet, name: string, losses: Losses): void {
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const isHidden = sheet.hiddenRows.has(row);
    const texts = [...cells].filter(([column]) => isHidden || sheet.hiddenColumns.has(column));
    if (texts.length === 0) continue;
    const text = texts.map(([, cell]) => cell.text).join(" | ");
    leaveOut(losses, "hidden", `Sheet ${name}, row ${row}: ${text}`);
  }
}

/** Runs of rows without an empty row between them; a merged cell holds rows together. */
function splitRows(rows: readonly number[], sheet: Sheet): number[][] {
  const blocks: number[][] = [];
  for (const row of rows) {
    const before = blocks.at(-1)?.at(-1);
    const joined = before !== undefined && isBeside(before, row, sheet);
    if (joined) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function isBeside(before: number, row: number, sheet: Sheet): boolean {
  let between = before + 1;
  while (between < row && sheet.hiddenRows.has(between)) between += 1;
  if (between === row) return true;
  return sheet.merged.some(({ top, bottom }) => top <= before && bottom >= row - 1);
}

function blockTexts(sheet: Sheet, { rows, columns }: Visible, { repeats }: Losses): FlowText[] {
  const cellsOf = (row: number) => columns.filter((column) => sheet.rows.get(row)?.has(column));
  const titles = rows.findIndex((row) => cellsOf(row).length > 1);
  const count = titles < 0 ? rows.length : titles;
  const above = rows.slice(0, count).flatMap((row) =>
    cellsOf(row).flatMap((column): FlowText[] => {
      const cell = sheet.rows.get(row)?.get(column);
      return cell ? [{ ...cell }] : [];
    }),
  );
  const visible = { rows: rows.slice(count), columns };
  const spans = placeSpans(sheet.merged, visible);
  return [
    ...above,
    ...tableTexts(
      visible.rows.map((row) => tableRow(row, sheet, visible, spans)),
      repeats,
    ),
  ];
}

/** A merged cell as far as it is shown. */
interface Span {
  readonly area: Area;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

type Spans = ReadonlyMap<number, ReadonlyMap<number, Span>>;

/** The merged cell at each row and column that has one; of several, the first. */
function placeSpans(merged: readonly Area[], { rows, columns }: Visible): Spans {
  const spans = new Map<number, Map<number, Span>>();
  let places = mostPlaces;
  for (const area of merged) {
    if (area.bottom < (rows[0] ?? 0) || area.top > (rows.at(-1) ?? 0)) continue;
    const span = {
      area,
      rows: within(rows, area.top, area.bottom),
      columns: within(columns, area.left, area.right),
    };
    const [first = 0] = span.rows;
    // No program merges cells that are merged already.
    if (spans.get(first)?.has(span.columns[0] ?? 0)) continue;
    places -= span.rows.length * span.columns.length;
    if (places < 0) break;
    for (const row of span.rows) {
      const inRow = spans.get(row) ?? new Map<number, Span>();
      spans.set(row, inRow);
      for (const column of span.columns) if (!inRow.has(column)) inRow.set(column, span);
    }
  }
  return spans;
}

/** Those from one number to another. @param ordered from small to large */
function within(ordered: readonly number[], from: number, to: number): readonly number[] {
  return ordered.slice(countBelow(ordered, from), countBelow(ordered, to + 1));
}

function countBelow(ordered: readonly number[], limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tableRow(row: number, sheet: Sheet, visible: Visible, spans: Spans): TableRow {
  const cells = visible.columns.flatMap((column): TableCell[] => {
    const span = spans.get(row)?.get(column);
    // Under a merged cell that begins above or to the left.
    if (span && (span.rows[0] !== row || span.columns[0] !== column)) return [];
    const cell = sheet.rows.get(span?.area.top ?? row)?.get(span?.area.left ?? column);
    return [
      {
        texts: cell ? [{ ...cell }] : [],
        across: span?.columns.length ?? 1,
        down: span?.rows.length ?? 1,
      },
    ];
  });
  const header =
    cells.length > 1 && visible.rows[0] !== undefined && isHeader(row, visible.rows[0], sheet);
  return { cells, header };
}

/** Frozen rows, and the row with the buttons of a filter, head the columns of the rows below. */
function isHeader(row: number, first: number, sheet: Sheet): boolean {
  return row <= sheet.frozen || (row === sheet.filtered && row === first);
}
