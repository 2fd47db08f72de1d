// Takes a document's pages; gives them without running headers, footers and page numbers.
import { heaviest } from "../../lists.ts";
import type { LeftOut, Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";
import { findPageNumber, printedLabel, trustLabels } from "./printed-labels.ts";

/** Headers and footers stand within these shares of the page height. */
const headerZone = 0.16;
const footerZone = 0.88;
/** Larger than the text by this much is set as a heading, in points. */
const larger = 1.2;
/** A heading is followed by its text within this many times its size. */
const nearest = 2.4;
/** A longer line among headers is text, in characters. */
const longestHead = 80;
/** A line of text fills most of its measure, in characters. */
const shortestProse = 50;

export interface CleanPages {
  readonly pages: RawPage[];
  /** Lines of headers and footers, each once. */
  readonly running: string[];
  readonly leftOut: LeftOut[];
}

/** How often lines stand in a zone, numbers aside, and which of them run through the document. */
interface Zone {
  readonly counts: ReadonlyMap<string, number>;
  readonly enough: number;
  /** Keys of lines that recur and are headings all the same. */
  readonly headings: ReadonlySet<string>;
  readonly body: TextStyle;
}

interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
}

/**
 * A line is furniture when it stands in the header or footer zone and the same line, numbers aside, stands there on
 * many pages, without being set as a heading of what follows it. What stands between furniture and the page's edge
 * goes too: a header's varying lines ("Part 5 – Policies") are wrapped by its constant ones.
 */
export function removeFurniture(pages: readonly RawPage[]): CleanPages {
  const body = measureBody(pages);
  const enough = Math.max(3, Math.min(8, Math.ceil(pages.length * 0.2)));
  const head = createZone(pages, headLines, countsUp(pages, headLines) ? 2 : enough, body);
  const foot = {
    ...createZone(pages, footLines, countsUp(pages, footLines) ? 2 : enough, body),
    headings: new Set<string>(),
  };
  const running = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const cleaned = pages.map((page) => {
    const gone = new Set([
      ...withoutText(edgeFurniture(headLines(page), head), page, body),
      ...withoutText(edgeFurniture(footLines(page), foot), page, body),
    ]);
    for (const line of page.lines.filter((one) => gone.has(one))) {
      running.set(furnitureKey(line) || line.text, line.text);
      leftOut.push({ page: page.number, text: line.text, reason: "running-head" });
    }
    const kept = page.lines.filter((line) => !gone.has(line));
    const number = findPageNumber(kept, page);
    if (number) leftOut.push({ page: page.number, text: number.text, reason: "page-number" });
    const lines = kept.filter((line) => line !== number);
    return { ...page, lines, printed: number?.text ?? printedLabel(page.lines, page) };
  });
  const labels = trustLabels(cleaned.map(({ number, printed }) => ({ number, printed })));
  return {
    pages: cleaned.map(({ printed: _printed, ...page }, i) => ({
      ...page,
      label: labels[i] ?? page.label,
    })),
    running: [...running.values()],
    leftOut,
  };
}

/** Two pages repeat little by rule; but a line that is the same but for the page's number runs over both. */
function countsUp(pages: readonly RawPage[], linesOf: (page: RawPage) => Line[]): boolean {
  const [first, second] = pages;
  if (!first || !second || pages.length > 2) return false;
  const isNumbered = (line: Line, page: RawPage) =>
    new RegExp(`\\b${page.number}\\b`).test(line.text);
  return linesOf(first).some(
    (line) =>
      furnitureKey(line) !== "" &&
      isNumbered(line, first) &&
      linesOf(second).some(
        (other) =>
          furnitureKey(other) === furnitureKey(line) &&
          other.text !== line.text &&
          isNumbered(other, second),
      ),
  );
}

function measureBody(pages: readonly RawPage[]): TextStyle {
  const lines = pages.flatMap((page) => page.lines).filter((line) => line.cells === null);
  const size = heaviest(lines.map((line) => [line.size, line.text.length])) ?? 0;
  return { size, bold: heaviest(lines.map((line) => [line.bold, line.text.length])) ?? false };
}

