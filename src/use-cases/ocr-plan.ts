// Which documents text recognition may serve, and which have lost what it gave.
import type { SourceFile } from "../discover/source-file.ts";
import type { Problem } from "../document.ts";
import { documentId } from "../identify/document-id.ts";
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
 * Whether what is held of a file is of these bytes, and of what is declared of it. Where pages were recognised, and this
 * run has no recogniser, the bytes are enough: what `sources.yaml` says anew must not cost what was read of them.
 */
export function isHeldOf(
  document: LibraryDocument,
  file: SourceFile,
  sha256: string,
  isOcr: boolean,
): boolean {
  if (document.id === documentId(file, sha256, document.ocr?.reader)) return true;
  // Whose it is now must be known at once.
  return (
    !isOcr && hasReading(document) && document.sha256 === sha256 && document.home === file.home
  );
}

/** What to tell of a document that is held though something else is declared of it. */
export function tellWaiting(document: LibraryDocument, file: SourceFile | undefined): Problem[] {
  if (file === undefined || !hasReading(document)) return [];
  if (document.id === documentId(file, document.sha256, document.ocr?.reader)) return [];
  const message =
    "What sources.yaml now says of it is taken up by `charm index --ocr`: to read it without would lose the pages that OCR read.";
  return [{ code: "ocr-needed", pages: [], message }];
}

function hasReading({ ocr }: LibraryDocument): boolean {
  return Object.keys(ocr?.pages ?? {}).length > 0;
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
