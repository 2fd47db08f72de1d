// Takes the glyphs of a page and quotes; gives the rectangles in which each quote is printed, as shares of the page.
import type { Glyph } from "./glyphs.ts";
import { apply, type Matrix } from "./matrix.ts";

/** Shares of the page as it is shown, 0 to 1, from its top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page as it is shown: its size, and the matrix from the file's page to it, y downwards. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  readonly view: Matrix;
}

/** One letter or figure, with the glyph that draws it. */
interface Letter {
  readonly char: string;
  readonly glyph: Glyph;
  /** Which of the glyphs of the page it is. */
  readonly at: number;
}

/** How far a letter reaches below and above its foot, in its size. */
const reach = { below: 0.24, above: 0.82 };
/** Letters of one word stand nearer than this, in their size. */
const wordGap = 0.1;
/** Sizes that differ by more, as a share, are those of text and notes. */
const otherSize = 0.2;
/** A part of a quote that runs over the page's end tells where it stands only from this many letters on. */
const leastPart = 20;

/** Letters and figures alone: spaces, line ends, hyphens and the shape of quotation marks differ from the page to the quote. */
function foldQuote(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * A quote has no rectangles where it stands nowhere on the page or several times, in the middle of words, or unseen.
 * @param next glyphs of the page behind, on which a quote may go on; null where there is none
 */
export function placeQuotes(
  quotes: readonly string[],
  glyphs: readonly Glyph[],
  next: readonly Glyph[] | null,
  page: ShownPage,
): Rect[][] {
  const letters = listLetters(glyphs);
  const behind = next === null ? null : listLetters(next);
  // Quotes leave out the numbers of notes, which the page has in smaller type.
  const body = withoutNotes(glyphs);
  const bodyLetters = listLetters(body);
  return quotes.map((quote) => {
    const wanted = foldQuote(quote);
    const span = findOnce(letters, wanted) ?? findOpening(letters, behind, quote);
    if (span !== null) return cover(between(glyphs, letters.slice(...span)), page);
    const around = findOnce(bodyLetters, wanted);
    return around === null ? [] : cover(between(body, bodyLetters.slice(...around)), page);
  });
}

/** The glyphs that are not set smaller than most of the page. */
function withoutNotes(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = glyphs.map(({ size }) => size).toSorted((x, y) => x - y);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return glyphs.filter(({ size }) => size >= (1 - otherSize) * usual);
}

/** Type drawn twice on one spot, for a bold effect, is there once. */
function listLetters(glyphs: readonly Glyph[]): Letter[] {
  const drawn = new Set<string>();
  return glyphs.flatMap((glyph, at) => {
    if (glyph.hidden !== null) return [];
    const folded = foldQuote(glyph.text);
    const spot = `${folded} ${Math.round(glyph.from[0])} ${Math.round(glyph.from[1])}`;
    if (folded === "" || drawn.has(spot)) return [];
    drawn.add(spot);
    return Array.from(folded, (char) => ({ char, glyph, at }));
  });
}

/** From and to, as `slice` takes them; null unless there is just one such place. */
function findOnce(letters: readonly Letter[], wanted: string): [number, number] | null {
  const chars = Array.from(wanted);
  if (chars.length === 0) return null;
  const text = letters.map(({ char }) => char);
  const found: number[] = [];
  for (let at = text.indexOf(chars[0] ?? ""); at >= 0; at = text.indexOf(chars[0] ?? "", at + 1)) {
    if (!chars.every((char, i) => text[at + i] === char)) continue;
    if (isWhole(letters, at, at + chars.length)) found.push(at);
    if (found.length > 1) return null;
  }
  const [only] = found;
  return only === undefined ? null : [only, only + chars.length];
}

/** It neither begins nor ends within a word. */
function isWhole(letters: readonly Letter[], from: number, to: number): boolean {
  return !isJoined(letters[from - 1], letters[from]) && !isJoined(letters[to - 1], letters[to]);
}

function isJoined(before: Letter | undefined, after: Letter | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.glyph === after.glyph) return true;
  if (/\p{L}/u.test(before.char) !== /\p{L}/u.test(after.char)) return false;
  // A note's number, set smaller, is no part of the word that it stands at.
  if (Math.abs(before.glyph.size - after.glyph.size) > otherSize * after.glyph.size) return false;
  const [x, y] = before.glyph.to;
  return Math.hypot(after.glyph.from[0] - x, after.glyph.from[1] - y) < wordGap * after.glyph.size;
}

