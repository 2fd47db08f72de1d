// Takes a segment of text apart into its runs, and puts runs back together as lines.
import type { Segment } from "./assemble-lines.ts";

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
