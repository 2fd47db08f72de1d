// Takes what stands in a table; gives it as rows of cells.
import { groupNeighbours } from "../../lists.ts";
import { type Cell, contains, distinct, fillCells, type Grid } from "./grids.ts";
import { explode, rejoin, type OrderedGroup, type Segment } from "./segments.ts";

/** A cell with more lines is a column of the page rather than of a table. */
const mostCellLines = 45;
/** Rows without rules between them stand apart by this many times the distance of a cell's lines. */
const rowGap = 1.3;
/** What stands further below, in the same measure, is no longer of the table. */
const aloneGap = 2.2;
/** Cells that all run over this many lines, each beside the others' and none going on with a sentence, are data. */
const fewestDataLines = 5;
/** Tops of cells this near are one row, in points. */
const sameRow = 4;

/**
 * The rows of a grid from top to bottom; what stands alone in its row comes as plain lines. A cell that reaches over
 * several rows stands in each of them, and a title that reaches over several columns in each of theirs.
 */
export function gridRows(grid: Grid, segments: readonly Segment[]): OrderedGroup[] {
  const cells = fillCells(grid, segments).sort((a, b) => a.top - b.top || a.left - b.left);
  const rows: Cell[][] = groupNeighbours(cells, (cell, [first]) => cell.top - first.top <= sameRow);
  return rows.flatMap((row, i) => {
    const reaching = reachingInto(row, rows.slice(0, i).flat());
    if (i === 0 && headsColumns(row, rows[1])) return [];
    const above = i === 1 && headsColumns(rows[0] ?? [], row) ? (rows[0] ?? []) : [];
    const whole = [...row, ...reaching].sort((a, b) => a.left - b.left);
    const lines = whole.map((cell) => [
      ...above.filter((title) => isOver(title, cell) && !reaching.includes(title)).flatMap(linesOf),
      ...cell.lines,
    ]);
    return reaching.length > 0 && lines.length > 1
      ? [{ kind: "row", cells: lines }]
      : rowGroups(lines);
  });
}

function linesOf({ lines }: Cell): readonly Segment[] {
  return lines;
}

/** A longer text that stands beside several rows is not said anew in each, in characters. */
const longestRepeated = 80;
/** A longer one over several columns is the title of the table. */
const longestTitle = 40;

function lengthOf({ lines }: Cell): number {
  return lines.reduce((sum, line) => sum + textOf(line).length, 0);
}

/** Those of the cells above a row that reach down into it, each touching the row or another of them. */
function reachingInto(row: readonly Cell[], above: readonly Cell[]): Cell[] {
  const reaching: Cell[] = [];
  let waiting = above.filter((cell) => reachesInto(cell, row));
  // The boxes of a flow chart stand apart.
  const touches = (cell: Cell) =>
    [...row, ...reaching].some(
      (other) =>
        Math.abs(other.left - cell.right) <= sameRow ||
        Math.abs(other.right - cell.left) <= sameRow,
    );
  for (let found = waiting.filter(touches); found.length > 0; found = waiting.filter(touches)) {
    reaching.push(...found);
    waiting = waiting.filter((cell) => !found.includes(cell));
  }
  return reaching;
}

function reachesInto(cell: Cell, row: readonly Cell[]): boolean {
  const top = row[0]?.top ?? 0;
  const free = row.every(
    (other) => other.left >= cell.right - sameRow || other.right <= cell.left + sameRow,
  );
  return cell.bottom > top + sameRow && free && lengthOf(cell) <= longestRepeated;
}

function isOver(title: Cell, cell: Cell): boolean {
  return title.left <= cell.left + sameRow && title.right >= cell.right - sameRow;
}

/** A first row with a title for several columns, beside one that reaches down into the row of their own titles. */
function headsColumns(row: readonly Cell[], next: readonly Cell[] | undefined): boolean {
  if (!next) return false;
  const wide = row.filter(
    (title) =>
      lengthOf(title) <= longestTitle && next.filter((cell) => isOver(title, cell)).length > 1,
  );
  const beside = row.filter((cell) => !wide.includes(cell));
  const reaching = reachingInto(next, beside);
  return wide.length > 0 && beside.length > 0 && reaching.length === beside.length;
}

/** The rows of text between two rules of a table without upright lines. */
export function bandRows(segments: readonly Segment[]): OrderedGroup[] {
  // Narrow columns stand closer together than words may in prose, so cells are gathered from single runs.
  return rowGroups(gatherCells(segments.flatMap(explode)).map(rejoin));
}

