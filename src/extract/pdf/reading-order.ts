// Takes the segments of a page and the lines drawn on it; gives the text in the order a reader takes it.
import { groupNeighbours } from "../../lists.ts";
import { orderColumns } from "./columns.ts";
import { findGrids, type Grid } from "./grids.ts";
import { columnTitles, titleRow } from "./column-titles.ts";
import { findRuledTables } from "./ruled-bands.ts";
import { extentOf, type OrderedGroup, type Segment } from "./segments.ts";
import type { Edges } from "./text-run.ts";
import { bandRows, gridRows, rowGroups, takeInside } from "./table-rows.ts";

/** Something on the page that is read as a whole before what follows it. */
interface Island extends Pick<Grid, "left" | "right" | "top" | "bottom"> {
  readonly groups: readonly OrderedGroup[];
}

/** Tables row by row, boxes whole, columns of prose one after the other, all else from top to bottom. */
export function orderSegments(segments: readonly Segment[], edges: Edges): OrderedGroup[] {
  const { islands, rest } = findIslands(segments, edges);
  const ordered: OrderedGroup[] = [];
  let flow = [...rest];
  for (const band of besideEachOther(islands)) {
    const top = Math.min(...band.map((island) => island.top));
    ordered.push(...orderColumns(flow.filter((s) => s.baseline <= top)));
    flow = flow.filter((s) => s.baseline > top);
    ordered.push(...readBand(band));
  }
  ordered.push(...orderColumns(flow));
  return ordered;
}

function findIslands(
  segments: readonly Segment[],
  { rules, uprights }: Edges,
): { islands: Island[]; rest: Segment[] } {
  const islands: Island[] = [];
  let rest = [...segments];
  for (const grid of findGrids(rules, uprights)) {
    const { inside, outside } = takeInside(grid, rest);
    if (inside.length === 0) continue;
    const groups = gridRows(grid, inside);
    const isTable = groups.some((group) => group.kind === "row");
    const titles = isTable ? columnTitles(outside, inside, grid.top) : [];
    rest = outside.filter((s) => !titles.includes(s));
    const top = Math.min(grid.top, ...titles.map((s) => s.baseline - s.size));
    islands.push({ ...grid, top, groups: [...titleRow(titles, inside), ...groups] });
  }
  const loose = rules.filter(
    (rule) => !islands.some((i) => rule.top >= i.top && rule.top <= i.bottom),
  );
  for (const table of findRuledTables(rest, loose)) {
    const inside = rest.filter((s) => s.baseline > table.top && s.baseline <= table.bottom);
    const titles = columnTitles(rest, inside, table.top);
    rest = rest.filter((s) => !inside.includes(s) && !titles.includes(s));
    const groups = table.tops.slice(0, -1).flatMap((top, i) => {
      const bottom = table.tops[i + 1] ?? top;
      return bandRows(inside.filter((s) => s.baseline > top && s.baseline <= bottom));
    });
    islands.push({
      top: Math.min(table.top, ...titles.map((s) => s.baseline - s.size)),
      bottom: table.bottom,
      ...extentOf([...titles, ...inside]),
      groups: [...titleRow(titles, inside), ...groups],
    });
  }
  return { islands, rest: rest.sort((a, b) => a.baseline - b.baseline || a.left - b.left) };
}

/** Islands from top to bottom; those that overlap in height and stand apart in width come as one band. */
function besideEachOther(islands: readonly Island[]): Island[][] {
  const ordered = [...islands].sort((a, b) => a.top - b.top || a.left - b.left);
  return groupNeighbours(
    ordered,
    (island, band) =>
      band.some((other) => island.top < other.bottom - 4) &&
      band.every((other) => island.left > other.right - 4 || island.right < other.left + 4),
  );
}

/** Boxes with a few words each are the cells of a row, as in a flow chart; anything more is read box by box. */
function readBand(band: readonly Island[]): OrderedGroup[] {
  const ordered = [...band].sort((a, b) => a.left - b.left);
  const cells = ordered.map((island) =>
    island.groups.flatMap((group) => (group.kind === "segment" ? [group.segment] : [])),
  );
  const plain = ordered.every((island) => island.groups.every((g) => g.kind === "segment"));
  return plain ? rowGroups(cells) : ordered.flatMap((island) => island.groups);
}
