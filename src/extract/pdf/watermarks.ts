// Tells words laid over or under the text of a page ("DRAFT") from headings, and takes them out of a document.
import { groupNeighbours, heaviest } from "../../lists.ts";
import type { LeftOut, Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";
import { extentOf } from "./segments.ts";
import type { RunPage, TextRun } from "./text-run.ts";

/** A watermark is larger than the text by this factor where it is faint, ... */
const fainter = 1.3;
/** ... and by this one where it is as dark as the text, and lies across it. */
const darker = 1.8;
/** Without other pages that have it too, ... */
const certain = 2;
/** Longer lines are text, in characters. */
const longest = 60;
/** The same place on two pages, in points. */
const samePlace = 6;

/** Sets apart the lines that may be watermarks: whether they are, the other pages tell. */
export function partOverlaid(page: RunPage): { plain: RunPage; overlaid: RunPage } {
  const usual = heaviest(page.runs.map((run) => [run.size, run.text.length])) ?? 0;
  const lines = groupNeighbours(
    page.runs.filter((run) => run.size >= fainter * usual),
    (run, [first]) => run.baseline === first.baseline && run.size === first.size,
  );
  const found = lines.filter((line) => {
    const [first] = line;
    const text = line.map((run) => run.text).join("");
    if (text.length > longest || !/\p{L}{3}/u.test(text)) return false;
    if (hasNeighbour(line, page.runs)) return false;
    if (line.every((run) => run.pale)) return true;
    return first.size >= darker * usual && isAcross(line, page.runs);
  });
  const overlaid = new Set(found.flat());
  if (overlaid.size === 0) return { plain: page, overlaid: { ...page, runs: [] } };
  return {
    plain: { ...page, runs: page.runs.filter((run) => !overlaid.has(run)) },
    overlaid: { ...page, runs: [...overlaid] },
  };
}

/** True where it is but part of a printed line. */
function hasNeighbour(line: readonly TextRun[], runs: readonly TextRun[]): boolean {
  const { left, right } = extentOf(line);
  const [{ baseline = 0, size = 0 } = {}] = line;
  return runs.some(
    (run) =>
      !line.includes(run) &&
      Math.abs(run.baseline - baseline) < 0.1 * size &&
      Math.max(run.left - right, left - run.right) < size &&
      Math.min(run.right, right) - Math.max(run.left, left) < 0.5 * size,
  );
}

/** True where letters lie on the letters of other lines. */
function isAcross(line: readonly TextRun[], runs: readonly TextRun[]): boolean {
  const { left, right } = extentOf(line);
  const [{ baseline = 0, size = 0 } = {}] = line;
  return runs.some(
    (run) =>
      !line.includes(run) &&
      run.left < right &&
      run.right > left &&
      run.baseline - 0.5 * run.size < baseline - 0.05 * size &&
      run.baseline > baseline - 0.65 * size,
  );
}

/** Takes watermarks out; what is none goes back to its place among the lines of its page. */
export function removeWatermarks(pages: readonly RawPage[]): {
  pages: RawPage[];
  leftOut: LeftOut[];
} {
  const leftOut: LeftOut[] = [];
  const enough = Math.max(2, pages.length / 2);
  const cleaned = pages.map((page) => {
    if (page.overlaid.length === 0) return page;
    const usual = heaviest(page.lines.map((line) => [line.size, line.text.length])) ?? 0;
    const marks = page.overlaid.filter((mark) => {
      const alike = pages.filter((other) => other.overlaid.some((one) => isAlike(one, mark)));
      return alike.length >= enough || (mark.size >= certain * usual && lies(mark, page.lines));
    });
    for (const { text } of marks) leftOut.push({ page: page.number, text, reason: "watermark" });
    const back = page.overlaid.filter((line) => !marks.includes(line));
    return { ...page, overlaid: [], lines: back.reduce(insertLine, [...page.lines]) };
  });
  return { pages: cleaned, leftOut };
}

function isAlike(a: Line, b: Line): boolean {
  return (
    a.text === b.text &&
    Math.abs(a.left - b.left) <= samePlace &&
    Math.abs(a.baseline - b.baseline) <= samePlace
  );
}

/** True where a line of the text runs through it. */
function lies(mark: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.left < mark.right &&
      line.right > mark.left &&
      line.baseline < mark.baseline - 0.05 * mark.size &&
      line.baseline > mark.baseline - 0.65 * mark.size,
  );
}

function insertLine(lines: Line[], line: Line): Line[] {
  const at = lines.findIndex((other) => other.baseline > line.baseline);
  return at < 0 ? [...lines, line] : lines.toSpliced(at, 0, line);
}
