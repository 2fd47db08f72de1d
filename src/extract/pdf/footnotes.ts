// Takes pages; gives them with the footnotes at their foot set apart, each under its printed number.
import type { Footnote, Line, Page } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** Footnotes are set smaller than the text by at least this factor. */
const smaller = 0.93;

export function liftFootnotes(pages: readonly RawPage[]): Page[] {
  const body = bodySize(pages);
  return pages.map((page) => liftPage(page, body));
}

/** The size most characters of the document are set in. */
export function bodySize(pages: readonly { readonly lines: readonly Line[] }[]): number {
  const weight = new Map<number, number>();
  for (const page of pages) {
    for (const line of page.lines) {
      const size = Math.round(line.size * 2) / 2;
      weight.set(size, (weight.get(size) ?? 0) + line.text.length);
    }
  }
  return [...weight].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function liftPage(page: RawPage, body: number): Page {
  // From the foot upwards: small lines only, as far as the highest that starts with a note number.
  let start = page.lines.length;
  for (let i = page.lines.length - 1; i >= 0; i -= 1) {
    const line = page.lines[i];
    if (!line || line.size > smaller * body || line.cells) break;
    if (noteLabel(line) !== null) start = i;
  }
  const footnotes: { label: string; lines: Line[] }[] = [];
  for (const line of page.lines.slice(start)) {
    const label = noteLabel(line);
    if (label !== null) footnotes.push({ label, lines: stripLabel(line, label) });
    else footnotes.at(-1)?.lines.push(line);
  }
  return {
    number: page.number,
    label: page.label,
    width: page.width,
    height: page.height,
    lines: page.lines.slice(0, start),
    footnotes: footnotes.filter((note) => note.lines.length > 0) satisfies Footnote[],
  };
}

/** A number at the start of a line, raised or not, or alone on it. */
function noteLabel(line: Line): string | null {
  const mark = line.marks.find((candidate) => candidate.at === 0 && candidate.kind === "footnote");
  if (mark) return mark.label;
  return printedLabel.exec(line.text)?.[1] ?? null;
}

/** "14 ", "[14] ", or the number alone. */
const printedLabel = /^\[?(\d{1,3})\]?(?:\s+(?=\S)|$)/;

function stripLabel(line: Line, label: string): Line[] {
  const cut = printedLabel.exec(line.text)?.[0].length ?? 0;
  if (cut > 0 && cut === line.text.length) return [];
  if (cut > 0) {
    const marks = line.marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - cut) }));
    return [{ ...line, text: line.text.slice(cut), marks }];
  }
  return [{ ...line, marks: line.marks.filter((mark) => mark.at !== 0 || mark.label !== label) }];
}
