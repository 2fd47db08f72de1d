// Takes the runs of a page; gives its printed lines in reading order, marks lifted out of the text.
import { cleanText } from "../../text/clean-text.ts";
import { groupNeighbours, heaviest } from "../../lists.ts";
import { joinTexts } from "../marked-text.ts";
import type { Line, Mark } from "../page.ts";
import { isAmount, isLabelText, isNegative } from "./label-text.ts";
import { orderSegments } from "./reading-order.ts";
import { extentOf, type Segment } from "./segments.ts";
import type { RunPage, TextRun } from "./text-run.ts";

/** Lines top to bottom; columns one after the other; table rows as one line each with `cells`. */
export function assembleLines(page: RunPage): Line[] {
  const segments = gatherSegments(page.runs);
  return orderSegments(segments, page).map((group) =>
    group.kind === "row" ? rowLine(group.cells) : segmentLine(group.segment),
  );
}

/** Groups runs that share a baseline, with raised marks joined to the line they stand on. */
function gatherSegments(runs: readonly TextRun[]): Segment[] {
  const { raised, plain } = partRaised(runs);
  const rows: TextRun[][] = groupNeighbours(
    plain,
    (run, [first]) =>
      Math.abs(run.baseline - first.baseline) <= 0.3 * Math.min(run.size, first.size),
  );
  const rowOf = new Map(rows.flatMap((row) => row.map((run) => [run, row])));
  for (const { mark, anchor } of raised) {
    const row = rowOf.get(anchor);
    if (row) row.push(mark);
    else rows.push([mark]);
  }
  return rows.flatMap(splitRow).sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

interface Raised {
  readonly mark: TextRun;
  /** The run of the line it stands on that is nearest to it. */
  readonly anchor: TextRun;
}

/** Sets apart small short runs that stand on a line of larger type: a footnote number, an ordinal's "st", a mark. */
function partRaised(runs: readonly TextRun[]): { raised: Raised[]; plain: TextRun[] } {
  const ordered = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const largest = Math.max(...runs.map((run) => run.size), 0);
  const raised: Raised[] = [];
  const plain: TextRun[] = [];
  ordered.forEach((run, i) => {
    const small = run.size <= smallest * largest && run.text.trim().length <= 6;
    const anchor = small ? findAnchor(ordered, i) : null;
    if (anchor) raised.push({ mark: run, anchor });
    else plain.push(run);
  });
  return { raised, plain };
}

/** A mark is at most this share of the size of its line. */
const smallest = 0.8;

function findAnchor(ordered: readonly TextRun[], index: number): TextRun | null {
  const mark = ordered[index] as TextRun;
  let best: TextRun | null = null;
  let distance = 2.5 * mark.size;
  const consider = (run: TextRun) => {
    const rise = run.baseline - mark.baseline;
    if (mark.size > smallest * run.size || run.text.trim() === "") return;
    if (rise < -0.25 * run.size || rise > 0.75 * run.size) return;
    const apart = Math.max(run.left - mark.right, mark.left - run.right, 0) + 0.01 * Math.abs(rise);
    if (apart < distance) [best, distance] = [run, apart];
  };
  // Runs come by baseline, and no line reaches further than its type is high.
  for (let i = index - 1; i >= 0; i -= 1) {
    const run = ordered[i] as TextRun;
    if (mark.baseline - run.baseline > 3 * mark.size) break;
    consider(run);
  }
  for (let i = index + 1; i < ordered.length; i += 1) {
    const run = ordered[i] as TextRun;
    if (run.baseline - mark.baseline > 6 * mark.size) break;
    consider(run);
  }
  return best;
}

/** Cuts a row where the gap is too wide for a word space, unless what stands before it is a label. */
function splitRow(row: TextRun[]): Segment[] {
  const sorted = [...row].sort((a, b) => a.left - b.left);
  const parts = groupNeighbours(sorted, (run, part, before) => {
    const wide = run.left - before.right > 1.2 * Math.max(run.size, before.size);
    return !wide || run.goesOn || (isLabel(part) && !isAmountText([...part, run]));
  });
  return parts.map(toSegment);
}

function isLabel(part: readonly TextRun[]): boolean {
  return isLabelText(
    unraised(part)
      .map((run) => run.text)
      .join(""),
  );
}

/** The years over a table or the figures in its rows, each of which alone could be the number of a paragraph. */
function isAmountText(parts: readonly TextRun[]): boolean {
  const texts = unraised(parts).map(({ text }) => text);
  return texts.every(isAmount) || texts.every(isNegative);
}

/** Raised marks may stand before what they belong to. */
function unraised(part: readonly TextRun[]): TextRun[] {
  const size = Math.max(...part.map((run) => run.size));
  return part.filter((run) => run.size > smallest * size);
}

function toSegment(runs: TextRun[]): Segment {
  const main = runs.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    runs,
    ...extentOf(runs),
    baseline: main.baseline,
    size: main.size,
  };
}

