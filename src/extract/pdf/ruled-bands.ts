// Takes text and the horizontal lines between it; finds the tables that have no upright lines.
import { groupNeighbours } from "../../lists.ts";
import { isLabelText } from "./label-text.ts";
import { explode, type Segment } from "./segments.ts";
import { gatherCells } from "./table-rows.ts";
import type { Rule } from "./text-run.ts";

/** A stack of rules with side-by-side text between them. */
export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly tops: readonly number[];
}

/** A line must be this long to divide rows, in points: one inch. */
const shortestRule = 72;
/** A row of one cell, such as a heading inside a table, has few lines; more are text between two tables. */
const mostAloneLines = 3;

/** Stacks of rules with side-by-side text between them. */
export function findRuledTables(
  segments: readonly Segment[],
  rules: readonly Rule[],
): RuledTable[] {
  const tops = distinctTops(rules);
  const stacks = groupNeighbours(tops, (top, stack, above) => {
    const between = segments.filter((s) => s.baseline > above && s.baseline <= top);
    const alone = stack.length > 1 && between.length > 0 && between.length <= mostAloneLines;
    return alone || isSideBySide(between);
  });
  const tables = stacks
    .filter((stack) => stack.length >= 3)
    .map((stack): RuledTable => ({ top: stack[0], bottom: stack.at(-1) ?? stack[0], tops: stack }));
  const last = tables.at(-1);
  if (last) extendOverPage(last, segments, tables);
  return tables;
}

/** A row that goes on over the page has no line under it: it reaches as far as its lines follow closely. */
function extendOverPage(
  last: RuledTable,
  segments: readonly Segment[],
  tables: RuledTable[],
): void {
  let bottom = last.bottom;
  const below = segments.filter((s) => {
    if (s.baseline <= last.bottom || s.baseline - bottom > 2.5 * s.size) return false;
    bottom = Math.max(bottom, s.baseline);
    return true;
  });
  if (below.length < 2 || !isSideBySide(below)) return;
  tables[tables.length - 1] = { top: last.top, bottom, tops: [...last.tops, bottom] };
}

/** Tops of rules that reach across side-by-side text, a table's double edges folded into one. */
function distinctTops(rules: readonly Rule[]): number[] {
  const tops = rules
    .filter((rule) => rule.right - rule.left >= shortestRule)
    .map((rule) => rule.top);
  return groupNeighbours(tops, (top, [first]) => top - first <= 4).map(([first]) => first);
}

/** A clear gap runs down through all of it, as through prose none does; numbers beside prose are only its labels. */
function isSideBySide(segments: readonly Segment[]): boolean {
  const cells = gatherCells(segments.flatMap(explode));
  const texts = (cells[0] ?? []).flatMap((part) => part.runs.map((run) => run.text));
  return cells.length > (texts.every(isLabelText) ? 2 : 1);
}