/** From the edge of the page inwards. */
function headLines(page: RawPage): Line[] {
  return page.lines
    .filter((line) => line.baseline <= headerZone * page.height)
    .sort((a, b) => a.baseline - b.baseline);
}

function footLines(page: RawPage): Line[] {
  return page.lines
    .filter((line) => line.baseline >= footerZone * page.height)
    .sort((a, b) => b.baseline - a.baseline);
}

function createZone(
  pages: readonly RawPage[],
  linesOf: (page: RawPage) => Line[],
  enough: number,
  body: TextStyle,
): Zone {
  const counts = new Map<string, number>();
  const plain = new Set<string>();
  for (const page of pages) {
    const keys = new Set<string>();
    for (const line of linesOf(page)) {
      const key = furnitureKey(line);
      if (key === "") continue;
      keys.add(key);
      if (!headsText(line, page, body)) plain.add(key);
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const headings = new Set([...counts.keys()].filter((key) => !plain.has(key)));
  return { counts, enough, headings, body };
}

function isSetAsHeading(line: Line, body: TextStyle): boolean {
  if (line.cells !== null || !/\p{L}{2}/u.test(line.text)) return false;
  return line.size >= body.size + larger || (line.bold && !body.bold && line.size >= body.size);
}

/** A heading, or a sentence in the type of the text. */
function isText(line: Line, body: TextStyle): boolean {
  if (isSetAsHeading(line, body)) return true;
  const sentence = line.text.length > longestHead || /\p{Ll}[.;:]$/u.test(line.text);
  return sentence && line.size >= body.size - 0.3;
}

/** Set as a heading, with a text that begins close below it: under a running head a page may begin within a sentence. */
function headsText(line: Line, page: RawPage, body: TextStyle): boolean {
  if (!isSetAsHeading(line, body)) return false;
  const below = page.lines.filter((other) => other.baseline > line.baseline + 0.5);
  const next = below.sort((a, b) => a.baseline - b.baseline)[0];
  if (!next || next.baseline - line.baseline > nearest * Math.max(line.size, body.size))
    return false;
  return /^[^\p{L}]*[\p{Lu}\d]/u.test(next.text);
}

/** The lines at one edge of a page that run through the document, with what stands outside of them. */
function edgeFurniture(lines: readonly Line[], zone: Zone): Line[] {
  const gone: Line[] = [];
  let outside: Line[] = [];
  for (const line of lines) {
    const key = furnitureKey(line);
    const count = zone.counts.get(key) ?? 0;
    if (count >= zone.enough && !zone.headings.has(key)) {
      gone.push(...outside, line);
      outside = [];
      continue;
    }
    // Neither a heading nor a sentence is part of a header, and nothing below it is.
    if (zone.headings.has(key) || (count <= 1 && isText(line, zone.body))) break;
    outside.push(line);
  }
  return gone;
}

/**
 * The same sentence may stand at the head of many pages; set like the text and joined to it, it is text.
 * @param gone from the edge inwards
 */
function withoutText(gone: readonly Line[], page: RawPage, body: TextStyle): readonly Line[] {
  const last = gone.at(-1);
  if (!last || !isProse(last, body)) return gone;
  const joined = page.lines.some((line) => {
    const step = Math.abs(line.baseline - last.baseline);
    return !gone.includes(line) && isProse(line, body) && step < 1.5 * body.size;
  });
  return joined ? withoutText(gone.slice(0, -1), page, body) : gone;
}

function isProse(line: Line, body: TextStyle): boolean {
  const alike = Math.abs(line.size - body.size) < 0.3 && line.bold === body.bold;
  return alike && line.cells === null && line.text.length >= shortestProse;
}

/**
 * Numbers vary from page to page, and left and right pages swap sides; the words do not. Empty for a bare number,
 * which may be a footnote's as well as a page's.
 */
function furnitureKey(line: Line): string {
  const words = line.text
    .toLowerCase()
    .split(/[\s|]+/)
    .map((word) => word.replace(/\d+/g, "#"))
    .filter((word) => word !== "" && word !== "#")
    .sort();
  if (words.length === 0) return line.text.length > 8 ? line.text : "";
  return words.join(" ");
}
