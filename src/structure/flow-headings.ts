// Finds the headings of a text that flows, and their levels: by the styles that say so, and by how lines are set off from
// the document's own body where no style does.
import { heaviest } from "../lists.ts";
import type { FlowLine } from "../extract/page.ts";
import type { OutlineHeading } from "./outline.ts";

export type FlowHeading = Pick<OutlineHeading, "text" | "level">;
export type FlowHeadings = ReadonlyMap<FlowLine, FlowHeading>;

/** A line that is set off but longer than this, in characters and words, is a stressed sentence. */
const longest = { characters: 120, words: 16 };
/** A style's heading may be longer; beyond this it is a paragraph in the wrong style. */
const longestStyled = 240;
/** This many set-off lines in a row are a list, or labels with values, and no headings. */
const fewestListed = 3;
/** Styles say levels 1 to 9; what is only set off comes below. */
const belowStyles = 10;

/** How a line is set off. */
interface Look {
  readonly size: number;
  readonly capitals: boolean;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly italic: boolean;
  /** Depth of its number: 0 for "3.", 1 for "3.1". */
  readonly depth: number;
}

export function findFlowHeadings(lines: readonly FlowLine[]): FlowHeadings {
  const styled = findStyled(lines);
  const body = measureBody(lines.filter((line) => !styled.has(line)));
  const setOff = lines.filter(
    (line, i) => !styled.has(line) && isSetOff(line, body) && !isItemOf(lines, i),
  );
  const kept = withoutLabels(lines, styled, new Set([...setOff, ...findCounted(lines, styled)]));
  const title = findTitle(lines, styled, kept);
  const levels = rankLooks([...kept].filter((line) => !title.has(line)));
  const largest = Math.max(0, ...[...styled.keys()].map(({ size }) => size));
  const headings = new Map<FlowLine, FlowHeading>();
  for (const line of lines) {
    const level = styled.get(line);
    const text = line.number === null ? line.text : `${line.number} ${line.text}`;
    if (title.has(line)) headings.set(line, { text, level: 0 });
    else if (level !== undefined) headings.set(line, { text, level });
    else if (kept.has(line)) {
      const above = styled.size > 0 && line.size > largest + 1 && largest > 0;
      const rank = levels.get(keyOf(lookOf(line))) ?? 1;
      headings.set(line, { text, level: above ? 1 : belowStyles + rank });
    }
  }
  return headings;
}

/**
 * What styles call headings; but where most of a level are sentences, it is the clauses themselves that have the style,
 * for the sake of its numbers.
 */
function findStyled(lines: readonly FlowLine[]): Map<FlowLine, number> {
  const styled = lines.filter((line) => line.heading !== null && line.cells === null);
  const levels = new Set(styled.map(({ heading }) => heading));
  const clauses = new Set(
    [...levels].filter((level) => {
      const own = styled.filter(({ heading }) => heading === level);
      const sentences = own.filter(({ text }) => isSentence(text)).length;
      return own.length > 1 && sentences >= own.length / 2;
    }),
  );
  const isHeading = (line: FlowLine) =>
    line.text.length <= longestStyled &&
    /[\p{L}\p{N}]/u.test(line.text) &&
    !(clauses.has(line.heading) && isSentence(line.text));
  return new Map(styled.filter(isHeading).map((line) => [line, line.heading ?? 1]));
}

function isSentence(text: string): boolean {
  return /[.;:]$/.test(text) && wordsOf(text) >= 5;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

interface Body {
  readonly size: number;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly capitals: boolean;
}

function measureBody(lines: readonly FlowLine[]): Body {
  const text = lines.filter((line) => line.cells === null);
  const weigh = <T>(of: (line: FlowLine) => T) =>
    heaviest(text.map((line): [T, number] => [of(line), line.text.length]));
  return {
    size: weigh((line) => line.size) ?? 0,
    bold: weigh((line) => line.bold) ?? false,
    underlined: weigh((line) => line.underlined) ?? false,
    capitals: weigh((line) => isCapitals(line.text)) ?? false,
  };
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && text === text.toUpperCase();
}

/** A short line that is no sentence, set unlike the body. */
function isSetOff(line: FlowLine, body: Body): boolean {
  if (line.cells || line.continues || line.heading !== null || !isShort(line.text)) return false;
  // A bullet makes an item of it, however it is set.
  if (line.place && line.number === null) return false;
  if (line.size > 0 && line.size < body.size - 0.6) return false;
  return (
    (line.size >= body.size + 1 && line.size > 0) ||
    (line.bold && !body.bold) ||
    (line.underlined && !body.underlined) ||
    (isCapitals(line.text) && !body.capitals)
  );
}

/** In a list without marks, as web pages saved as text have it, an abbreviation may be a whole item. */
function isItemOf(lines: readonly FlowLine[], at: number): boolean {
  const line = lines[at];
  if (!line || line.bold || line.underlined || !isCapitals(line.text)) return false;
  return /[:,;]$/.test(lines[at - 1]?.text ?? "") || /^\p{Ll}/u.test(lines[at + 1]?.text ?? "");
}

function isShort(text: string): boolean {
  if (text.length > longest.characters || wordsOf(text) > longest.words) return false;
  if (!/\p{L}{2}/u.test(text) || /^(?:\p{Ll}|[,;:.)•●-])/u.test(text)) return false;
  if (/_{3,}|\.{4,}|…{2,}|\bwww\.|https?:|@/.test(text)) return false;
  return !/[.;,]$/.test(text) || (/^\d/.test(text) && wordsOf(text) <= 8 && !text.endsWith(","));
}

