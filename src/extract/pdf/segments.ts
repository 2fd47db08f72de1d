// Segments, the pieces of printed lines that a page is ordered by: takes them apart into runs and puts them together.
import { groupNeighbours } from "../../lists.ts";
import type { TextRun } from "./text-run.ts";

/** Runs on one baseline that belong together: a line, or one column's part of it. */
export interface Segment extends Pick<TextRun, "left" | "right" | "baseline" | "size"> {
  readonly runs: readonly TextRun[];
}

/** What is read next: a line, or a row of a table by its cells. */
export type OrderedGroup =
  | { readonly kind: "segment"; readonly segment: Segment }
  | { readonly kind: "row"; readonly cells: readonly (readonly Segment[])[] };

/** From the leftmost edge to the rightmost. */
export function extentOf(parts: readonly { readonly left: number; readonly right: number }[]): {
  left: number;
  right: number;
} {
  return {
    left: Math.min(...parts.map((part) => part.left)),
    right: Math.max(...parts.map((part) => part.right)),
  };
}

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
  const ordered = [...parts].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const lines = groupNeighbours(
    ordered,
    (part, [first]) => Math.abs(first.baseline - part.baseline) <= 0.3 * part.size,
  );
  return lines.map((line) => ({
    ...line[0],
    runs: line.flatMap((part) => part.runs).sort((a, b) => a.left - b.left),
    ...extentOf(line),
  }));
}
