// Takes what stands in a table; gives it as rows of cells.
import type { Segment } from "./assemble-lines.ts";
import { contains, fillCells, type Cell, type Grid } from "./grids.ts";
import type { OrderedGroup } from "./reading-order.ts";
import { explode, rejoin } from "./segments.ts";

/** A cell with more lines is a column of the page rather than of a table. */
const mostCellLines = 45;
/** Rows without rules between them stand apart by this many times the distance of a cell's lines. */
const rowGap = 1.3;
/** Tops of cells this near are one row, in points. */
const sameRow = 4;

/** The rows of a grid from top to bottom; what stands alone in its row comes as plain lines. */
export function gridRows(grid: Grid, segments: readonly Segment[]): OrderedGroup[] {
  const cells = fillCells(grid, segments).sort((a, b) => a.top - b.top || a.left - b.left);
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && cell.top - first.top <= sameRow) row.push(cell);
    else rows.push([cell]);
  }
  return rows.flatMap((row) =>
    rowGroups(row.sort((a, b) => a.left - b.left).map((cell) => cell.lines)),
  );
}

/** The rows of text between two rules of a table without upright lines. */
export function bandRows(segments: readonly Segment[]): OrderedGroup[] {
  // Narrow columns stand closer together than words may in prose, so cells are gathered from single runs.
  return rowGroups(gatherCells(segments.flatMap(explode)).map(rejoin));
}

export function rowGroups(cells: readonly (readonly Segment[])[]): OrderedGroup[] {
  const [only] = cells;
  const isTable = cells.length > 1 && cells.every((cell) => cell.length <= mostCellLines);
  if (!isTable || !only)
    return cells.flat().map((segment) => ({ kind: "segment" as const, segment }));
  return splitRows(cells).map((row) => ({ kind: "row" as const, cells: row }));
}

/** Cuts a row where all cells pause at once and both its first cell and another go on: rows without rules. */
function splitRows(cells: readonly (readonly Segment[])[]): (readonly Segment[])[][] {
  const lines = cells.flat().sort((a, b) => a.baseline - b.baseline);
  const pitch = linePitch(cells);
  const cuts: number[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || line.baseline - before.baseline < rowGap * pitch) return;
    const starts = cells.map((cell) =>
      cell.some((s) => Math.abs(s.baseline - line.baseline) < 0.3 * line.size),
    );
    if (starts[0] && starts.filter(Boolean).length > 1) cuts.push(line.baseline);
  });
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const inRow = (s: Segment) =>
      s.baseline >= from - 0.3 * s.size && s.baseline < to - 0.3 * s.size;
    return cells.map((cell) => cell.filter(inRow)).filter((cell) => cell.length > 0);
  });
}

/** The smallest step between lines of one cell. */
function linePitch(cells: readonly (readonly Segment[])[]): number {
  let pitch = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    cell.forEach((line, i) => {
      const before = cell[i - 1];
      const step = before ? line.baseline - before.baseline : 0;
      if (step > 0.6 * line.size) pitch = Math.min(pitch, step);
    });
  }
  return pitch;
}

/** Segments whose horizontal extents overlap make a cell; cells come left to right. */
export function gatherCells(segments: readonly Segment[]): Segment[][] {
  const byLeft = [...segments].sort((a, b) => a.left - b.left);
  const cells: { right: number; segments: Segment[] }[] = [];
  for (const segment of byLeft) {
    const cell = cells.at(-1);
    if (cell && segment.left < cell.right + 0.5 * segment.size) {
      cell.segments.push(segment);
      cell.right = Math.max(cell.right, segment.right);
    } else cells.push({ right: segment.right, segments: [segment] });
  }
  return cells.map((cell) => cell.segments);
}

/** Takes what stands inside a grid out of `segments`, run by run, for a wide gap may hide a cell's side. */
export function takeInside(
  grid: Grid,
  segments: readonly Segment[],
): { inside: Segment[]; outside: Segment[] } {
  const inside: Segment[] = [];
  const outside: Segment[] = [];
  for (const segment of segments) {
    if (segment.baseline < grid.top || segment.baseline - segment.size > grid.bottom) {
      outside.push(segment);
      continue;
    }
    const parts = explode(segment);
    const within = parts.filter((part) => contains(grid, part));
    if (within.length === parts.length) inside.push(segment);
    else if (within.length === 0) outside.push(segment);
    else {
      inside.push(...within);
      outside.push(...rejoin(parts.filter((part) => !contains(grid, part))));
    }
  }
  return { inside, outside };
}
