// Says whether a page has text side by side: only then are the lines drawn on it worth their cost.
import type { TextRun } from "./text-run.ts";

/** Four lines or more with two long runs far apart on one baseline: columns or a table. */
export function hasSideBySideText(runs: readonly TextRun[]): boolean {
  const byBaseline = new Map<number, TextRun[]>();
  for (const run of runs) {
    const key = Math.round(run.baseline);
    const line = byBaseline.get(key);
    if (line) line.push(run);
    else byBaseline.set(key, [run]);
  }
  let split = 0;
  for (const line of byBaseline.values()) {
    line.sort((a, b) => a.left - b.left);
    const apart = line.some((run, i) => {
      const before = line[i - 1];
      // A label such as "(a)" or "10.12" stands apart from its text too.
      return before !== undefined && run.left - before.right > run.size && before.text.length > 8;
    });
    if (apart) split += 1;
  }
  return split >= 4;
}
