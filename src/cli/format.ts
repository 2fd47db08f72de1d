// Takes numbers, places, problems, or parts of a line; gives them as readers write them.
import type { PageKind, Problem } from "../document.ts";
import type { OcrField } from "../place/ocr-field.ts";
import { writeOcrMark } from "../text/ocr-words.ts";
import { sanitiseLine } from "../text/sanitise.ts";

/** 2103 → `2,103`. */
export function formatCount(count: number): string {
  // Intl.NumberFormat would do the same, and takes 15 ms to load its tables.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** 1 → `1 page`, 2 → `2 pages`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** The parts that are not empty, with the separator between them. */
export function joinParts(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** [3, 4, 5, 9] → `pages 3–5, 9`. */
function formatPages(pages: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last.to + 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  const list = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return `${pages.length === 1 ? "page" : "pages"} ${list.join(", ")}`;
}

/** As a sentence, with the pages it concerns. */
export function describeProblem({ message, pages }: Problem): string {
  const sentence = sanitiseLine(message);
  if (pages.length === 0) return sentence;
  return `${sentence.replace(/\.$/, "")} (${formatPages(pages)}).`;
}

/** A time left of so many seconds (not negative), as roughly as it is known. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 8) return "a few seconds left";
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}

interface PlaceOfDocument extends PageKind, OcrField {
  readonly locator: string | null;
  readonly page: number | null;
  readonly pageEnd?: number | null;
  /** The number printed on the page, where it is another. */
  readonly pageLabel?: string;
}

/** `28(2)(c), p. 22`; `10.9, pp. 52–53`; empty where neither is known. */
export function formatPlace(place: PlaceOfDocument): string {
  const { locator, page, pageEnd, pageKind, pageLabel, ocr } = place;
  const isPage = /^pages? /.test(locator ?? "");
  const last = pageEnd ?? page;
  const pages = page === null || isPage ? "" : page === last ? `p. ${page}` : `pp. ${page}–${last}`;
  const saved = pageKind === "saved" && pages !== "" ? `${pages} as last saved in Word` : pages;
  const printed = pageLabel === undefined ? "" : `(printed ${pageLabel})`;
  const seen = ocr === undefined || page === null ? "" : `(${writeOcrMark(ocr.confidence)})`;
  return joinParts([joinParts([locator ?? "", saved], ", "), printed, seen], " ");
}
