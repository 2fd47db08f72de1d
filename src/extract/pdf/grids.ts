// Takes the lines drawn on a page; gives the tables and boxes they make, and puts text into their cells.
import { groupNeighbours } from "../../lists.ts";
import { explode, rejoin, type Segment } from "./segments.ts";
import type { Edges, Rule, Upright } from "./text-run.ts";

/** Drawn lines that touch each other: the frame of a table, of a box, or of several joined by arrows. */
export interface Grid extends Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The sides of a cell. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Text that stands in one cell, its lines from top to bottom. */
export interface Cell extends Frame {
  readonly lines: readonly Segment[];
}

/** Lines whose ends are this near meet, in points; rounded corners leave such gaps. */
const meeting = 6;
/** Edges this near are one, in points. */
const sameEdge = 3;
/** Comparing every rule with every upright beyond this many pairs is not worth the time. */
const mostPairs = 1_000_000;

/** Groups of lines with at least two upright sides, the smallest first where one stands inside another. */
export function findGrids(rules: readonly Rule[], uprights: readonly Upright[]): Grid[] {
  if (uprights.length < 2 || rules.length * uprights.length > mostPairs) return [];
  const group = linkLines(rules, uprights);
  const members = new Map<number, { rules: Rule[]; uprights: Upright[] }>();
  const memberOf = (index: number) => {
    const key = group(index);
    const found = members.get(key) ?? { rules: [], uprights: [] };
    members.set(key, found);
    return found;
  };
  rules.forEach((rule, i) => memberOf(i).rules.push(rule));
  uprights.forEach((upright, i) => memberOf(rules.length + i).uprights.push(upright));
  return [...members.values()]
    .filter(
      (lines) => lines.rules.length >= 1 && distinct(lines.uprights.map((u) => u.left)).length >= 2,
    )
    .map(toGrid)
    .sort((a, b) => area(a) - area(b));
}

/** Union-find over the lines that meet; gives the group of each by its index, rules first. */
function linkLines(
  rules: readonly Rule[],
  uprights: readonly Upright[],
): (index: number) => number {
  const parent = Array.from({ length: rules.length + uprights.length }, (_, i) => i);
  const find = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  rules.forEach((rule, i) => {
    uprights.forEach((upright, j) => {
      if (upright.left < rule.left - meeting || upright.left > rule.right + meeting) return;
      if (rule.top < upright.top - meeting || rule.top > upright.bottom + meeting) return;
      parent[find(rules.length + j)] = find(i);
    });
  });
  return find;
}

function toGrid(lines: { rules: Rule[]; uprights: Upright[] }): Grid {
  return {
    ...lines,
    left: Math.min(...lines.rules.map((r) => r.left), ...lines.uprights.map((u) => u.left)),
    right: Math.max(...lines.rules.map((r) => r.right), ...lines.uprights.map((u) => u.left)),
    top: Math.min(...lines.rules.map((r) => r.top), ...lines.uprights.map((u) => u.top)),
    bottom: Math.max(...lines.rules.map((r) => r.top), ...lines.uprights.map((u) => u.bottom)),
  };
}

function area(grid: Grid): number {
  return (grid.right - grid.left) * (grid.bottom - grid.top);
}

/** The values in order, those that are one edge given once. */
export function distinct(values: readonly number[]): number[] {
  const ordered = [...values].sort((a, b) => a - b);
  return groupNeighbours(ordered, (value, [first]) => value - first <= sameEdge).map(
    ([first]) => first,
  );
}

/** True when the middle of a run of text stands inside the grid. */
export function contains(grid: Grid, part: Segment): boolean {
  const middle = (part.left + part.right) / 2;
  const height = part.baseline - 0.3 * part.size;
  return middle >= grid.left && middle <= grid.right && height >= grid.top && height <= grid.bottom;
}

/** Puts runs into the cells their middles stand in. */
export function fillCells(grid: Grid, segments: readonly Segment[]): Cell[] {
  const cells = new Map<string, Frame & { parts: Segment[] }>();
  for (const part of segments.flatMap(explode)) {
    const place = findCell(grid, part);
    const key = `${Math.round(place.left)}|${Math.round(place.top)}`;
    const cell = cells.get(key) ?? { ...place, parts: [] };
    cell.parts.push(part);
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ parts, ...frame }) => ({ ...frame, lines: rejoin(parts) }));
}

/** The nearest sides around a run; a rule counts only where it reaches across the whole cell, as underlining does not. */
function findCell(grid: Grid, part: Segment): Frame {
  const x = (part.left + part.right) / 2;
  const y = part.baseline - 0.3 * part.size;
  let left = grid.left;
  let right = grid.right;
  for (const upright of grid.uprights) {
    if (y < upright.top - sameEdge || y > upright.bottom + sameEdge) continue;
    if (upright.left <= x) left = Math.max(left, upright.left);
    else right = Math.min(right, upright.left);
  }
  let top = grid.top;
  let bottom = grid.bottom;
  for (const rule of grid.rules) {
    if (rule.left > left + meeting || rule.right < right - meeting) continue;
    if (rule.top <= y) top = Math.max(top, rule.top);
    else bottom = Math.min(bottom, rule.top);
  }
  return { left, right, top, bottom };
}
