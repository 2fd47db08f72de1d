// Finds the headings of a document by how they are set, and their levels by how they compare with each other.
import { groupNeighbours } from "../lists.ts";
import type { Line, Page } from "../extract/page.ts";
import { numberHeadings } from "./heading-numbers.ts";
import type { Measure } from "./measure.ts";
import type { Numbering } from "./numbering.ts";

export interface HeadingLine {
  readonly text: string;
  /** 1 is outermost. */
  readonly level: number;
  /** The number it is cited by: `3`, `3.1`. */
  readonly number: string | null;
}

/** A heading runs over at most this many lines. */
const longest = 4;
/** This many of them in a row are none. */
const fewestListed = 3;

/** A heading may be a term in quotation marks, but no more. */
const longestQuoted = 60;

/** Maps a heading's first line to it, and its further lines to "continued". */
export function findHeadings(
  pages: readonly Page[],
  measure: Measure,
  numbering: Pick<Numbering, "starts" | "isTitle">,
): Map<Line, HeadingLine | "continued"> {
  const groups = pages.flatMap((page) => pageHeadings(page, measure, numbering));
  const levels = rankStyles(groups);
  const headings = new Map<Line, HeadingLine | "continued">();
  const texts = groups.map((group) => group.map((line) => line.text).join(" "));
  const numbers = numberHeadings(texts, firstNumbers(pages));
  for (const [i, group] of groups.entries()) {
    const [first, ...others] = group;
    if (!first) continue;
    const text = texts[i] ?? "";
    const level = levels.get(styleKey(first)) ?? 1;
    headings.set(first, { text, level, number: numbers[i] ?? null });
    for (const line of others) headings.set(line, "continued");
  }
  return headings;
}

/** 3 of a line that begins with "3.1". */
function firstNumbers(pages: readonly Page[]): Set<number> {
  const lines = pages.flatMap((page) => page.lines);
  return new Set(lines.flatMap(({ text }) => Number(/^(\d{1,2})\.\d/.exec(text)?.[1] ?? 0) || []));
}

function pageHeadings(
  page: Page,
  measure: Measure,
  numbering: Pick<Numbering, "starts" | "isTitle">,
): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  const close = (next: Line | null) => {
    const whole = group.length <= longest && (next === null || !goesOn(group, next, measure));
    if (group.length > 0 && whole && isHeadingText(group)) groups.push(group);
    group = [];
  };
  for (const line of page.lines) {
    const styled =
      numbering.isTitle(line) || (isStyled(line, measure) && numbering.starts(line) === null);
    if (styled && joinsHeading(group.at(-1), line)) group.push(line);
    else {
      close(styled ? null : line);
      if (styled) group = [line];
    }
  }
  close(null);
  return withoutLists(groups, page);
}

function joinsHeading(before: Line | undefined, line: Line): boolean {
  if (!before || line.baseline - before.baseline >= 1.7 * line.size) return false;
  const startsAnew = /^(?:annex\b|\(?\d{1,2}[.)]\s)/i.test(line.text);
  return styleKey(before) === styleKey(line) && !startsAnew;
}

/** A sentence of which only the beginning is stressed. */
function goesOn(group: readonly Line[], next: Line, measure: Measure): boolean {
  const last = group.at(-1);
  if (!last || !/^[a-z]/.test(next.text) || next.cells) return false;
  const step = next.baseline - last.baseline;
  return step > 0 && step <= 1.3 * measure.pitch && Math.abs(next.size - last.size) < 0.6;
}

/** Headings in one style that follow each other without any text between them are a list, or names with values. */
function withoutLists(groups: readonly Line[][], page: Page): Line[][] {
  const place = new Map(page.lines.map((line, i) => [line, i]));
  const follows = (group: readonly Line[], before: readonly Line[]) =>
    group[0] !== undefined &&
    styleKey(group[0]) === styleKey(before[0] as Line) &&
    place.get(group[0]) === (place.get(before.at(-1) as Line) ?? 0) + 1;
  return groupNeighbours(groups, (group, _run, before) => follows(group, before))
    .filter((run) => run.length < fewestListed)
    .flat();
}

/** Larger than the text, or wholly in bold or bold italic. */
function isStyled(line: Line, measure: Measure): boolean {
  if (line.cells || line.text.length > 160) return false;
  if (/^[\u2022\u25cf\uf0b7•●–-]\s/.test(line.text)) return false;
  if (line.size >= measure.body + 1.2) return true;
  return line.size >= measure.body - 0.6 && line.bold && !measure.bold;
}

/** Sentences set in bold for weight are not headings. */
function isHeadingText(group: readonly Line[]): boolean {
  const text = group.map((line) => line.text).join(" ");
  if (!/\p{L}{2}/u.test(text) || text.length > 240) return false;
  if (/^(?:[a-z]|[,;:.)])/.test(text) || /\bwww\.|https?:/.test(text)) return false;
  // What somebody says may be set like a heading.
  if (text.startsWith("“") && text.length > longestQuoted) return false;
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
  for (const [first] of groups) if (first) styles.set(styleKey(first), first);
  const weight = (line: Line) => line.size * 4 + (line.bold ? 2 : 0) - (line.italic ? 1 : 0);
  const ranked = [...styles].sort(([, a], [, b]) => weight(b) - weight(a));
  return new Map(ranked.map(([key], i) => [key, i + 1]));
}
