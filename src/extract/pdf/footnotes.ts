// Takes pages; gives them with the footnotes at their foot set apart, each under its printed number.
import { heaviest } from "../../lists.ts";
import { cutText } from "../marked-text.ts";
import type { Line, Page } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** Footnotes are set smaller than the text by at least this factor. */
const smaller = 0.93;

export function liftFootnotes(pages: readonly RawPage[]): Page[] {
  const lines = pages.flatMap((page) => page.lines);
  // The size most characters of the document are set in.
  const body =
    heaviest(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length])) ?? 0;
  return pages.map((page) => liftPage(page, body));
}

function liftPage(page: RawPage, body: number): Page {
  // From the foot upwards: small lines only, as far as the highest that starts with a note number.
  let zone = page.lines.length;
  while (zone > 0 && isSmall(page.lines[zone - 1], body)) zone -= 1;
  const small = page.lines.slice(zone);
  // Where numbers of notes are raised, a plain number at the start of a line is part of a note's text.
  const raised = small.some((line) => raisedLabel(line) !== null);
  const labelOf = (line: Line) => (raised ? raisedLabel(line) : plainLabel(line));
  const first = small.findIndex((line) => labelOf(line) !== null);
  const start = first < 0 ? page.lines.length : zone + first;
  const footnotes: { label: string; lines: Line[] }[] = [];
  for (const line of page.lines.slice(start)) {
    const label = labelOf(line);
    if (label !== null) footnotes.push({ label, lines: stripLabel(line, label) });
    else footnotes.at(-1)?.lines.push(line);
  }
  const { number, label, width, height } = page;
  const lines = page.lines.slice(0, start);
  const withText = footnotes.filter((note) => note.lines.length > 0);
  return { number, label, width, height, lines, footnotes: withText };
}

function isSmall(line: Line | undefined, body: number): boolean {
  return line !== undefined && line.size <= smaller * body && line.cells === null;
}

/** The number of a note that stands raised before its text, or alone on the line above it. */
function raisedLabel(line: Line): string | null {
  const mark = line.marks.find((candidate) => candidate.at === 0 && candidate.kind === "footnote");
  return mark?.label ?? /^\[?(\d{1,3})\]?$/.exec(line.text)?.[1] ?? null;
}

/** "14 " or "[14] " before its text. */
const printedLabel = /^(?:(\d{1,3})|\[(\d{1,3})\])\s+(?=\S)/;

function plainLabel(line: Line): string | null {
  const match = printedLabel.exec(line.text);
  return match?.[1] ?? match?.[2] ?? null;
}

function stripLabel(line: Line, label: string): Line[] {
  if (line.marks.some((mark) => mark.at === 0 && mark.label === label))
    return [{ ...line, marks: line.marks.filter((mark) => mark.at !== 0 || mark.label !== label) }];
  const cut = printedLabel.exec(line.text)?.[0].length ?? line.text.length;
  if (cut === line.text.length) return [];
  return [cutText(line, cut)];
}
