// Takes runs of text and the look of a terminal; gives its lines, wrapped behind what they begin with.
import { sanitise } from "../text/sanitise.ts";
import { wrapRuns, type Run } from "../text/wrap.ts";

export interface TerminalLook {
  /** Columns of a line. */
  readonly width: number;
  /** Puts text of a style into the colours of the terminal. */
  readonly paint: (text: string, style: Run["style"] | "title" | "heading" | "rule") => string;
}

export function writeLines(
  lead: string,
  runs: readonly Run[],
  { width, paint }: TerminalLook,
): string[] {
  return wrapSafe(runs, Math.max(20, width - lead.length)).map((line, i) => {
    const start = i === 0 ? lead : " ".repeat(lead.length);
    return start + line.map(({ text, style }) => paint(text, style)).join("");
  });
}

/** Words of documents may hold what steers a terminal; none of it reaches one. */
export function wrapSafe(runs: readonly Run[], width: number): Run[][] {
  return wrapRuns(
    runs.map(({ text, style }) => ({ text: sanitise(text), style })),
    width,
  );
}
