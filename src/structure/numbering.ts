// Finds the numbered paragraphs of guidance: which lines begin one, told from lists and years by their sequence.
import { heaviest } from "../lists.ts";
import type { Line, Page, TextLine } from "../extract/page.ts";
import { findCitedStarts } from "./cited-numbering.ts";
import type { Measure } from "./measure.ts";
import type { NumberedStart } from "./numbered-start.ts";

export interface Numbering {
  /** True when enough of the document is numbered to cite it by paragraph. */
  readonly isNumbered: boolean;
  /** The numbers are those of another instrument, as in a digest of it. */
  readonly isCited: boolean;
  starts(line: Line): NumberedStart | null;
  /** Set like the text, and a heading by its number: "3. Parking" above 3.1. */
  isTitle(line: Line): boolean;
}

export type Scheme = "dotted" | "plain";

/** Fewer numbered paragraphs than this are a list, not a numbered document. */
const fewest = 8;
/** Numbers in pairs ("1.2") are no list; where all of them go up, this many will do. */
const fewestPairs = 3;
/** A title is no longer, in characters. */
const longestTitle = 80;

const patterns: Record<Scheme, RegExp> = {
  dotted: /^(\d{1,2}\.\d{1,3})\.?(?:\s+(?=\S)|$)/,
  // Without its full stop a number before a small letter counts something: "24 hour cover".
  plain: /^(\d{1,3})(?:\.(?:\s+(?=\S)|$)|\s+(?=[^\s\p{Ll}])|$)/u,
};

/** Reads the whole document once, so that later starts confirm earlier ones. */
export function createNumbering(pages: readonly Page[], measure: Measure): Numbering {
  const dotted = findStarts(pages, measure, "dotted");
  const paired = dotted.size >= fewest || isComplete(pages, dotted);
  const own = paired ? dotted : findStarts(pages, measure, "plain");
  const isEnough = paired || own.size >= fewest;
  const cited = isEnough ? null : findCitedStarts(pages, measure);
  const chosen = cited && cited.size > 0 ? cited : own;
  const isNumbered = isEnough || chosen.size >= fewest;
  const titles = paired ? findTitles(pages, dotted) : new Set<Line>();
  return {
    isNumbered,
    isCited: chosen === cited,
    starts: (line) => (isNumbered ? (chosen.get(line) ?? null) : null),
    isTitle: (line) => titles.has(line),
  };
}

/** True where every line that begins with a pair of numbers is one of the paragraphs. */
function isComplete(pages: readonly Page[], starts: ReadonlyMap<Line, NumberedStart>): boolean {
  const lines = pages.flatMap((page) => page.lines);
  const pairs = lines.filter((line) => patterns.dotted.test(line.text));
  return starts.size >= fewestPairs && pairs.every((line) => starts.has(line));
}

/** The line above the first paragraph of a section, where it begins with the section's number. */
function findTitles(pages: readonly Page[], starts: ReadonlyMap<Line, NumberedStart>): Set<Line> {
  const lines = pages.flatMap((page) => page.lines);
  return new Set(
    lines.filter((line, i) => {
      const [, section] = /^(\d{1,2})\.?\s+\p{Lu}/u.exec(line.text) ?? [];
      const next = lines[i + 1];
      if (section === undefined || !next || line.cells || starts.has(line)) return false;
      const isShort = line.text.length <= longestTitle && !/[.;:,]$/.test(line.text);
      return isShort && starts.get(next)?.number === `${section}.1`;
    }),
  );
}

/** A line that may open a paragraph of its number. */
export interface Candidate<L> {
  readonly line: L;
  readonly page: number;
  readonly number: string;
  readonly major: number;
  readonly minor: number;
  readonly length: number;
}

function findStarts(
  pages: readonly Page[],
  measure: Measure,
  scheme: Scheme,
): Map<Line, NumberedStart> {
  const candidates: Candidate<Line>[] = [];
  for (const page of pages) {
    for (const line of page.lines) {
      if (line.cells || Math.abs(line.size - measure.body) > 1.2) continue;
      // A short line in bold is a numbered heading; a long one is a paragraph stressed as a whole.
      if (line.bold && line.text.length <= 50) continue;
      candidates.push(...(readCandidate(line, page.number ?? 0, scheme) ?? []));
    }
  }
  // Paragraph numbers stand in one column; list numbers are set in from it.
  const column = heaviest(candidates.map(({ line }) => [Math.round(line.left / 3) * 3, 1])) ?? 0;
  const inColumn = candidates.filter((c) => Math.abs(c.line.left - column) <= 6);
  return longestRuns(inColumn, scheme);
}

/** A line that begins with a number of the scheme, as the only one of a list; null for others. */
export function readCandidate<L extends TextLine>(
  line: L,
  page: number,
  scheme: Scheme,
): [Candidate<L>] | null {
  const match = patterns[scheme].exec(line.text);
  if (!match?.[1]) return null;
  const [major = 0, minor = 0] = match[1].split(".").map(Number);
  const candidate = {
    line,
    page,
    number: match[1],
    major: scheme === "dotted" ? major : 0,
    minor: scheme === "dotted" ? minor : major,
    length: match[0].length,
  };
  return [candidate];
}

/**
 * The longest chain in which each number may follow the one before, or starts a new section. A number that fits
 * nothing before or after it (a year, a list item) falls out of the chain.
 */
export function longestRuns<L>(
  candidates: readonly Candidate<L>[],
  scheme: Scheme,
): Map<L, NumberedStart> {
  const score: number[] = [];
  const previous: number[] = [];
  candidates.forEach((candidate, i) => {
    score[i] = candidate.minor === 1 ? 1 : 0.2;
    previous[i] = -1;
    for (let j = Math.max(0, i - 60); j < i; j += 1) {
      const before = candidates[j] as Candidate<L>;
      const step = stepScore(before, candidate, scheme);
      if (step === null) continue;
      const total = (score[j] ?? 0) + step;
      if (total > (score[i] ?? 0)) {
        score[i] = total;
        previous[i] = j;
      }
    }
  });
  const kept = new Map<L, NumberedStart>();
  let at = score.reduce((best, value, i) => (value > (score[best] ?? 0) ? i : best), 0);
  while (at >= 0 && candidates[at]) {
    const candidate = candidates[at] as Candidate<L>;
    kept.set(candidate.line, { number: candidate.number, length: candidate.length, address: null });
    at = previous[at] ?? -1;
  }
  return kept;
}

/** How well `after` follows `before`: the next number best, a new section or a restart well, a small gap poorly. */
function stepScore<L>(before: Candidate<L>, after: Candidate<L>, scheme: Scheme): number | null {
  if (after.major === before.major) {
    const gap = after.minor - before.minor;
    if (gap === 1) return 1;
    if (gap > 1 && gap <= 4) return 0.3;
    if (after.minor === 1 && before.minor > 3 && after.page >= before.page)
      return scheme === "plain" ? -3 : 0.2;
    return null;
  }
  if (scheme === "plain") return null;
  if (after.major === before.major + 1 && after.minor <= 2) return after.minor === 1 ? 1 : 0.8;
  if (after.minor === 1 && after.major <= 2) return 0.2;
  return null;
}
