// Takes segments outside tables; gives them in reading order, columns of prose one after the other.
import { groupNeighbours } from "../../lists.ts";
import { explode, extentOf, rejoin, type OrderedGroup, type Segment } from "./segments.ts";
import { looseRows } from "./table-rows.ts";

/** A gutter between columns is at least this wide, in points. */
const narrowestGutter = 8;
/** Columns of prose have at least this many lines each. */
const fewestColumnLines = 6;

/** Splits a stretch without ruled tables at its gutter, if it has one, and reads each column through. */
export function orderColumns(segments: readonly Segment[]): OrderedGroup[] {
  const gutter = findGutter(segments);
  if (gutter === null) return orderRows(segments);
  const ordered: OrderedGroup[] = [];
  let band: Segment[] = [];
  const close = () => {
    const left = band.filter((s) => s.right <= gutter);
    const right = band.filter((s) => s.left >= gutter);
    const beside = left.length > 0 && right.length > 0 && !isTable(left) && !isTable(right);
    const rows = beside ? looseRows([left, right]) : null;
    if (rows) ordered.push(...rows);
    else if (isProse(left) && isProse(right))
      ordered.push(...orderColumns(left), ...orderColumns(right));
    else ordered.push(...orderRows(band));
    band = [];
  };
  for (const segment of segments.flatMap((s) => splitAtGutter(s, gutter))) {
    if (segment.left < gutter && segment.right > gutter) {
      close();
      ordered.push({ kind: "segment", segment });
    } else band.push(segment);
  }
  close();
  return ordered;
}

/** Columns may stand as close as words do elsewhere; a segment that pauses at the gutter is two. */
function splitAtGutter(segment: Segment, gutter: number): Segment[] {
  if (segment.left >= gutter || segment.right <= gutter) return [segment];
  const parts = explode(segment);
  const left = parts.filter((part) => part.right <= gutter);
  const right = parts.filter((part) => part.left >= gutter);
  const gap = extentOf(right).left - extentOf(left).right;
  if (left.length + right.length < parts.length || gap < narrowestGutter) return [segment];
  return [...rejoin(left), ...rejoin(right)];
}

/** The x position that the fewest segments cross with columns of text on both sides; null when there is none. */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * fewestColumnLines) return null;
  const { left, right } = extentOf(segments);
  let best: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let x = left + 0.2 * (right - left); x <= left + 0.8 * (right - left); x += 2) {
    const low = x - narrowestGutter / 2;
    const high = x + narrowestGutter / 2;
    let crossing = 0;
    let before = 0;
    let after = 0;
    for (const s of segments) {
      if (s.right <= low) before += 1;
      else if (s.left >= high) after += 1;
      else crossing += 1;
    }
    if (before < fewestColumnLines || after < fewestColumnLines) continue;
    if (crossing > Math.min(before, after)) continue;
    if (crossing < fewest) [best, fewest] = [x, crossing];
  }
  return best;
}

/** Lines of prose fill their column; the cells of a list or table do not. */
function isProse(segments: readonly Segment[]): boolean {
  if (segments.length < fewestColumnLines) return false;
  const { left, right } = extentOf(segments);
  // A column of page numbers or amounts is no prose, however well it fills its width.
  if (right - left < 8 * (segments[0]?.size ?? 0)) return false;
  const filled = segments.filter((s) => s.right - s.left >= 0.6 * (right - left)).length;
  return filled >= 0.4 * segments.length;
}

/** More columns on one side of the gutter: most of its lines are cells of several. */
function isTable(segments: readonly Segment[]): boolean {
  const lines = orderRows(segments);
  const several = lines.filter((line) => line.kind === "row").length;
  return several > lines.length / 2;
}

/** Top to bottom; parts that share a baseline are the cells of a row. */
function orderRows(segments: readonly Segment[]): OrderedGroup[] {
  const rows = groupNeighbours(segments, (segment, _row, last) => {
    const level = Math.abs(segment.baseline - last.baseline) <= 0.3 * last.size;
    return level && segment.left >= last.right;
  });
  return rows.map((row) =>
    row.length === 1
      ? { kind: "segment", segment: row[0] }
      : { kind: "row", cells: row.map((segment) => [segment]) },
  );
}
