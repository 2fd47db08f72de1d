// Takes what was recognised in the pictures of a document's pages; gives their lines, and how sure they are.
import type { PageReading } from "../../../document.ts";
import { groupNeighbours, heaviest } from "../../../lists.ts";
import { tidyText } from "../../../text/clean-text.ts";
import type { Line } from "../../page.ts";
import { sureEnough } from "./read-blocks.ts";
import type { RecognisedLine, RecognisedWord } from "./recogniser.ts";

/** @param scale pixels a point */
export function toLines(recognised: readonly RecognisedLine[], scale: number): Line[] {
  return recognised
    .map(({ words, left, right, baseline, height }) => ({
      ...toText(words, height),
      marks: [],
      size: height / scale,
      bold: false,
      italic: false,
      left: left / scale,
      right: right / scale,
      baseline: baseline / scale,
      font: "ocr",
    }))
    .filter(({ text }) => text !== "");
}

/** Words that stand so far apart, in heights of the line, are in other columns of a table. */
const gap = 1;
/** Fewer cells are a number and what it stands before, or words that were set apart. */
const fewestCells = 3;

function toText(words: readonly RecognisedWord[], height: number): Pick<Line, "text" | "cells"> {
  const groups = groupNeighbours(words, (word, _, last) => word.left - last.right < gap * height);
  const cells = groups
    .map((group) => tidyText(group.map(({ text }) => text).join(" ")))
    .filter((text) => text !== "");
  if (cells.length < fewestCells) return { text: cells.join(" "), cells: null };
  return { text: cells.join(" | "), cells };
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
  const all = [...pages.values()].flat();
  const body = heaviest(all.map(({ size, text }) => [roundSize(size), text.length])) ?? 0;
  const settle = (size: number) =>
    size >= body * usual.least && size <= body * usual.most ? body : roundSize(size);
  return new Map(
    [...pages].map(([page, lines]) => [
      page,
      lines.map((line) => ({ ...line, size: settle(line.size) })),
    ]),
  );
}

function roundSize(points: number): number {
  return Math.round(points * 2) / 2;
}
