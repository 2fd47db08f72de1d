// Says whether a page has text side by side: only then are the lines drawn on it worth their cost.
import { groupNeighbours } from "../../lists.ts";
import { isLabelText } from "./label-text.ts";
import { extentOf } from "./segments.ts";
import type { TextRun } from "./text-run.ts";

/** This many lines beside others make columns, a table or a flow chart. */
const fewest = 3;

/** Counts the lines with a wide gap in them, and those that stand beside the line just above. */
export function hasSideBySideText(runs: readonly TextRun[]): boolean {
  const lines = gatherLines(runs);
  let beside = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (isParted(line) || (before && standBeside(before, line))) beside += 1;
  });
  return beside >= fewest;
}

function gatherLines(runs: readonly TextRun[]): TextRun[][] {
  const byHeight = [...runs].sort((a, b) => a.baseline - b.baseline);
  return groupNeighbours(
    byHeight,
    (run, [first]) => run.baseline - first.baseline <= 0.3 * run.size,
  ).map((line) => line.sort((a, b) => a.left - b.left));
}

/** A label stands apart from its own text. */
function isParted(line: readonly TextRun[]): boolean {
  let text = "";
  let right = Number.POSITIVE_INFINITY;
  for (const run of line) {
    if (run.left - right > run.size && !isLabelText(text)) return true;
    text += run.text;
    right = Math.max(text === run.text ? run.right : right, run.right);
  }
  return false;
}

function standBeside(above: readonly TextRun[], below: readonly TextRun[]): boolean {
  const [a, b] = [extentOf(above), extentOf(below)];
  const near = (below[0]?.baseline ?? 0) - (above[0]?.baseline ?? 0) <= 1.6 * (below[0]?.size ?? 0);
  return near && Math.max(b.left - a.right, a.left - b.right) > (below[0]?.size ?? 0);
}
