// Takes a quote from a passage; gives the stretches of it that stand on a page without interruption.
import type { Passage } from "../chunk/passage.ts";
import { firstOfEach } from "../lists.ts";

/** A verbatim stretch on one page, with the locator it stands under. */
export interface QuotePiece {
  readonly text: string;
  readonly page: number | null;
  readonly locator: string | null;
  readonly address: string | null;
}

/** A stretch shorter than this many letters, cut off by a mark, says nothing on its own. */
const fewestLetters = 12;

/**
 * Cuts a quote where the printed page has something else between its words: at page breaks, at footnote and
 * amendment marks, between the cells of a table row, and between paragraphs.
 */
export function quotePieces(passage: Passage, start: number, end: number): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  for (const span of passage.spans) {
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    if (from >= to) continue;
    const cuts = passage.marks.filter((m) => m.at > from && m.at < to).map((m) => m.at);
    const isRow = span.kind === "row" || span.kind === "head";
    if (isRow) cuts.push(...cellBreaks(passage.text, from, to));
    const edges = [from, ...cuts.sort((a, b) => a - b), to];
    edges.slice(0, -1).forEach((edge, i) => {
      const text = passage.text
        .slice(edge, edges[i + 1])
        .replace(isRow ? /^\s*[|:]\s*|\s*\|\s*$/g : /^\s*\|\s*|\s*\|\s*$/g, "")
        .trim();
      // A cell is whole, however short.
      const whole = edges.length === 2 || isRow;
      if (text.replace(/[^\p{L}\d]/gu, "").length >= (whole ? 1 : fewestLetters))
        pieces.push({ text, page: span.page, locator: span.locator, address: span.address });
    });
  }
  // Pieces of one provision on one page that repeat each other are one.
  return firstOfEach(pieces, ({ page, address, text }) => `${page}|${address}|${text}`);
}

/** " | " stands between cells; in a row of a label and its value a colon does. */
function cellBreaks(text: string, from: number, to: number): number[] {
  const breaks: number[] = [];
  const label = text.slice(from, to).includes(" | ") ? -1 : text.indexOf(": ", from);
  if (label >= 0 && label < to) breaks.push(label);
  for (let at = text.indexOf(" | ", from); at >= 0 && at < to; at = text.indexOf(" | ", at + 1))
    breaks.push(at + 1);
  return breaks;
}
