// Finds the headings of a text that flows, and their levels: by the styles that say so, and by how lines are set off from
// the document's own body where no style does.
import { groupBy, groupNeighbours, heaviest } from "../lists.ts";
import type { FlowLine } from "../extract/page.ts";
import { findCounted } from "./flow-counted.ts";
import { isForm, isSentence, isShort, typedNumber, wordsOf } from "./heading-text.ts";
import type { OutlineHeading } from "./outline.ts";

export type FlowHeading = Pick<OutlineHeading, "text" | "level">;
export type FlowHeadings = ReadonlyMap<FlowLine, FlowHeading>;

/** A style's heading may be longer; beyond this it is a paragraph in the wrong style. */
const longestStyled = 240;
/** Words in italics that are more than this are a remark. */
const mostItalic = 6;
/** A size that this share of the text has is one of its own. */
const usualShare = 0.2;
/** This many set-off lines in a row are a list, or labels with values, and no headings. */
const fewestListed = 3;
/** Lines of a cover that name house and document; more are something else. */
const mostTitle = 5;
/** Looks that are told apart; lesser ones are of one level. */
const mostRanks = 9;
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
      const rank = levels.get(keyOf(line)) ?? 1;
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

interface Body {
  readonly size: number;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
}

function measureBody(lines: readonly FlowLine[]): Body {
  const all = lines.filter((line) => line.cells === null && !isForm(line.text));
  // Sentences are the body; a form of labels and a cover outweigh a short policy's text.
  const sentences = all.filter((line) => line.text.length > 60 || isSentence(line.text));
  const text = sentences.length > 0 ? sentences : all;
  const weigh = <T>(of: (line: FlowLine) => T) =>
    heaviest(text.map((line): [T, number] => [of(line), line.text.length]));
  return {
    size: largestOf(text),
    bold: weigh((line) => line.bold) ?? false,
    underlined: weigh((line) => line.underlined) ?? false,
    italic: weigh((line) => line.italic) ?? false,
    capitals: weigh((line) => isCapitals(line.text)) ?? false,
  };
}

/** Where paragraphs are set in several sizes, as in a text put together from others, the larger are text as well. */
function largestOf(text: readonly FlowLine[]): number {
  const letters = (lines: readonly FlowLine[]) =>
    lines.reduce((sum, line) => sum + line.text.length, 0);
  const sizes = groupBy(text, (line) => line.size);
  const usual = [...sizes].filter(([, lines]) => letters(lines) >= usualShare * letters(text));
  return Math.max(0, ...usual.map(([size]) => size));
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
    (isCapitals(line.text) && !body.capitals) ||
    (isOnlyItalic(line) && !body.italic && wordsOf(line.text) <= mostItalic)
  );
}

function isOnlyItalic(line: FlowLine): boolean {
  return line.italic && !line.bold && !line.underlined && !isCapitals(line.text);
}

/** In a list without marks, as web pages saved as text have it, an abbreviation may be a whole item. */
function isItemOf(lines: readonly FlowLine[], at: number): boolean {
  const line = lines[at];
  if (!line || line.bold || line.underlined || !isCapitals(line.text)) return false;
  return /[:,;]$/.test(lines[at - 1]?.text ?? "") || /^\p{Ll}/u.test(lines[at + 1]?.text ?? "");
}

/**
 * Set-off lines count only where something follows that they head; three or more alike in a row are a list, and lines
 * that end in a colon one under the other are labels to be filled in.
 */
function withoutLabels(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
  candidates: ReadonlySet<FlowLine>,
): Set<FlowLine> {
  const kept = new Set<FlowLine>();
  const looks = groupBy(candidates, keyOf);
  let run: FlowLine[] = [];
  const close = (next: FlowLine | null) => {
    for (const line of headsOf(run, next, looks)) kept.add(line);
    run = [];
  };
  const hasWords = (line: FlowLine) => /\p{L}{3}|\d/u.test(line.text);
  lines.forEach((line, i) => {
    const isLabel =
      isLabelled(line) &&
      [lines[i - 1], lines[i + 1]].some(
        (other) => other && (isFilledIn(other) || (candidates.has(other) && isLabelled(other))),
      );
    if (candidates.has(line) && !isLabel) run.push(line);
    else if (run.length === 0 || hasWords(line) || styled.has(line)) close(line);
  });
  close(null);
  return withoutRare(kept);
}

