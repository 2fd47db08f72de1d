// Takes paragraphs, list items and table rows of a format that flows; gives them as the lines of its pages.
import { CharmError } from "../../errors.ts";
import { groupBy, groupNeighbours } from "../../lists.ts";
import type { FlowExtraction, FlowLine, Footnote, ListPlace } from "../page.ts";

/** A paragraph, heading, list item or table row. */
export type FlowText = Pick<FlowLine, "text"> &
  Partial<FlowLine> & {
    /** Page it stands on, as last saved; null and undefined where the file saved none. */
    readonly page?: number | null;
  };

/** A list of which no more is known than that something is an item of it. */
export const plainItem: ListPlace = { list: "", level: 0, joined: false };

export function flowLine(flow: FlowText): FlowLine {
  return {
    text: flow.text,
    marks: flow.marks ?? [],
    size: flow.size ?? 0,
    bold: flow.bold ?? false,
    italic: flow.italic ?? false,
    underlined: flow.underlined ?? false,
    heading: flow.heading ?? null,
    number: flow.number ?? null,
    place: flow.place ?? null,
    isHead: flow.isHead ?? false,
    continues: flow.continues ?? false,
    cells: flow.cells ?? null,
    ...(flow.labelled === undefined ? {} : { labelled: flow.labelled }),
  };
}

/** The text of a table row: its cells as the lines of PDF tables have them. */
export function rowText(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join(" | ");
}

/** In a cell the printed number is text like any other: it may be all that the cell shows. */
export function printedText({ number, text }: FlowText): string {
  return number ? `${number} ${text}`.trim() : text;
}

/** @throws CharmError `no-text` when there is nothing to read */
export function flowExtraction(
  texts: readonly FlowText[],
  info: FlowExtraction["info"],
  rest: Partial<Pick<FlowExtraction, "problems" | "running" | "leftOut" | "pageCount">> & {
    readonly footnotes?: readonly (Footnote & { readonly page?: number | null })[];
  } = {},
): FlowExtraction {
  if (texts.length === 0) {
    throw new CharmError("no-text", "It has no text.", {
      hint: "Take it out of the corpus, or save it again with its text.",
    });
  }
  const { footnotes = [], problems = [], running = [], leftOut = [], pageCount = null } = rest;
  const notes = groupBy(footnotes, (note) => note.page ?? null);
  const runs = groupNeighbours(texts, (text, [first]) => text.page === first.page);
  // A page comes once, even where what floats over it was read later.
  const last = new Map(runs.map(([{ page = null }], at) => [page, at]));
  const pages = runs.map((run, at) => {
    const number = run[0].page ?? null;
    return {
      number,
      lines: run.map(flowLine),
      footnotes: last.get(number) === at ? (notes.get(number) ?? []) : [],
    };
  });
  return { form: "flow", pages, pageCount, info, problems, running, leftOut };
}
