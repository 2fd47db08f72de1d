// Which documents text recognition may serve, and which have lost what it gave.
import type { Problem } from "../document.ts";
import type { LibraryDocument } from "../library/library.ts";
import { isKept } from "./held-document.ts";

/** Of problems that text recognition may mend. */
const textless: ReadonlySet<string> = new Set(["no-text", "pages-without-text", "garbled-text"]);

/** Whether pages of it have no text and were not yet looked at. */
export function mayBeRecognised(document: LibraryDocument): boolean {
  // An older version that stayed says nothing of the newer one, which could not be read.
  const isUnseen = document.ocr === undefined || isKept(document);
  return isUnseen && /\.pdf$/i.test(document.file) && lacksText(document.problems);
}

function lacksText(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => textless.has(code));
}

/**
 * What to tell where the library held pages that were recognised, and holds them no more.
 * @param before as the library held it
 * @param problems of what takes its place, which is read without recognition
 */
export function tellDropped(
  before: Pick<LibraryDocument, "ocr"> | undefined,
  problems: readonly Problem[],
): Problem[] {
  const pages = Object.keys(before?.ocr?.pages ?? {}).map(Number);
  if (pages.length === 0 || !lacksText(problems)) return [];
  const message =
    "What OCR had read of these pages is no longer in the library; `charm index --ocr` reads them again.";
  return [{ code: "ocr-dropped", pages, message }];
}