/** "Position:", "Position: night worker". */
function isLabelled(line: FlowLine): boolean {
  return line.place === null && /^[^:]{1,40}:(?:\s|$)/.test(line.text);
}

function isFilledIn(line: FlowLine): boolean {
  return endsInColon(line) || isForm(line.text);
}

function endsInColon(line: FlowLine): boolean {
  return line.place === null && !line.cells && line.text.endsWith(":");
}

/** Of set-off lines in a row, the last of each look: it heads what follows, or the lines after it in a lesser look. */
function headsOf(
  run: readonly FlowLine[],
  next: FlowLine | null,
  looks: ReadonlyMap<string, readonly FlowLine[]>,
): FlowLine[] {
  const groups = groupNeighbours(run, (line, [first]) => keyOf(line) === keyOf(first));
  return groups.flatMap((group, i) => {
    const last = group.at(-1) ?? group[0];
    const after = groups[i + 1]?.[0];
    // Numbered headings may follow each other without text between, where others of their look have some.
    const isUsual =
      (looks.get(keyOf(last))?.length ?? 0) > group.length &&
      (last.number ?? typedNumber(last.text)) !== null;
    if (group.length >= fewestListed && !isUsual) return [];
    if (after) return weightOf(last) > weightOf(after) ? [last] : [];
    // What ends in a colon heads text; before anything else it is a label with its value.
    if (next === null || (endsInColon(last) && !isText(next))) return [];
    return [last];
  });
}

function isText({ text, place, cells }: FlowLine): boolean {
  return place !== null || cells !== null || text.length > 60 || /[.;:!?]["”’')]*$/.test(text);
}

/** Italics alone set off words of all kinds: only where several lines have them do they head what follows. */
function withoutRare(kept: ReadonlySet<FlowLine>): Set<FlowLine> {
  const alike = groupBy([...kept].filter(isOnlyItalic), keyOf);
  const rare = new Set([...alike.values()].filter((group) => group.length < 2).flat());
  return new Set([...kept].filter((line) => !rare.has(line)));
}

/**
 * What names the document: lines in the style for it, or set-off lines above all text in looks that no later heading
 * has. Nothing stands under them but what follows at once.
 */
function findTitle(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
  kept: Set<FlowLine>,
): Set<FlowLine> {
  const title = new Set([...styled].filter(([, level]) => level === 0).map(([line]) => line));
  if (title.size > 0) return title;
  const start = lines.findIndex((line) => line.cells === null);
  for (let at = start; title.size < mostTitle; at += 1) {
    const line = lines[at];
    if (!line || !kept.has(line)) break;
    const later = lines.slice(at + 1).filter((other) => kept.has(other) || styled.has(other));
    const unlike = later.every((other) => styled.has(other) || keyOf(other) !== keyOf(line));
    const smaller = later.every((other) => other.size <= line.size);
    if (later.length === 0 || !unlike || !smaller) break;
    title.add(line);
  }
  return title;
}

function lookOf(line: FlowLine): Look {
  const number = line.number ?? typedNumber(line.text) ?? "";
  return {
    size: Math.round(line.size * 2) / 2,
    capitals: isCapitals(line.text),
    bold: line.bold,
    underlined: line.underlined,
    italic: line.italic,
    depth: Math.max(line.place?.level ?? 0, (number.match(/\.\d/g) ?? []).length),
  };
}

/** Lines of one look are of one level. */
function keyOf(line: FlowLine): string {
  return Object.values(lookOf(line)).join("|");
}

/** Larger type is further out, then capitals, bold, underlined, plain, italic; of one look, fewer numbers. */
function weightOf(line: FlowLine): number {
  const look = lookOf(line);
  return (
    look.size * 4 +
    (look.capitals ? 3 : 0) +
    (look.bold ? 2 : 0) +
    (look.underlined ? 0.5 : 0) -
    (look.italic ? 1 : 0) -
    look.depth * 2.5
  );
}

function rankLooks(lines: readonly FlowLine[]): Map<string, number> {
  const weights = new Map(lines.map((line) => [keyOf(line), weightOf(line)]));
  const ranked = [...weights].sort(([, a], [, b]) => b - a);
  return new Map(ranked.map(([key], i) => [key, Math.min(i + 1, mostRanks)]));
}
