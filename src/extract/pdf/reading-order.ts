// Takes the segments of a page and the rules drawn on it; gives them in the order a reader takes them.
import type { Segment } from "./assemble-lines.ts";
import type { Rule } from "./text-run.ts";

export type OrderedGroup =
  | { readonly kind: "segment"; readonly segment: Segment }
  | { readonly kind: "row"; readonly cells: readonly (readonly Segment[])[] };

/** A gutter between columns is at least this wide, in points. */
const narrowestGutter = 8;
/** Columns of prose have at least this many lines each. */
const fewestColumnLines = 6;

/** Ruled tables row by row, columns of prose one after the other, all else from top to bottom. */
export function orderSegments(
  segments: readonly Segment[],
  rules: readonly Rule[],
): OrderedGroup[] {
  const ordered: OrderedGroup[] = [];
  let rest: Segment[] = [];
  const tables = findTables(segments, rules);
  let next = 0;
  for (const segment of segments) {
    const table = tables.find((t) => segment.baseline > t.top && segment.baseline <= t.bottom);
    if (!table) {
      rest.push(segment);
      continue;
    }
    if (tables.indexOf(table) < next) continue;
    ordered.push(...orderColumns(rest));
    rest = [];
    ordered.push(...tableRows(segments, table));
    next = tables.indexOf(table) + 1;
  }
  ordered.push(...orderColumns(rest));
  return ordered;
}

interface Table {
  readonly top: number;
  readonly bottom: number;
  readonly tops: readonly number[];
}

/** Stacks of rules with side-by-side text between them. */
function findTables(segments: readonly Segment[], rules: readonly Rule[]): Table[] {
  const tops = distinctTops(rules);
  const tables: Table[] = [];
  let stack: number[] = [];
  const close = () => {
    const top = stack[0];
    const bottom = stack.at(-1);
    if (stack.length >= 3 && top !== undefined && bottom !== undefined)
      tables.push({ top, bottom, tops: stack });
    stack = [];
  };
  for (const top of tops) {
    const above = stack.at(-1);
    if (above === undefined) {
      stack = [top];
      continue;
    }
    const between = segments.filter((s) => s.baseline > above && s.baseline <= top);
    if (stack.length === 1 ? isSideBySide(between) : between.length > 0) stack.push(top);
    else {
      close();
      stack = [top];
    }
  }
  close();
  const last = tables.at(-1);
  if (last) extendOverPage(last, segments, tables);
  return tables;
}

/** A row that goes on over the page has no line under it. */
function extendOverPage(last: Table, segments: readonly Segment[], tables: Table[]): void {
  const below = segments.filter((s) => s.baseline > last.bottom);
  const bottom = Math.max(...below.map((s) => s.baseline));
  if (below.length < 2 || !isSideBySide(below)) return;
  tables[tables.length - 1] = { top: last.top, bottom, tops: [...last.tops, bottom] };
}

/** Tops of rules that reach across side-by-side text, a table's double edges folded into one. */
function distinctTops(rules: readonly Rule[]): number[] {
  const tops: number[] = [];
  for (const rule of rules) {
    const last = tops.at(-1);
    if (last === undefined || rule.top - last > 4) tops.push(rule.top);
  }
  return tops;
}

function isSideBySide(segments: readonly Segment[]): boolean {
  return segments.some((a) =>
    segments.some((b) => b.left > a.right && Math.abs(a.baseline - b.baseline) < a.size),
  );
}

function tableRows(segments: readonly Segment[], table: Table): OrderedGroup[] {
  return table.tops.slice(0, -1).flatMap((top, i) => {
    const bottom = table.tops[i + 1] ?? top;
    const inside = segments.filter((s) => s.baseline > top && s.baseline <= bottom);
    return inside.length === 0 ? [] : rowGroups(inside);
  });
}

