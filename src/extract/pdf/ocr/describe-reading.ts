// Takes what a recogniser read in a document's pages; says which they are and how far to trust them.
import type { OcrReading, Problem } from "../../../document.ts";
import { sumReading } from "../../../place/ocr-field.ts";
import { writeSure } from "../../../text/ocr-words.ts";
import { sureEnough } from "./read-blocks.ts";

/** @param failed numbers of pages that could not be read so */
export function describeReading(reading: OcrReading, failed: readonly number[]): Problem[] {
  const sum = sumReading(reading);
  const read = Object.entries(reading.pages).map(([page, one]) => ({ ...one, page: Number(page) }));
  const words = read.reduce((all, one) => all + one.words, 0);
  const unsure = read.reduce((all, one) => all + one.unsure, 0);
  const least = read.toSorted((a, b) => a.confidence - b.confidence || a.page - b.page)[0];
  const told =
    sum.pages === 1 || least === undefined
      ? ""
      : ` on average, ${writeSure(least.confidence)} of page ${least.page}`;
  const doubtful = read.filter(({ confidence }) => confidence < sureEnough);
  const problems: Problem[] = [
    {
      code: "read-by-ocr",
      pages: read.map(({ page }) => page),
      message: `Read by OCR, ${writeSure(sum.confidence)}${told}; ${unsure} of ${words} words are doubtful. Compare what you cite with the page.`,
    },
    {
      code: "ocr-doubtful",
      pages: doubtful.map(({ page }) => page),
      message: `Most of what OCR gives for these pages may be wrong (less than ${writeSure(sureEnough)}).`,
    },
    {
      code: "ocr-failed",
      pages: failed,
      message:
        "These pages cannot be read by OCR: they cannot be drawn, or take more work or memory than a page may. The next `charm index --ocr` tries them again.",
    },
  ];
  return problems.filter(({ pages }) => pages.length > 0);
}
