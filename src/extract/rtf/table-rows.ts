// Takes rows of a rich text, each with its own edges of cells; gives rows on the columns that all of them share.
import type { FlowText } from "../flow/flow-page.ts";
import { joinRows, type PlacedCell } from "../flow/join-rows.ts";
import type { TableRow } from "../flow/table-texts.ts";

/** How a row is laid out, as `\trowd` and what follows it say. Lengths are in twips. */
export interface RowForm {
  left: number;
  header: boolean;
  readonly cells: CellForm[];
  /** Something is painted behind a cell. */
  painted: boolean;
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

/** Edges nearer to each other than this are one. */
const nearest = 60;

export function openRowForm(): RowForm {
  return {
    left: 0,
    header: false,
    cells: [],
    painted: false,
    next: { joinsLeft: false, joinsAbove: false },
  };
}

export function tableRows(rows: readonly RtfRow[]): TableRow[] {
  const columnOf = findColumns(rows);
  return joinRows(
    rows.map(({ form, cells }) => ({
      cells: placeCells(form, cells, columnOf),
      header: form.header,
    })),
  );
}

/** The column that begins or ends at an edge. */
function findColumns(rows: readonly RtfRow[]): (edge: number) => number {
  const edges = new Set<number>();
  // Rows share their form, most of them.
  for (const form of new Set(rows.map((row) => row.form))) {
    edges.add(form.left);
    for (const { right } of form.cells) edges.add(right);
  }
  const columns = new Map<number, number>();
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
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
): PlacedCell[] {
  const placed: PlacedCell[] = [];
  const first = columnOf(form.left);
  if (first > 0) placed.push({ texts: [], start: 0, across: first, joinsAbove: false });
  cells.forEach((texts, at) => {
    const cell = form.cells[at];
    const before = placed.at(-1);
    const start = before ? before.start + before.across : 0;
    const end = Math.max(start + 1, cell ? columnOf(cell.right) : 0);
    if (cell?.joinsLeft && before) {
      const joined = { texts: [...before.texts, ...texts], across: end - before.start };
      placed.splice(-1, 1, { ...before, ...joined });
    } else {
      placed.push({ texts, start, across: end - start, joinsAbove: cell?.joinsAbove ?? false });
    }
  });
  return placed;
}
