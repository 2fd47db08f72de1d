// Takes rows of a rich text, each with its own edges of cells; gives rows on the columns that all of them share.
import type { FlowText } from "../flow/flow-page.ts";
import type { TableCell, TableRow } from "../office/table-texts.ts";

/** How a row is laid out, as `\trowd` and what follows it say. Lengths are in twips. */
export interface RowForm {
  left: number;
  header: boolean;
  readonly cells: CellForm[];
  /** What was said of the next cell, which `\cellx` closes. */
  next: { joinsLeft: boolean; joinsAbove: boolean };
}

interface CellForm {
  readonly right: number;
  readonly joinsLeft: boolean;
  readonly joinsAbove: boolean;
}

export interface RtfRow {
  readonly form: RowForm;
  readonly cells: readonly (readonly FlowText[])[];
}

interface Placed extends TableCell {
  down: number;
  readonly start: number;
  readonly end: number;
  readonly joinsAbove: boolean;
}

/** Edges nearer to each other than this are one. */
const nearest = 60;

export function openRowForm(): RowForm {
  return { left: 0, header: false, cells: [], next: { joinsLeft: false, joinsAbove: false } };
}

export function tableRows(rows: readonly RtfRow[]): TableRow[] {
  const columnOf = findColumns(rows);
  let above: readonly Placed[] = [];
  return rows.map(({ form, cells }) => {
    const placed = placeCells(form, cells, columnOf);
    const owners = new Map(above.map((cell) => [cell.start, cell]));
    const kept: Placed[] = [];
    const standing: Placed[] = [];
    for (const cell of placed) {
      const owner = cell.joinsAbove ? owners.get(cell.start) : undefined;
      if (owner) owner.down += 1;
      else kept.push(cell);
      standing.push(owner ?? cell);
    }
    above = standing;
    return { cells: kept, header: form.header };
  });
}

/** The column that begins or ends at an edge. */
function findColumns(rows: readonly RtfRow[]): (edge: number) => number {
  const edges = rows.flatMap(({ form }) => [form.left, ...form.cells.map((cell) => cell.right)]);
  const columns = new Map<number, number>();
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of edges.sort((a, b) => a - b)) {
    if (edge - last > nearest) {
      column += 1;
      last = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}

function placeCells(
  form: RowForm,
  cells: RtfRow["cells"],
  columnOf: (edge: number) => number,
): Placed[] {
  const placed: Placed[] = [];
  const first = columnOf(form.left);
  if (first > 0)
    placed.push({ texts: [], across: first, down: 1, start: 0, end: first, joinsAbove: false });
  cells.forEach((texts, at) => {
    const cell = form.cells[at];
    const before = placed.at(-1);
    const start = before?.end ?? 0;
    const end = Math.max(start + 1, cell ? columnOf(cell.right) : 0);
    if (cell?.joinsLeft && before) {
      const joined = { texts: [...before.texts, ...texts], across: end - before.start, end };
      placed.splice(-1, 1, { ...before, ...joined });
    } else {
      const joinsAbove = cell?.joinsAbove ?? false;
      placed.push({ texts, across: end - start, down: 1, start, end, joinsAbove });
    }
  });
  return placed;
}
