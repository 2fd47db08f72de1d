// Takes pieces of text; gives those whose letters are set apart ("S A F E T Y") as the words they are.
import { groupNeighbours } from "../../lists.ts";
import type { Glyph } from "./glyphs.ts";
import { glyphsOf, type TextItem } from "./text-items.ts";

/** Fewer letters are initials, or labels. */
const fewestLetters = 4;
/** Letters further apart than this, in their size, are columns of a table. */
const widestGap = 1.1;
/** Words stand this much further apart than letters. */
const wordGap = 1.55;

function isSpaced(text: string): boolean {
  const pieces = text.trim().split(/\s+/);
  const letters = pieces.filter((piece) => /^\p{L}$/u.test(piece));
  return letters.length >= 2 && letters.length >= 0.6 * pieces.length;
}

/** @param listGlyphs the glyphs of the page, asked for only where there is something to put together */
export function joinSpacedLetters<T extends TextItem>(
  items: readonly T[],
  listGlyphs: () => readonly Glyph[],
): T[] {
  const lines = groupNeighbours(items, (item, _line, before) => isBeside(item, before));
  return lines.flatMap((line) => {
    const text = line.map(({ str }) => str).join(" ");
    if (!isSpaced(text)) return line;
    const [first] = line;
    const last = line.at(-1) ?? first;
    const width = (last.transform[4] ?? 0) + last.width - (first.transform[4] ?? 0);
    const whole = { ...first, width };
    const joined = joinLetters(glyphsOf(whole, listGlyphs()));
    return joined === null ? line : [{ ...whole, str: joined }];
  });
}

/** Letters far apart come as pieces of their own. */
function isBeside(item: TextItem, before: TextItem): boolean {
  if (!isLetters(item.str) || !isLetters(before.str) || item.fontName !== before.fontName)
    return false;
  const [a = 0, b = 0, , d = 0, e = 0, f = 0] = item.transform;
  const [, , , height = 0, left = 0, foot = 0] = before.transform;
  const gap = e - left - before.width;
  return (
    b === 0 && a > 0 && d === height && Math.abs(f - foot) < 0.1 && gap < widestGap * d && gap > 0
  );
}

function isLetters(text: string): boolean {
  return isSpaced(text) || /^\p{L}{1,3}$/u.test(text.trim());
}

/** Null where they are no word: too few, too far apart, or the alphabet. */
function joinLetters(placed: readonly Glyph[]): string | null {
  const glyphs = placed.filter(({ text }) => text.trim() !== "");
  if (glyphs.length < fewestLetters || isAlphabet(glyphs)) return null;
  const gaps = glyphs.slice(1).map((glyph, i) => {
    return (glyph.from[0] - (glyphs[i]?.to[0] ?? 0)) / glyph.size;
  });
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  if (usual < 0.05 || usual > widestGap) return null;
  const between = Math.max(wordGap * usual, usual + 0.15);
  return glyphs
    .map((glyph, i) => ((gaps[i - 1] ?? 0) > between ? " " : "") + glyph.text)
    .join("")
    .normalize("NFKC");
}

function isAlphabet(glyphs: readonly Glyph[]): boolean {
  const codes = glyphs.map(({ text }) => text.toLowerCase().codePointAt(0) ?? 0);
  return codes.every((code, i) => i === 0 || code > (codes[i - 1] ?? 0));
}
