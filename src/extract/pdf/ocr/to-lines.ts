// Takes what was recognised in the pictures of a document's pages; gives their lines, and how sure they are.
import type { PageReading } from "../../../document.ts";
import { tidyText } from "../../../text/clean-text.ts";
import type { Line } from "../../page.ts";
import { sureEnough } from "./read-blocks.ts";
import type { RecognisedLine, RecognisedWord } from "./recogniser.ts";

/** @param scale pixels a point */
export function toLines(recognised: readonly RecognisedLine[], scale: number): Line[] {
  return recognised
    .map(({ words, left, right, baseline, height }) => ({
      text: tidyText(words.map(({ text }) => text).join(" ")),
      marks: [],
      size: height / scale,
      bold: false,
      italic: false,
      cells: null,
      left: left / scale,
      right: right / scale,
      baseline: baseline / scale,
      font: "ocr",
    }))
    .filter(({ text }) => text !== "");
}

/** Null where there are no words. */
export function measureReading(lines: readonly RecognisedLine[]): PageReading | null {
  const words = lines.flatMap((line) => line.words);
  if (words.length === 0) return null;
  return {
    confidence: round(meanConfidence(words)),
    words: words.length,
    unsure: words.filter(({ confidence }) => confidence < sureEnough).length,
  };
}

function meanConfidence(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** A line's height is measured from what stands in it: within these shares of the usual one it is the usual one. */
const usual = { least: 0.7, most: 1.25 };

/** Sets the lines of the document's text to one size, and rounds those of its headings and notes to half points. */
export function settleSizes(pages: ReadonlyMap<number, readonly Line[]>): Map<number, Line[]> {
  const sizes = [...pages.values()]
    .flat()
    .flatMap(({ size, text }) => text.split("").map(() => size));
  const middle = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  const body = Math.round(middle * 2) / 2;
  const settle = (size: number) =>
    size >= middle * usual.least && size <= middle * usual.most ? body : Math.round(size * 2) / 2;
  return new Map(
    [...pages].map(([page, lines]) => [
      page,
      lines.map((line) => ({ ...line, size: settle(line.size) })),
    ]),
  );
}
