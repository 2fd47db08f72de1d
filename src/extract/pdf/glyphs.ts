// Takes what a page draws; gives its glyphs one by one, each with whether a reader sees it.
import type { Area, DrawnPage, Show, Stroke } from "./drawn-page.ts";
import { type Colour, white } from "../colour.ts";
import { apply } from "./matrix.ts";

/** Positions are in points from the lower left of the page as the file has it. */
export interface Glyph {
  readonly text: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly size: number;
  readonly hidden: "invisible" | "struck" | null;
  /** Grey or in a faint colour, as watermarks are. */
  readonly pale: boolean;
}

/** Type of this size, in points, is not for reading. */
const smallestType = 1.5;
/** Colours that differ by less in each part cannot be told from each other, out of 255. */
const sameColour = 12;
/** The dark part of a faint colour is at least this, out of 255. */
const faint = 150;
/** Where on a letter, in its size, a line strikes it out: above its foot and below the top of a small letter. */
const strikes = { from: 0.14, to: 0.5 };
/** A line that strikes words out is hardly longer than they are. */
const leastCovered = 0.8;
/** Words stand nearer than this, in points. */
const widestGap = 10;
/** A page with more lines is a map or a chart. */
const mostStrokes = 5000;

interface Judged {
  readonly show: Show;
  readonly seen: boolean;
  readonly pale: boolean;
}

/**
 * @param view the page as it is shown: left, bottom, right and top
 * @returns null when all that is drawn is seen, and none of it is faint: there is nothing to look at glyph by glyph
 */
export function findHidden(drawn: DrawnPage, view: readonly number[]): Glyph[] | null {
  const judged = drawn.shows.map((show, i): Judged => {
    return { show, seen: isSeen(show, i, drawn.areas, view), pale: isPale(show) };
  });
  const struck = findStruck(drawn.strokes, drawn.shows);
  if (struck.size === 0 && judged.every(({ seen, pale }) => seen && !pale)) return null;
  return judged.flatMap(({ show, seen, pale }) =>
    spread(show).map(({ text, from, to }, i) => ({
      text,
      from,
      to,
      size: sizeOf(show),
      hidden: seen ? (struck.get(show)?.has(i) ? ("struck" as const) : null) : "invisible",
      pale,
    })),
  );
}

/** Words drawn beside the page, of which pdf.js tells nothing. */
export function listOutside({ shows }: DrawnPage, view: readonly number[]): string[] {
  return shows
    .filter((show) => isOutside(show, sizeOf(show), view))
    .map((show) =>
      spread(show)
        .map(({ text }) => text)
        .join("")
        .trim(),
    )
    .filter((text) => text !== "");
}

/** All glyphs of a page, none of them judged. */
export function listGlyphs(drawn: DrawnPage): Glyph[] {
  return drawn.shows.flatMap((show) =>
    spread(show).map((glyph) => ({ ...glyph, size: sizeOf(show), hidden: null, pale: false })),
  );
}

function sizeOf({ matrix, fontSize }: Show): number {
  return Math.abs(fontSize) * Math.hypot(matrix[2], matrix[3]);
}

function isPale({ colour, mode }: Show): boolean {
  return colour !== null && mode % 4 === 0 && Math.min(...colour) >= faint;
}

function isSeen(show: Show, index: number, areas: readonly Area[], view: readonly number[]) {
  const { matrix, fontSize, mode } = show;
  const size = sizeOf(show);
  if (size <= smallestType || show.opacity <= 0.02) return false;
  const [x, y] = apply(matrix, 0.25 * fontSize, 0.25 * fontSize);
  if (isOutside(show, size, view)) return false;
  const under = areas.filter((area) => covers(area, x, y));
  // The text of a scanned page lies unseen over, or under, its picture.
  if (mode === 3) return under.some(({ picture }) => picture);
  if (mode !== 0 || show.colour === null) return true;
  return differs(
    show.colour,
    under.filter(({ after }) => after <= index),
  );
}