function rowGroups(segments: readonly Segment[]): OrderedGroup[] {
  // Narrow columns stand closer together than words may in prose, so cells are gathered from single runs.
  const cells = gatherCells(segments.flatMap(explode)).map(rejoin);
  if (cells.length > 1) return [{ kind: "row", cells }];
  return segments.map((segment) => ({ kind: "segment", segment }));
}

/** Segments whose horizontal extents overlap make a cell; cells come left to right. */
function gatherCells(segments: readonly Segment[]): Segment[][] {
  const byLeft = [...segments].sort((a, b) => a.left - b.left);
  const cells: { right: number; segments: Segment[] }[] = [];
  for (const segment of byLeft) {
    const cell = cells.at(-1);
    if (cell && segment.left < cell.right + 0.5 * segment.size) {
      cell.segments.push(segment);
      cell.right = Math.max(cell.right, segment.right);
    } else cells.push({ right: segment.right, segments: [segment] });
  }
  return cells.map((cell) =>
    cell.segments.sort((a, b) => a.baseline - b.baseline || a.left - b.left),
  );
}

function explode(segment: Segment): Segment[] {
  return segment.runs.map((run) => ({
    runs: [run],
    left: run.left,
    right: run.right,
    baseline: segment.baseline,
    size: segment.size,
  }));
}

/** Puts the runs of a cell back into its lines. */
function rejoin(cell: readonly Segment[]): Segment[] {
  const lines: Segment[] = [];
  for (const part of cell) {
    const line = lines.at(-1);
    if (!line || Math.abs(line.baseline - part.baseline) > 0.3 * part.size) {
      lines.push(part);
      continue;
    }
    lines[lines.length - 1] = {
      ...line,
      runs: [...line.runs, ...part.runs],
      right: Math.max(line.right, part.right),
    };
  }
  return lines;
}

/** Splits a stretch without ruled tables at its gutter, if it has one, and reads each column through. */
function orderColumns(segments: readonly Segment[]): OrderedGroup[] {
  const gutter = findGutter(segments);
  if (gutter === null) return orderRows(segments);
  const ordered: OrderedGroup[] = [];
  let band: Segment[] = [];
  const close = () => {
    const left = band.filter((s) => s.right <= gutter);
    const right = band.filter((s) => s.left >= gutter);
    if (isProse(left) && isProse(right))
      ordered.push(...orderColumns(left), ...orderColumns(right));
    else ordered.push(...orderRows(band));
    band = [];
  };
  for (const segment of segments) {
    if (segment.left < gutter && segment.right > gutter) {
      close();
      ordered.push({ kind: "segment", segment });
    } else band.push(segment);
  }
  close();
  return ordered;
}

/** The x position that the fewest segments cross with columns of text on both sides; null when there is none. */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * fewestColumnLines) return null;
  const left = Math.min(...segments.map((s) => s.left));
  const right = Math.max(...segments.map((s) => s.right));
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
  const left = Math.min(...segments.map((s) => s.left));
  const right = Math.max(...segments.map((s) => s.right));
  // A column of page numbers or amounts is no prose, however well it fills its width.
  if (right - left < 8 * (segments[0]?.size ?? 0)) return false;
  const filled = segments.filter((s) => s.right - s.left >= 0.6 * (right - left)).length;
  return filled >= 0.4 * segments.length;
}

/** Top to bottom; parts that share a baseline are the cells of a row. */
function orderRows(segments: readonly Segment[]): OrderedGroup[] {
  const ordered: OrderedGroup[] = [];
  let row: Segment[] = [];
  const close = () => {
    const [first] = row;
    if (first && row.length === 1) ordered.push({ kind: "segment", segment: first });
    else if (first) ordered.push({ kind: "row", cells: row.map((s) => [s]) });
    row = [];
  };
  for (const segment of segments) {
    const last = row.at(-1);
    if (
      last &&
      (Math.abs(segment.baseline - last.baseline) > 0.3 * last.size || segment.left < last.right)
    )
      close();
    row.push(segment);
  }
  close();
  return ordered;
}
