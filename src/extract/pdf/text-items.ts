// Takes the text of a page in the pieces that pdf.js makes of it, and its glyphs; gives the pieces that a reader sees.
import type { Glyph } from "./glyphs.ts";

/** A piece of text as pdf.js gives it, in the coordinates of the file. */
export interface TextItem {
  readonly str: string;
  readonly fontName: string;
  readonly transform: readonly number[];
  readonly width: number;
}

export interface Appearance {
  /** Grey or in a faint colour, as watermarks are. */
  readonly pale: boolean;
  /** What stood just before it on its line is hidden. */
  readonly goesOn: boolean;
}

export interface SeenItems<T extends TextItem> {
  readonly items: (T & Appearance)[];
  readonly hidden: { readonly text: string; readonly reason: "invisible" | "struck" }[];
}

/** Pieces wholly hidden go; of others the hidden part is cut out, and what stays comes as pieces of its own. */
export function partHidden<T extends TextItem>(
  items: readonly T[],
  glyphs: readonly Glyph[] | null,
): SeenItems<T> {
  const seen: SeenItems<T> = { items: [], hidden: [] };
  let gone: TextItem | null = null;
  const keep = (item: T, pale: boolean) => {
    seen.items.push({ ...item, pale, goesOn: gone !== null && follows(item, gone) });
    gone = null;
  };
  const hide = (item: T, reason: Glyph["hidden"]) => {
    seen.hidden.push({ text: item.str, reason: reason ?? "invisible" });
    gone = item;
  };
  for (const item of items) {
    const own = glyphs ? glyphsOf(item, glyphs) : [];
    const hidden = own.filter((glyph) => glyph.hidden !== null && glyph.text.trim() !== "");
    const shown = own.filter((glyph) => glyph.hidden === null);
    const pale = shown.length > 0 && shown.every((glyph) => glyph.pale);
    // What is hidden behind text that is seen is drawn at the same place.
    if (hidden.length === 0 || isSame(item, shown)) keep(item, pale);
    else if (isHiddenWhole(item, own, hidden)) hide(item, hidden[0]?.hidden ?? null);
    else if (!isSame(item, own)) keep(item, pale);
    else
      for (const part of runsOf(own)) {
        const reason = part[0]?.hidden ?? null;
        if (reason === null) keep(cutItem(item, part), pale);
        else hide(cutItem(item, part), reason);
      }
  }
  return seen;
}

function follows(item: TextItem, gone: TextItem): boolean {
  const { along, off } = createRuler(gone)([item.transform[4] ?? 0, item.transform[5] ?? 0]);
  const height = Math.hypot(gone.transform[2] ?? 0, gone.transform[3] ?? 0);
  return Math.abs(off) < 0.3 * height && Math.abs(along - gone.width) < height;
}

/** Where the glyphs cannot be matched with the item one by one, most of them decide. */
function isHiddenWhole(item: TextItem, own: readonly Glyph[], hidden: readonly Glyph[]): boolean {
  if (isSame(item, hidden)) return true;
  const letters = own.filter(({ text }) => text.trim() !== "");
  return (
    hidden.length === letters.length || (!isSame(item, own) && 2 * hidden.length > letters.length)
  );
}

/** The glyphs that stand on an item's line, in its order of reading. */
export function glyphsOf(item: TextItem, glyphs: readonly Glyph[]): Glyph[] {
  const along = createRuler(item);
  const height = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
  const own = glyphs.flatMap((glyph) => {
    const from = along(glyph.from);
    const to = along(glyph.to);
    const middle = (from.along + to.along) / 2;
    const inside = middle > -0.1 * height && middle < item.width + 0.1 * height;
    const near = Math.abs(from.off) < 0.3 * height && Math.abs(glyph.size - height) < 0.3 * height;
    return inside && near ? [{ glyph, at: from.along }] : [];
  });
  return own.sort((a, b) => a.at - b.at).map(({ glyph }) => glyph);
}

function createRuler({ transform }: TextItem) {
  const [a = 1, b = 0, , , e = 0, f = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  return ([x, y]: readonly [number, number]) => ({
    along: ((x - e) * a + (y - f) * b) / length,
    off: ((y - f) * a - (x - e) * b) / length,
  });
}

function isSame(item: TextItem, glyphs: readonly Glyph[]): boolean {
  const letters = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
  return letters(item.str) === letters(glyphs.map(({ text }) => text).join(""));
}

/** Neighbours that are hidden alike; a blank goes with what stands before it. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const blank = glyph.text.trim() === "";
    if (run && (blank || run[0]?.hidden === glyph.hidden)) run.push(glyph);
    else if (!blank) runs.push([glyph]);
  }
  return runs;
}

/** A gap between glyphs this wide is a blank, in their size. */
const blank = 0.18;

function writeGlyphs(glyphs: readonly Glyph[]): string {
  let text = "";
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const gap = before ? Math.hypot(glyph.from[0] - before.to[0], glyph.from[1] - before.to[1]) : 0;
    if (gap > blank * glyph.size && !/\s$/.test(text)) text += " ";
    text += glyph.text;
  });
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

function cutItem<T extends TextItem>(item: T, glyphs: readonly Glyph[]): T {
  const along = createRuler(item);
  const [first] = glyphs;
  const last = glyphs.findLast(({ text }) => text.trim() !== "");
  if (!first || !last) return item;
  const start = along(first.from).along;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const length = Math.hypot(a, b) || 1;
  const transform = [a, b, c, d, e + (start * a) / length, f + (start * b) / length];
  return { ...item, str: writeGlyphs(glyphs), transform, width: along(last.to).along - start };
}