function covers({ left, right, bottom, top }: Area, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** What lies under it last decides; an area that may not reach there counts only where it makes the text seen. */
function differs(colour: Colour, under: readonly Area[]): boolean {
  for (const area of under.toReversed()) {
    if (area.colour === null || !isSame(area.colour, colour)) return true;
    if (area.exact) return false;
  }
  return !isSame(white, colour);
}

function isSame(a: Colour, b: Colour): boolean {
  return a.every((part, i) => Math.abs(part - (b[i] ?? 0)) < sameColour);
}

function isOutside(
  show: Show,
  size: number,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
) {
  const start = apply(show.matrix, 0, 0);
  // Most text begins on the page.
  if (start[0] > left && start[0] < right && start[1] > bottom && start[1] < top) return false;
  const points = [start, spread(show).at(-1)?.to ?? start];
  return (
    points.every(([x]) => x <= left) ||
    points.every(([x]) => x >= right) ||
    points.every(([, y]) => y <= bottom - 0.5 * size) ||
    points.every(([, y]) => y >= top)
  );
}

/** Each glyph with where its foot begins and ends. */
function spread({
  glyphs,
  matrix,
  fontSize,
  spacing,
}: Show): Pick<Glyph, "text" | "from" | "to">[] {
  const placed: Pick<Glyph, "text" | "from" | "to">[] = [];
  let x = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      x -= (glyph * fontSize) / 1000;
      continue;
    }
    if (!glyph) continue;
    const { width, unicode, isSpace } = glyph as {
      width: number;
      unicode: string;
      isSpace: boolean;
    };
    const end = x + (width * fontSize) / 1000;
    const at = (along: number) => apply(matrix, along * spacing.scale, 0);
    placed.push({ text: unicode, from: at(x), to: at(end) });
    x = end + spacing.letter + (isSpace ? spacing.word : 0);
  }
  return placed;
}

/** Words that stand together, for nearly all of the line's length; what crosses a table goes through its gaps too. */
function isStrike(hit: readonly Pick<Glyph, "text" | "from" | "to">[], length: number): boolean {
  if (!hit.some(({ text }) => /[\p{L}\d]/u.test(text))) return false;
  const covered = (hit.at(-1)?.to[0] ?? 0) - (hit[0]?.from[0] ?? 0);
  const gaps = hit.slice(1).map(({ from }, i) => from[0] - (hit[i]?.to[0] ?? 0));
  return covered >= leastCovered * length && Math.max(0, ...gaps) <= widestGap;
}

/** Which glyphs of which pieces of text a line goes through. */
function findStruck(strokes: readonly Stroke[], shows: readonly Show[]): Map<Show, Set<number>> {
  const struck = new Map<Show, Set<number>>();
  if (strokes.length > mostStrokes) return struck;
  const level = strokes.filter(({ from, to }) => to[0] - from[0] > 3 * Math.abs(to[1] - from[1]));
  for (const { from, to } of level) {
    const hit = shows.flatMap((show) => {
      const rise = (from[1] - apply(show.matrix, 0, 0)[1]) / sizeOf(show);
      const upright = Math.abs(show.matrix[1]) < 0.05 * Math.abs(show.matrix[0]);
      if (!upright || rise < strikes.from || rise > strikes.to) return [];
      return spread(show).flatMap((glyph, i) => {
        const middle = (glyph.from[0] + glyph.to[0]) / 2;
        return middle > from[0] && middle < to[0] && glyph.text.trim() !== ""
          ? [{ show, i, glyph }]
          : [];
      });
    });
    const ordered = hit.map(({ glyph }) => glyph).sort((a, b) => a.from[0] - b.from[0]);
    if (!isStrike(ordered, to[0] - from[0])) continue;
    for (const { show, i } of hit) struck.set(show, (struck.get(show) ?? new Set()).add(i));
  }
  return struck;
}