/** A short numbered line over items that count within it, "2. Use of restraint" over "2.1", heads them. */
function findCounted(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
): FlowLine[] {
  return lines.filter((line, i) => {
    const { place, number } = line;
    const next = lines[i + 1]?.place;
    if (!place || number === null || styled.has(line) || line.cells || !isShort(line.text))
      return false;
    if (!next || next.list !== place.list || !next.joined || next.level !== place.level + 1)
      return false;
    return !/[:]$/.test(line.text) && wordsOf(line.text) <= 10;
  });
}

/** Set-off lines count only where something follows that they head; three or more alike in a row are none. */
function withoutLabels(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
  candidates: ReadonlySet<FlowLine>,
): Set<FlowLine> {
  const kept = new Set<FlowLine>();
  let run: FlowLine[] = [];
  const close = (next: FlowLine | null) => {
    const alike = run.length < fewestListed || run.every(({ number }) => number !== null);
    // Of a short run the last heads what follows, and those before it only if they are set otherwise.
    if (alike && next !== null) {
      run.forEach((line, i) => {
        const after = run[i + 1];
        if (!after || keyOf(lookOf(after)) !== keyOf(lookOf(line))) kept.add(line);
      });
    }
    run = [];
  };
  const isLabelled = (line: FlowLine) => /\p{L}{3}|\d/u.test(line.text);
  for (const line of lines) {
    if (candidates.has(line)) {
      run.push(line);
      continue;
    }
    if (run.length > 0 && !isLabelled(line) && !styled.has(line)) continue;
    close(line);
  }
  close(null);
  return kept;
}

/**
 * What names the document: lines in the style for it, or set-off lines above all text in a look that no later heading
 * has. Nothing stands under it but what follows at once.
 */
function findTitle(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
  kept: Set<FlowLine>,
): Set<FlowLine> {
  const title = new Set([...styled].filter(([, level]) => level === 0).map(([line]) => line));
  const start = lines.findIndex((line) => line.cells === null);
  const first = lines[start];
  if (title.size > 0 || !first || !kept.has(first)) return title;
  const key = keyOf(lookOf(first));
  const later = lines.slice(start + 1).filter((line) => kept.has(line) || styled.has(line));
  const unlike = later.every((line) => styled.has(line) || keyOf(lookOf(line)) !== key);
  const smaller = later.every((line) => line.size <= first.size);
  if (later.length > 0 && unlike && smaller) title.add(first);
  return title;
}

function lookOf(line: FlowLine): Look {
  const typed = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/.exec(line.text)?.[1];
  const number = line.number ?? typed ?? "";
  return {
    size: Math.round(line.size * 2) / 2,
    capitals: isCapitals(line.text),
    bold: line.bold,
    underlined: line.underlined,
    italic: line.italic,
    depth: Math.max(line.place?.level ?? 0, (number.match(/\.\d/g) ?? []).length),
  };
}

function keyOf(look: Look): string {
  return Object.values(look).join("|");
}

/** Larger type is further out, then capitals, bold, underlined, plain, italic; of one look, fewer numbers. */
function rankLooks(lines: readonly FlowLine[]): Map<string, number> {
  const looks = new Map(lines.map((line) => [keyOf(lookOf(line)), lookOf(line)]));
  const weight = (look: Look) =>
    look.size * 4 +
    (look.capitals ? 3 : 0) +
    (look.bold ? 2 : 0) +
    (look.underlined ? 0.5 : 0) -
    (look.italic ? 1 : 0) -
    look.depth * 2.5;
  const ranked = [...looks].sort(([, a], [, b]) => weight(b) - weight(a));
  return new Map(ranked.map(([key], i) => [key, i + 1]));
}
