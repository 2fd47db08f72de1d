// Segments, the pieces of printed lines that a page is ordered by: takes them apart into runs and puts them together.
import type { TextRun } from "./text-run.ts";

/** Runs on one baseline that belong together: a line, or one column's part of it. */
export interface Segment {
  readonly runs: readonly TextRun[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** What is read next: a line, or a row of a table by its cells. */
export type OrderedGroup =
  | { readonly kind: "segment"; readonly segment: Segment }
  | { readonly kind: "row"; readonly cells: readonly (readonly Segment[])[] };

/** One segment for each run, at the baseline of the line it stood on. */
export function explode(segment: Segment): Segment[] {
  return segment.runs.map((run) => ({
    runs: [run],
    left: run.left,
    right: run.right,
    baseline: segment.baseline,
    size: segment.size,
  }));
}

/** Runs that share a baseline make a line; lines come from top to bottom. */
export function rejoin(parts: readonly Segment[]): Segment[] {
  const lines: Segment[] = [];
  const ordered = [...parts].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  for (const part of ordered) {
    const line = lines.at(-1);
    if (!line || Math.abs(line.baseline - part.baseline) > 0.3 * part.size) {
      lines.push(part);
      continue;
    }
    lines[lines.length - 1] = {
      ...line,
      runs: [...line.runs, ...part.runs].sort((a, b) => a.left - b.left),
      left: Math.min(line.left, part.left),
      right: Math.max(line.right, part.right),
    };
  }
  return lines;
}