export function rowGroups(cells: readonly (readonly Segment[])[]): OrderedGroup[] {
  const [only] = cells;
  const isTable = cells.length > 1 && cells.every((cell) => cell.length <= mostCellLines);
  if (!isTable || !only) return cells.flatMap((cell) => rowOrLines([cell]));
  return splitRows(cells).flatMap(rowOrLines);
}

function rowOrLines(row: readonly (readonly Segment[])[]): OrderedGroup[] {
  if (row.length > 1) return [{ kind: "row", cells: row }];
  return row.flat().map((segment) => ({ kind: "segment", segment }));
}

/** The rows of side-by-side cells without rules, or null when they do not read as a table. */
export function looseRows(cells: readonly (readonly Segment[])[]): OrderedGroup[] | null {
  // Where nearly every line goes across, each is a row, and nothing needs putting together.
  if (filledShare(cells) >= 0.9) return null;
  const rows = splitRows(cells, aloneGap);
  const lines = cells.flat().length;
  if (rows.length < 3 || lines > 8 * rows.length) return null;
  return rows.flatMap(rowOrLines);
}

/** Cuts a row where all cells pause at once and both its first cell and another go on: rows without rules. */
function splitRows(
  cells: readonly (readonly Segment[])[],
  alone = Number.POSITIVE_INFINITY,
): (readonly Segment[])[][] {
  const lines = cells.flat().sort((a, b) => a.baseline - b.baseline);
  const pitch = linePitch(cells);
  const cuts: number[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || line.baseline - before.baseline < 0.6 * line.size) return;
    const headed = i === boldLines(lines);
    if (!headed && line.baseline - before.baseline < rowGap * pitch) return;
    const starts = cells.map((cell) =>
      cell.some((s) => Math.abs(s.baseline - line.baseline) < 0.3 * line.size),
    );
    const parted = line.baseline - before.baseline >= alone * pitch;
    if (parted || (starts[0] && starts.filter(Boolean).length > 1)) cuts.push(line.baseline);
  });
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).flatMap((from, i) => {
    const to = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const inRow = (s: Segment) =>
      s.baseline >= from - 0.3 * s.size && s.baseline < to - 0.3 * s.size;
    const row = cells.map((cell) => cell.filter(inRow)).filter((cell) => cell.length > 0);
    return isData(row) ? splitLines(row) : [row];
  });
}

function splitLines(row: readonly (readonly Segment[])[]): (readonly Segment[])[][] {
  return distinct(row.flat().map((line) => line.baseline)).map((baseline) =>
    row
      .map((cell) => cell.filter((s) => s.baseline >= baseline && s.baseline <= baseline + 3))
      .filter((cell) => cell.length > 0),
  );
}

/** Figures and a few words in every column and line, or a column of numbers: each line is a row. */
function isData(cells: readonly (readonly Segment[])[]): boolean {
  if (cells.length < 2) return false;
  const lines = cells.flat();
  const filled = filledShare(cells);
  const others = cells.slice(1).flat().map(textOf);
  if (cells.length === 2) {
    if (filled >= 0.6 && others.every((text) => /^[\d£$%.,()+-]+$/.test(text))) return true;
    return filled >= 0.95 && lines.every((line) => textOf(line).split(/\s+/).length <= 3);
  }
  const goesOn = lines.filter((line) => /^\p{Ll}/u.test(textOf(line))).length;
  const many = lines.length >= fewestDataLines * cells.length;
  if (filled >= 0.95 && many && goesOn <= 0.1 * lines.length) return true;
  const short = others.filter((text) => text.split(/\s+/).length <= 3);
  return filled >= 0.8 && short.length >= 0.8 * others.length;
}

/** How much of a grid of all columns and all lines has text, from 0 to 1. */
function filledShare(cells: readonly (readonly Segment[])[]): number {
  const heights = (part: readonly Segment[]) => distinct(part.map((s) => s.baseline)).length;
  const filled = cells.reduce((sum, cell) => sum + heights(cell), 0);
  return filled / (heights(cells.flat()) * cells.length);
}

function textOf(segment: Segment): string {
  return segment.runs
    .map((run) => run.text)
    .join(" ")
    .trim();
}

/** How many lines in bold a table begins with: its column titles. */
function boldLines(lines: readonly Segment[]): number {
  const first = lines.findIndex((line) => !line.runs.every((run) => run.bold));
  return first < 0 ? 0 : first;
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
