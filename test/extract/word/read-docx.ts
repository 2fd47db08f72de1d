// Reads the Word documents that tests make, and shows them in short.
import { extractDocx } from "../../../src/extract/word/extract-docx.ts";
import type { FlowExtraction, FlowLine } from "../../../src/extract/page.ts";
import { docxParts, makeZip } from "./make-docx.ts";

export function readDocx(body: string, parts: Readonly<Record<string, string>> = {}) {
  return extractDocx(makeZip(docxParts(body, parts)));
}

export function linesOf({ pages }: FlowExtraction): readonly FlowLine[] {
  return pages.flatMap(({ lines }) => lines);
}

/** Each line as Word shows it: its number, then its text. */
export function shown(extraction: FlowExtraction): string[] {
  return linesOf(extraction).map(({ number, text }) =>
    number === null ? text : `${number} ${text}`,
  );
}

export function numbersOf(extraction: FlowExtraction): (string | null)[] {
  return linesOf(extraction).map(({ number }) => number);
}
