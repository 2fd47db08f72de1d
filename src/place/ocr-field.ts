// How sure a recogniser was of the pages that a place stands on.
import type { OcrReading } from "../document.ts";

/** To be spread into what names a page; nothing where its text is the file's own. */
export interface OcrField {
  readonly ocr?: {
    /** From 0 to 1, in hundredths: of the least sure page. */
    readonly confidence: number;
  };
}

export function ocrField(
  ocr: OcrReading | undefined,
  page: number | null,
  pageEnd: number | null = page,
): OcrField {
  if (ocr === undefined || page === null) return {};
  const readings = Object.entries(ocr.pages).filter(
    ([number]) => Number(number) >= page && Number(number) <= (pageEnd ?? page),
  );
  if (readings.length === 0) return {};
  return { ocr: { confidence: Math.min(...readings.map(([, { confidence }]) => confidence)) } };
}

/** How sure a document was read over all. */
export interface ReadingSum {
  /** That were read so, and hold words. */
  readonly pages: number;
  /** Mean over all words, in hundredths. */
  readonly confidence: number;
  /** Of the least sure page. */
  readonly lowest: number;
}

/** Zeros where no page holds words. */
export function sumReading(...readings: readonly OcrReading[]): ReadingSum {
  const pages = readings.flatMap((reading) => Object.values(reading.pages));
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  const sure = pages.reduce((sum, page) => sum + page.confidence * page.words, 0);
  return {
    pages: pages.length,
    confidence: words === 0 ? 0 : Math.round((sure / words) * 100) / 100,
    lowest: pages.length === 0 ? 0 : Math.min(...pages.map(({ confidence }) => confidence)),
  };
}