/** What of a quote stands on this page where the rest stands on the next: both parts must be long enough to be sure of. */
function findOpening(
  letters: readonly Letter[],
  behind: readonly Letter[] | null,
  quote: string,
): [number, number] | null {
  if (behind === null) return null;
  const words = quote.split(/\s+/);
  const places: [number, number][] = [];
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const [first, rest] = [words.slice(0, cut), words.slice(cut)].map((part) =>
      foldQuote(part.join(" ")),
    );
    if (first === undefined || rest === undefined) continue;
    if (first.length < leastPart || rest.length < leastPart) continue;
    const span = findOnce(letters, first);
    if (span !== null && findOnce(behind, rest) !== null) places.push(span);
  }
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** The letters with the marks between them: dashes, brackets, full stops. */
function between(glyphs: readonly Glyph[], letters: readonly Letter[]): Glyph[] {
  return glyphs
    .slice(letters[0]?.at, (letters.at(-1)?.at ?? -1) + 1)
    .filter(({ text, hidden }) => hidden === null && text.trim() !== "");
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Its text runs across the page as it is shown, not up or down. */
  readonly upright: boolean;
}

/** A rectangle for each line; none at all where a part of the words stands beside the page as it is shown. */
function cover(glyphs: readonly Glyph[], page: ShownPage): Rect[] {
  const lines: Box[] = [];
  for (const glyph of glyphs) {
    const box = boxOf(glyph, page.view);
    if (box === null) continue;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    if (middle.x < 0 || middle.x > page.width || middle.y < 0 || middle.y > page.height) return [];
    const last = lines.at(-1);
    if (last === undefined || !goesOn(last, box)) lines.push(box);
    else {
      last.left = Math.min(last.left, box.left);
      last.right = Math.max(last.right, box.right);
      last.top = Math.min(last.top, box.top);
      last.bottom = Math.max(last.bottom, box.bottom);
    }
  }
  return lines.map((line) => toRect(line, page));
}

/** Null for glyphs without a width of their own, such as accents. */
function boxOf({ from, to, size }: Glyph, view: Matrix): Box | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const width = Math.hypot(dx, dy);
  if (width === 0 || size === 0) return null;
  const [upX, upY] = [(-dy / width) * size, (dx / width) * size];
  const corners = [from, to].flatMap(([x, y]) =>
    [-reach.below, reach.above].map((rise) => apply(view, x + rise * upX, y + rise * upY)),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    upright: Math.abs(view[0] * dx + view[2] * dy) >= Math.abs(view[1] * dx + view[3] * dy),
  };
}

/** On the same line and no further than a wide space away: not in another column. */
function goesOn(line: Box, box: Box): boolean {
  if (line.upright !== box.upright) return false;
  const apart = {
    x: Math.max(line.left, box.left) - Math.min(line.right, box.right),
    y: Math.max(line.top, box.top) - Math.min(line.bottom, box.bottom),
  };
  const across = box.upright ? box.bottom - box.top : box.right - box.left;
  const [along, beside] = box.upright ? [apart.x, apart.y] : [apart.y, apart.x];
  return -beside > 0.6 * across && along < 2 * across;
}

function toRect({ left, top, right, bottom }: Box, { width, height }: ShownPage): Rect {
  const share = (value: number, of: number) =>
    Math.round(Math.min(1, Math.max(0, value / of)) * 10_000) / 10_000;
  const [x, y] = [share(left, width), share(top, height)];
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return { x, y, width: round(share(right, width) - x), height: round(share(bottom, height) - y) };
}
