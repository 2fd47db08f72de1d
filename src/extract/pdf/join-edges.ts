// Takes the strokes of a page; gives whole lines, the pieces that cells are drawn with put together.
import { groupNeighbours } from "../../lists.ts";
import type { Rule, Upright } from "./text-run.ts";

/** Strokes this near make one line, in points: borders of neighbouring cells, and rounded corners. */
const reach = 4;
/** Doubled lines and the two edges of a thick one, in points. */
const sameLine = 2;
/** What is shorter divides no cells, in points. */
const shortestRule = 18;
const shortestUpright = 8;

interface Stroke {
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

export function joinRules(rules: readonly Rule[]): Rule[] {
  return joinStrokes(rules.map((rule) => ({ place: rule.top, from: rule.left, to: rule.right })))
    .filter((stroke) => stroke.to - stroke.from >= shortestRule)
    .map((stroke) => ({ left: stroke.from, right: stroke.to, top: stroke.place }))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

export function joinUprights(uprights: readonly Upright[]): Upright[] {
  return joinStrokes(uprights.map((u) => ({ place: u.left, from: u.top, to: u.bottom })))
    .filter((stroke) => stroke.to - stroke.from >= shortestUpright)
    .map((stroke) => ({ left: stroke.place, top: stroke.from, bottom: stroke.to }))
    .sort((a, b) => a.left - b.left || a.top - b.top);
}

function joinStrokes(strokes: readonly Stroke[]): Stroke[] {
  const ordered = [...strokes].sort((a, b) => a.place - b.place);
  return groupNeighbours(
    ordered,
    (stroke, [first]) => stroke.place - first.place <= sameLine,
  ).flatMap(joinAlong);
}

function joinAlong(line: readonly Stroke[]): Stroke[] {
  const joined: Stroke[] = [];
  for (const stroke of [...line].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && stroke.from <= last.to + reach)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, stroke.to) };
    else joined.push(stroke);
  }
  return joined;
}
