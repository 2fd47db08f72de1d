// Finds the headings of a document by how they are set, and their levels by how they compare with each other.
import type { Line, Page } from "../extract/page.ts";
import type { Measure } from "./measure.ts";

export interface HeadingLine {
  readonly text: string;
  /** 1 is outermost. */
  readonly level: number;
}

/** A heading runs over at most this many lines. */
const longest = 4;

/** Maps a heading's first line to it, and its further lines to "continued". */
export function findHeadings(
  pages: readonly Page[],
  measure: Measure,
  isNumbered: (line: Line, page: Page) => boolean,
): Map<Line, HeadingLine | "continued"> {
  const groups = pages.flatMap((page) => pageHeadings(page, measure, isNumbered));
  const levels = rankStyles(groups);
  const headings = new Map<Line, HeadingLine | "continued">();
  for (const group of groups) {
    const [first, ...others] = group;
    if (!first) continue;
    const text = group.map((line) => line.text).join(" ");
    const level = first.heading ?? levels.get(styleKey(first)) ?? 1;
    headings.set(first, { text, level });
    for (const line of others) headings.set(line, "continued");
  }
  return headings;
}

function pageHeadings(
  page: Page,
  measure: Measure,
  isNumbered: (line: Line, page: Page) => boolean,
): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  const close = () => {
    if (group.length > 0 && group.length <= longest && isHeadingText(group)) groups.push(group);
    group = [];
  };
  for (const line of page.lines) {
    if (line.heading !== null) {
      close();
      groups.push([line]);
      continue;
    }
    const styled = isStyled(line, measure) && !isNumbered(line, page);
    const before = group.at(-1);
    const near = before && line.baseline - before.baseline < 1.7 * line.size;
    if (
      styled &&
      before &&
      near &&
      styleKey(before) === styleKey(line) &&
      !/^annex\b/i.test(line.text)
    )
      group.push(line);
    else {
      close();
      if (styled) group = [line];
    }
  }
  close();
  return groups;
}

/** Larger than the text, or wholly in bold or bold italic. */
function isStyled(line: Line, measure: Measure): boolean {
  if (line.cells || line.text.length > 160 || line.size === 0) return false;
  if (/^[\u2022\u25cf\uf0b7•●–-]\s/.test(line.text)) return false;
  if (line.size >= measure.body + 1.2) return true;
  return line.size >= measure.body - 0.6 && line.bold && !measure.bold;
}

/** Sentences set in bold for weight are not headings. */
function isHeadingText(group: readonly Line[]): boolean {
  const text = group.map((line) => line.text).join(" ");
  if (!/\p{L}{2}/u.test(text) || text.length > 240) return false;
  if (/^(?:[a-z]|[,;:.)])/.test(text)) return false;
  return (
    !/[.;,:]$/.test(text) ||
    (/^(?:\d+(?:\.\d+)*|[A-Z][.)])\s/.test(text) && text.length < 90) ||
    (text.endsWith(":") && text.length < 60)
  );
}

function styleKey(line: Line): string {
  return `${Math.round(line.size * 2) / 2}|${line.bold ? "b" : ""}${line.italic ? "i" : ""}`;
}

/** Larger type is further out; bold before bold italic before plain. */
function rankStyles(groups: readonly (readonly Line[])[]): Map<string, number> {
  const styles = new Map<string, Line>();
  for (const [first] of groups)
    if (first && first.heading === null) styles.set(styleKey(first), first);
  const weight = (line: Line) => line.size * 4 + (line.bold ? 2 : 0) - (line.italic ? 1 : 0);
  const ranked = [...styles].sort(([, a], [, b]) => weight(b) - weight(a));
  return new Map(ranked.map(([key], i) => [key, i + 1]));
}
