// Takes what a reader of a format that flows gives; gives its lines, or shows them in short.
import type { Extraction, FlowLine } from "../../../src/extract/page.ts";

export function flowLines(extraction: Extraction): readonly FlowLine[] {
  if (extraction.form !== "flow") throw new Error("It has printed lines.");
  return extraction.pages.flatMap(({ lines }) => lines);
}

/** Each line as its program shows it: its number, then its text; rows as their cells. */
export function shownLines(extraction: Extraction): (string | readonly string[])[] {
  return flowLines(extraction).map(
    ({ number, text, cells }) => cells ?? (number === null ? text : `${number} ${text}`),
  );
}