function segmentLine(segment: Segment): Line {
  const { text, marks } = joinRuns(segment.runs, segment.size);
  const font = heaviest(segment.runs.map((run) => [run.font, run.text.length])) ?? "";
  return {
    text,
    marks,
    left: segment.left,
    right: segment.right,
    baseline: segment.baseline,
    size: segment.size,
    bold: isWhollyBold(segment.runs),
    italic: segment.runs.find((run) => run.font === font)?.italic ?? false,
    font,
    cells: null,
  };
}

/** A name in bold before its value makes no bold line. */
function isWhollyBold(runs: readonly TextRun[]): boolean {
  const all = runs.reduce((sum, run) => sum + run.text.trim().length, 0);
  const bold = runs.reduce((sum, run) => sum + (run.bold ? run.text.trim().length : 0), 0);
  return bold >= 0.9 * all;
}

function rowLine(cells: readonly (readonly Segment[])[]): Line {
  const parts = cells.map((cell) => joinCell(cell.map(segmentLine)));
  const all = cells.flat();
  const main = all[0] ? segmentLine(all[0]) : null;
  const filled = parts.filter((part) => part.text !== "");
  return {
    ...joinTexts(filled, () => " | "),
    ...extentOf(all),
    baseline: Math.min(...all.map((segment) => segment.baseline)),
    size: main?.size ?? 0,
    bold: all.every((segment) => segment.runs.every((run) => run.bold)),
    italic: false,
    font: main?.font ?? "",
    cells: parts.map((part) => part.text),
  };
}

/** The lines of a cell as one text. A hyphen at a line's end stays: in narrow cells compounds are what breaks. */
function joinCell(lines: readonly Line[]): { text: string; marks: Mark[] } {
  return joinTexts(lines, (before) => (/\p{L}-$/u.test(before) ? "" : " "));
}

/** Joins runs into text, lifting raised numbers and amendment marks out of it. */
function joinRuns(runs: readonly TextRun[], size: number): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const piece = cleanText(run.text);
    const label = piece.trim();
    const small = run.size <= smallest * size;
    const mark = markKind(label, run);
    // In the size of the line a number is text, and only the bold letters of an amendment are a mark.
    const kind = small || (run.bold && mark !== "footnote") ? mark : null;
    if (kind !== null) {
      const apart = small && run.spaced && run.left - right > 0.2 * size;
      if (apart && !/\s$/.test(text)) text += " ";
      marks.push({ at: text.length, label, kind });
      right = run.right;
      continue;
    }
    const gap = run.left - right;
    const apart = run.spaced ? gap > 0.05 * size || gap < -size : gap > 0.18 * size;
    if (text !== "" && apart && !/\s$/.test(text) && !/^\s/.test(piece)) text += " ";
    text += piece;
    right = run.right;
  }
  return tidy(text, marks);
}

function markKind(label: string, run: TextRun): Mark["kind"] | null {
  if (/^M\d{1,3}$/.test(label)) return "citation";
  if (/^[FCEIP]\d{1,3}$/.test(label) && run.bold) return "amendment";
  return /^(\d{1,3}|[*†‡§]{1,3})$/.test(label) ? "footnote" : null;
}

/** Folds white space while keeping marks at their place. */
function tidy(raw: string, marks: Mark[]): { text: string; marks: Mark[] } {
  if (!/^\s|\s\s|\s$|[^\S ]/.test(raw)) return { text: raw, marks };
  let text = "";
  const offsets: number[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    offsets.push(text.length);
    const char = raw[i] ?? "";
    if (/\s/.test(char)) {
      if (text !== "" && !text.endsWith(" ")) text += " ";
    } else text += char;
  }
  const trimmed = text.trimEnd();
  return {
    text: trimmed,
    marks: marks.map((mark) => ({
      ...mark,
      at: Math.min(offsets[mark.at] ?? trimmed.length, trimmed.length),
    })),
  };
}
