// What reads the pages of a PDF, here or in a thread of its own, and whom it tells.
import type { Extraction, Line, Page } from "../page.ts";
import type { PageLeftOut } from "./read-parts.ts";

/** A page as assembled, before what repeats from page to page is known. */
export interface RawPage extends Omit<Page, "footnotes"> {
  readonly number: number;
  /** Share of its characters that the fonts give no letter for, from 0 to 1. */
  readonly unmapped: number;
  /** Lines that may be watermarks, in no order with the others. */
  readonly overlaid: readonly Line[];
  readonly leftOut: readonly PageLeftOut[];
  /** Names of files that are attached to a place on the page. */
  readonly files: readonly string[];
}

/** What a PDF holds besides its pages. */
export interface FilesInside {
  /** Names of attached files, those of a portfolio among them. */
  readonly files: readonly string[];
  /** A form whose pages only Adobe's programs draw. */
  readonly isXfa: boolean;
}

export interface OpenedPdf {
  readonly pageCount: number;
  readonly info: Extraction["info"];
  readonly inside: FilesInside;
}

/**
 * Told in this order: `opened`, then for each page `starting` (again where it is tried again) and one of `page`, `broken`
 * and `givenUp`.
 */
export interface PageSink {
  opened(pdf: OpenedPdf): void;
  starting(page: number): void;
  page(page: RawPage): void;
  /** The page cannot be read; the others may. */
  broken(page: number): void;
  /** The page went beyond the limits, and may be read another time. */
  givenUp(page: number): void;
}

export interface PdfReader {
  /**
   * @param from first page wanted, counted from 1
   * @throws CharmError `encrypted` or `unreadable`, caused by `beyondLimits` where that is why; the signal's reason when it is aborted
   */
  read(bytes: Uint8Array, from: number, sink: PageSink, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
