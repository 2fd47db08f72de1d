// Takes a ruled table and the text above it; gives the titles of its columns, which have no rule over them.
import { explode, rejoin, type OrderedGroup, type Segment } from "./segments.ts";
import { gatherCells } from "./table-rows.ts";

/** Titles follow the rule under them, and each other, within this many times their type size. */
const nearest = 1.8;

/** The lines just above the first rule of which every run stands over one column. */
export function columnTitles(
  above: readonly Segment[],
  inside: readonly Segment[],
  top: number,
): Segment[] {
  const columns = columnEdges(inside);
  const titles: Segment[] = [];
  let reached = top;
  const ordered = above.filter((s) => s.baseline <= top).sort((a, b) => b.baseline - a.baseline);
  for (const segment of ordered) {
    if (reached - segment.baseline > nearest * segment.size) break;
    if (!explode(segment).every((run) => columnOf(run, columns) !== null)) break;
    titles.push(segment);
    reached = segment.baseline;
  }
  const used = new Set(titles.flatMap(explode).map((run) => columnOf(run, columns)));
  return used.size > 1 ? titles.toReversed() : [];
}

/** The titles as one row, each above its column. */
export function titleRow(titles: readonly Segment[], inside: readonly Segment[]): OrderedGroup[] {
  if (titles.length === 0) return [];
  const columns = columnEdges(inside);
  const cells = columns.map((_, i) =>
    rejoin(titles.flatMap(explode).filter((run) => columnOf(run, columns) === i)),
  );
  return [{ kind: "row", cells: cells.filter((cell) => cell.length > 0) }];
}

/** Left edges of the columns, in order. */
function columnEdges(inside: readonly Segment[]): number[] {
  return gatherCells(inside.flatMap(explode)).map((cell) => Math.min(...cell.map((s) => s.left)));
}

/** Index of the one column over which a run stands; null when it reaches over two, or none. */
function columnOf(run: Segment, columns: readonly number[]): number | null {
  const index = columns.findLastIndex((left) => run.left >= left - run.size);
  const next = columns[index + 1];
  if (index < 0 || (next !== undefined && run.right > next + 1)) return null;
  return index;
}
