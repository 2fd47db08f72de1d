// Takes pages; gives them without the lines of a table of contents, which would shadow the real headings.
import type { LeftOut, Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** Entries may be parted by this many lines: the first lines of long ones, and headings among them. */
const widestGap = 3;
/** Fewer entries are no table of contents. */
const fewestEntries = 3;
/** An entry or a heading runs over at most this many lines. */
const longestEntry = 5;

interface PlacedLine {
  readonly line: Line;
  readonly page: RawPage;
}

/** From the line after the contents heading up to `end`, which is no longer of the list. */
interface Listing {
  readonly heading: number;
  readonly end: number;
}

/** Where each title of the document last stands, as `placeTitles` gives it. */
type LastPlaces = () => ReadonlyMap<string, number>;

export function removeContents(pages: readonly RawPage[]): {
  pages: RawPage[];
  leftOut: LeftOut[];
} {
  const lines = pages.flatMap((page) => page.lines.map((line) => ({ line, page })));
  // Looked for once, and only where there is a list.
  let places: Map<string, number> | null = null;
  const lastPlaces = () => (places ??= placeTitles(lines));
  const listed = new Set<Line>();
  const leftOut: LeftOut[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const listing = isContentsHeading(lines[at]?.line.text ?? "")
      ? findListing(lines, at, pages.length, lastPlaces)
      : null;
    if (!listing) continue;
    // The heading goes with its list.
    for (const { line, page } of lines.slice(listing.heading, listing.end)) {
      listed.add(line);
      leftOut.push({ page: page.number, text: line.text, reason: "contents" });
    }
    at = listing.end - 1;
  }
  if (listed.size === 0) return { pages: [...pages], leftOut };
  return {
    pages: pages.map((page) => ({
      ...page,
      lines: page.lines.filter((line) => !listed.has(line)),
    })),
    leftOut,
  };
}

const contentsHeading =
  /^(?:(?:table of |list of )?contents(?: page| list)?|(?:table|list) of (?:figures|tables|annexes|appendices))(?: \(?cont(?:inued|[’']?d)\)?)?:?$/i;

function isContentsHeading(text: string): boolean {
  return contentsHeading.test(text);
}

function findListing(
  lines: readonly PlacedLine[],
  heading: number,
  pageCount: number,
  lastPlaces: LastPlaces,
): Listing | null {
  const first = heading + 1;
  const opening = lines.slice(first, first + 4 * fewestEntries);
  const leaders = hasLeaders(opening[0]?.line.text ?? "");
  const numbered = opening.filter(({ line }) => pageNumberOf(line.text, pageCount) !== null);
  const end =
    leaders || numbered.length >= fewestEntries
      ? endOfNumbered(lines, first, pageCount, lastPlaces)
      : endOfTitles(lines, first, lastPlaces());
  return end === null ? null : { heading, end };
}

/** Entries with page numbers end where the text begins: where a title comes again, or sentences do. */
function endOfNumbered(
  lines: readonly PlacedLine[],
  first: number,
  pageCount: number,
  lastPlaces: LastPlaces,
): number {
  const titles = new Set<string>();
  let end = first;
  let last = 0;
  for (let i = first; i < lines.length && i - end < widestGap; i += 1) {
    const text = lines[i]?.line.text ?? "";
    const number = pageNumberOf(text, pageCount);
    if (number === null && (titles.has(titleOf(text)) || /\p{Ll}[.;]$/u.test(text))) break;
    // Page numbers only go up; a sentence that ends with a number seldom fits.
    if (number === null || number < last) continue;
    for (let from = end; from <= i; from += 1)
      titles.add(titleOf(textOf(lines.slice(from, i + 1)).replace(/[\s.|]*\d+$/, "")));
    last = number;
    end = i + 1;
  }
  return trimEnd(lines, first, end, lastPlaces());
}

/** Sentences that end with a number are no entries: those that come again further on, or are led to theirs, are. */
function trimEnd(
  lines: readonly PlacedLine[],
  first: number,
  end: number,
  places: ReadonlyMap<string, number>,
): number {
  const isSure = ({ line }: PlacedLine) => {
    if (hasLeaders(line.text) || line.cells !== null) return true;
    return (places.get(titleOf(line.text.replace(/[\s.|]*\d+$/, ""))) ?? -1) >= end;
  };
  const sure = lines.slice(first, end).flatMap((line, i) => (isSure(line) ? [first + i + 1] : []));
  return sure.length >= fewestEntries ? (sure.at(-1) ?? end) : end;
}

/**
 * Entries without page numbers are known only by what they announce: each comes again further on as a heading of its
 * own, in the same order. The list ends before the first that does.
 */
function endOfTitles(
  lines: readonly PlacedLine[],
  first: number,
  lastPlaces: ReadonlyMap<string, number>,
): number | null {
  const entries: string[] = [];
  let at = first;
  while (at < lines.length) {
    const spans = Array.from({ length: longestEntry }, (_, n) =>
      titleOf(textOf(lines.slice(at, at + n + 1))),
    );
    if (spans.some((title) => entries.includes(title))) break;
    const length = spans.findIndex((title, n) => (lastPlaces.get(title) ?? 0) > at + n);
    if (length < 0) break;
    entries.push(spans[length] ?? "");
    at += length + 1;
  }
  return entries.length >= fewestEntries && comeInOrder(lines, at, entries) ? at : null;
}

/** Where each title last stands, over one line or several. */
function placeTitles(lines: readonly PlacedLine[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 1)
    for (let n = 1; n <= longestEntry && at + n <= lines.length; n += 1) {
      const title = titleOf(textOf(lines.slice(at, at + n)));
      if (title !== "") places.set(title, at);
    }
  return places;
}

function comeInOrder(
  lines: readonly PlacedLine[],
  from: number,
  entries: readonly string[],
): boolean {
  let at = from;
  for (const entry of entries) {
    while (at < lines.length && !startsWith(lines, at, entry)) at += 1;
    if (at === lines.length) return false;
    at += 1;
  }
  return true;
}

function startsWith(lines: readonly PlacedLine[], at: number, entry: string): boolean {
  return Array.from({ length: longestEntry }, (_, n) =>
    titleOf(textOf(lines.slice(at, at + n + 1))),
  ).includes(entry);
}

function textOf(lines: readonly PlacedLine[]): string {
  return lines.map(({ line }) => line.text).join(" ");
}

/** Letters and figures only, without a number in front: lists may leave it out, or write it in another way. */
function titleOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\d]+/gu, "");
  return letters.replace(/^\d+(?=\p{L})/u, "");
}

function hasLeaders(text: string): boolean {
  return /\.{4,}\s*(?:\d{1,4}|[ivxlc]+)?$|(?:\.\s){4,}\s*\d{1,4}$/.test(text);
}

/** "Guidance on staffing 61": words, then a number that can be one of the document's pages. */
function pageNumberOf(text: string, pageCount: number): number | null {
  if (hasLeaders(text)) return Number(/(\d{1,4})$/.exec(text)?.[1] ?? 0);
  const match = /(?:^|[A-Za-z)’'?:][\s|.]+|\|\s)(\d{1,4})$/.exec(text)?.[1];
  return match !== undefined && Number(match) <= pageCount + 20 ? Number(match) : null;
}
