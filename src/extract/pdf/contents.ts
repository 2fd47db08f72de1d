// Takes pages; gives them without the lines of a table of contents, which would shadow the real headings.
import type { Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** Entries may be parted by this many lines: the first lines of long ones, and headings among them. */
const widestGap = 3;
/** Fewer entries are no table of contents. */
const fewestEntries = 3;

/** The list that a page's contents heading opens, and how it goes on over the pages that follow. */
interface Listing {
  /** Gives the number an entry ends with, 0 for entries without; null for a line that is no entry. */
  readonly read: (line: Line) => number | null;
  last: number;
}

export function removeContents(pages: readonly RawPage[]): RawPage[] {
  let listing: Listing | null = null;
  return pages.map((page, index) => {
    let start = 0;
    if (!listing) {
      const heading = page.lines.findIndex((line) => isContentsHeading(line.text));
      if (heading >= 0) listing = openListing(pages, index, heading);
      start = heading + 1;
    }
    if (!listing) return withLines(page, page.lines);
    const end = endOfEntries(page.lines, start, listing);
    if (end < page.lines.length) listing = null;
    // The heading goes with its list.
    const before = page.lines.slice(0, Math.max(0, start - 1));
    return withLines(page, end > start ? [...before, ...page.lines.slice(end)] : page.lines);
  });
}

function isContentsHeading(text: string): boolean {
  return /^(?:table of )?contents(?: page)?:?$/i.test(text);
}

/** Leaves out lines with dotted leaders, which are entries wherever they stand. */
function withLines(page: RawPage, lines: readonly Line[]): RawPage {
  // Without a number at its end a dotted line may be text that was repealed.
  const kept = lines.filter((line) => !(hasLeaders(line.text) && /[\divxlc]$/.test(line.text)));
  return kept.length === page.lines.length ? page : { ...page, lines: kept };
}

function hasLeaders(text: string): boolean {
  return /\.{4,}\s*(?:\d{1,4}|[ivxlc]+)?$|(?:\.\s){4,}\s*\d{1,4}$/.test(text);
}

function openListing(pages: readonly RawPage[], index: number, heading: number): Listing | null {
  const following = pages[index]?.lines.slice(heading + 1) ?? [];
  const numbered = (line: Line) => pageNumberOf(line.text, pages.length);
  const dense = following.slice(0, 4 * fewestEntries);
  if (dense.filter((line) => numbered(line) !== null).length >= fewestEntries)
    return { read: numbered, last: 0 };
  const [first] = following;
  if (!first) return null;
  const later = lettersOf([
    ...following.map((line) => (isAlike(line, first) ? "" : line.text)),
    ...pages.slice(index + 1).flatMap((page) => page.lines.map((line) => line.text)),
  ]);
  const listed = (line: Line) =>
    isAlike(line, first) && later.includes(lettersOf([line.text])) ? 0 : null;
  const entries = dense.filter((line) => listed(line) !== null).length;
  return entries >= fewestEntries && listed(first) !== null ? { read: listed, last: 0 } : null;
}

/** Index after the last entry of the list that goes on from `start`. */
function endOfEntries(lines: readonly Line[], start: number, listing: Listing): number {
  let end = start;
  for (let i = start; i < lines.length && i - end < widestGap; i += 1) {
    const number = listing.read(lines[i] as Line);
    // Page numbers only go up; a sentence that ends with a number seldom fits.
    if (number === null || number < listing.last) continue;
    listing.last = number;
    end = i + 1;
  }
  return end;
}

/** "Guidance on staffing 61": words, then a number that can be one of the document's pages. */
function pageNumberOf(text: string, pageCount: number): number | null {
  if (hasLeaders(text)) return Number(/(\d{1,4})$/.exec(text)?.[1] ?? 0);
  const match = /(?:^|[A-Za-z)’'?:][\s|.]+|\|\s)(\d{1,4})$/.exec(text)?.[1];
  return match !== undefined && Number(match) <= pageCount + 20 ? Number(match) : null;
}

function isAlike(line: Line, first: Line): boolean {
  return line.size === first.size && line.font === first.font && line.bold === first.bold;
}

function lettersOf(texts: readonly string[]): string {
  return texts
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "");
}
