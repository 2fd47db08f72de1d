// Says whether a page has text side by side: only then are the lines drawn on it worth their cost.
import { isLabelText } from "./label-text.ts";
import type { TextRun } from "./text-run.ts";

/** This many lines beside others make columns, a table or a flow chart. */
const fewest = 3;

/** Compares each run with those on its line and just above it; a label stands apart from its own text. */
export function hasSideBySideText(runs: readonly TextRun[]): boolean {
  const ordered = runs
    .filter((run) => !isLabelText(run.text))
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  let beside = 0;
  ordered.forEach((run, i) => {
    const before = ordered[i - 1];
    if (!before || run.baseline - before.baseline > 1.6 * run.size) return;
    const gap = Math.max(run.left - before.right, before.left - run.right);
    if (gap > run.size) beside += 1;
  });
  return beside >= fewest;
}
