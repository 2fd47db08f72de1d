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
  return splitRows(rows, sheet).flatMap((block) => blockTexts(sheet, { rows: block, columns }));
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
  if (sheet.merged.some(({ top, bottom }) => top <= before && bottom >= row - 1)) return true;
  for (let between = before + 1; between < row; between += 1)
    if (!sheet.hiddenRows.has(between)) return false;
  return true;
}

function blockTexts(sheet: Sheet, { rows, columns }: Visible): FlowText[] {
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
  return [...above, ...tableTexts(visible.rows.map((row) => tableRow(row, sheet, visible)))];
}

function tableRow(row: number, sheet: Sheet, visible: Visible): TableRow {
  const merged = sheet.merged.filter(({ top, bottom }) => row >= top && row <= bottom);
  const cells = visible.columns.flatMap((column): TableCell[] => {
    const area = merged.find(({ left, right }) => column >= left && column <= right);
    const span = area ? shownSpan(area, visible) : undefined;
    // Under a merged cell that begins above or to the left.
    if (span && (span.rows[0] !== row || span.columns[0] !== column)) return [];
    const cell = sheet.rows.get(area?.top ?? row)?.get(area?.left ?? column);
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

function shownSpan(
  area: Area,
  { rows, columns }: Visible,
): { rows: readonly number[]; columns: readonly number[] } {
  return {
    rows: rows.filter((row) => row >= area.top && row <= area.bottom),
    columns: columns.filter((column) => column >= area.left && column <= area.right),
  };
}
