// Takes paragraphs, list items and table rows of a format without pages; gives them as the lines of its one page.
import { CharmError } from "../../errors.ts";
import type { Extraction, Footnote, Line } from "../page.ts";

/** A paragraph, heading, list item or table row. */
export type FlowText = Pick<Line, "text"> &
  Partial<Pick<Line, "marks" | "heading" | "item" | "bold" | "italic" | "cells">>;

export function flowLine(flow: FlowText): Line {
  return {
    marks: [],
    left: 0,
    right: 0,
    baseline: 0,
    size: 0,
    bold: false,
    italic: false,
    font: "",
    heading: null,
    item: false,
    cells: null,
    ...flow,
  };
}

/** The text of a table row: its cells as the lines of PDF tables have them. */
export function rowText(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join(" | ");
}

/** @throws CharmError `no-text` when there is nothing to read */
export function flowExtraction(
  texts: readonly FlowText[],
  info: Extraction["info"],
  footnotes: readonly Footnote[] = [],
): Extraction {
  if (texts.length === 0) {
    throw new CharmError("no-text", "It has no text.", {
      hint: "Take it out of the corpus, or save it again with its text.",
    });
  }
  const page = {
    number: null,
    label: null,
    width: 0,
    height: 0,
    lines: texts.map(flowLine),
    footnotes,
  };
  return { pages: [page], pageCount: null, info, problems: [], running: [], leftOut: [] };
}
