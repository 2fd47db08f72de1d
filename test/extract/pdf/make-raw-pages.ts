// Builds pages as the reader of PDFs hands them over.
import type { RawPage } from "../../../src/extract/pdf/pdf-reader.ts";
import { makeLines, type LineSpec } from "../../structure/make-lines.ts";

export function makeRawPage(
  number: number,
  specs: readonly LineSpec[],
  more: Partial<RawPage> = {},
): RawPage {
  const size = { width: 595, height: 842 };
  const nothing = { overlaid: [], leftOut: [], files: [], unmapped: 0 };
  return { number, label: null, ...size, lines: makeLines(specs), ...nothing, ...more };
}

export const texts = (page: Pick<RawPage, "lines"> | undefined): string[] =>
  (page?.lines ?? []).map((line) => line.text);
