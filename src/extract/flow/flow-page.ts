// Takes paragraphs, list items and table rows of a format without pages; gives them as the lines of its one page.
import { CharmError } from "../../errors.ts";
import type { Extraction, Footnote, Line, Mark } from "../page.ts";

/** A paragraph, heading, list item or table row. */
export interface FlowText {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly heading?: number | null;
  readonly item?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly cells?: readonly string[] | null;
}

export const nothingKnown: Extraction["info"] = {
  title: null,
  author: null,
  producer: null,
  created: null,
};

export function flowLine(flow: FlowText): Line {
  return {
    text: flow.text,
    marks: flow.marks ?? [],
    left: 0,
    right: 0,
    baseline: 0,
    size: 0,
    bold: flow.bold ?? false,
    italic: flow.italic ?? false,
    font: "",
    heading: flow.heading ?? null,
    item: flow.item ?? false,
    cells: flow.cells ?? null,
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
  return { pages: [page], pageCount: null, info, problems: [] };
}
