// Takes a document's pages; gives them without furniture and without what cannot be read, and says what is missing.
import type { Problem } from "../../document.ts";
import { CharmError } from "../../errors.ts";
import { beyondLimits, unreadablePdf } from "../refusals.ts";
import { type CleanPages, removeFurniture } from "./furniture.ts";
import { leaveOut, openLosses, tellLosses } from "../losses.ts";
import type { LeftOut } from "../page.ts";
import { describeFilesInside, removeNotices } from "./files-inside.ts";
import type { FilesInside, RawPage } from "./pdf-reader.ts";
import { removeWatermarks } from "./watermarks.ts";

/** From this share of characters without a letter on, what is left of a page is nonsense. */
const mostUnmapped = 0.2;
/** Less text than this on every page, in letters, ... */
const fewestLetters = 30;
/** ... in a file with this many bytes for each letter, is a stamp on scans. */
const mostBytesPerLetter = 1000;

export interface UnreadPages {
  readonly broken: readonly number[];
  /** Beyond the limits; none when left out. */
  readonly givenUp?: readonly number[];
  /** Pages that were given to a recogniser; left out where there was none. */
  readonly ocr?: {
    /** Whose text is what it found. */
    readonly read: readonly number[];
    readonly failed: readonly number[];
  };
}

/**
 * Numbers of the pages whose text is not in the file: a recogniser may find it in their pictures. Pages that only say in
 * which program they can be seen are none of them.
 */
export function listTextless(
  raw: readonly RawPage[],
  { broken, givenUp = [] }: UnreadPages,
  bytes: number,
  opened: FilesInside,
): number[] {
  const unread = [...broken, ...givenUp];
  const { noticed, cleaned, garbled, empty } = cleanPages(raw, opened, unread);
  const notices = new Set(noticed.leftOut.map(({ page }) => page));
  const all = !hasText(cleaned.pages, bytes);
  return raw
    .map(({ number }) => number)
    .filter((number) => !unread.includes(number) && !notices.has(number))
    .filter((number) => all || garbled.includes(number) || empty.includes(number));
}

/** @param unread numbers of pages that are none */
function cleanPages(raw: readonly RawPage[], opened: FilesInside, unread: readonly number[]) {
  const garbled = raw.filter((page) => page.unmapped > mostUnmapped).map((page) => page.number);
  const files = [...opened.files, ...raw.flatMap((page) => page.files)];
  const inside = { ...opened, files: [...new Set(files)] };
  const noticed = removeNotices(
    raw.map((page) => (garbled.includes(page.number) ? { ...page, lines: [] } : page)),
    inside,
  );
  const marked = removeWatermarks(noticed.pages);
  const cleaned = removeFurniture(marked.pages);
  const empty = cleaned.pages
    .filter((page) => page.lines.length === 0)
    .map((page) => page.number)
    .filter((number) => ![...unread, ...garbled].includes(number));
  return { noticed, marked, cleaned, garbled, empty, inside };
}

/**
 * @throws CharmError `no-text` when no page has any text that can be read; `unreadable` when no page can be read,
 *   caused by `beyondLimits` where one of them was given up
 */
export function judgePages(
  raw: readonly RawPage[],
  { broken, givenUp: beyond = [], ocr }: UnreadPages,
  bytes: number,
  opened: FilesInside = { files: [], isXfa: false },
): CleanPages & { problems: Problem[] } {
  if (raw.length > 0 && broken.length + beyond.length === raw.length) {
    const message = "None of its pages can be read.";
    throw unreadablePdf(message, beyond.length > 0 ? beyondLimits : undefined);
  }
  const { noticed, marked, cleaned, garbled, empty, inside } = cleanPages(raw, opened, [
    ...broken,
    ...beyond,
  ]);
  const usable = cleaned.pages;
  const recognised = usable.filter(({ number }) => ocr?.read.includes(number));
  if (!hasText(usable, bytes) && !hasWords(recognised))
    throw beyond.length > 0
      ? unreadablePdf("The pages that can be read hold no text.", beyondLimits)
      : noText(garbled.length > 0, inside, ocr);
  const problems: Problem[] = [
    { code: "pages-unreadable", pages: broken, message: "These pages cannot be read." },
    {
      code: "pages-given-up",
      pages: beyond,
      message:
        "These pages take more work or memory than a page may; the next `charm index` tries them again.",
    },
    {
      code: "pages-without-text",
      pages: empty,
      message: `These pages have no text (pictures, scans or blank)${ocr === undefined ? "; `charm index --ocr` reads scans" : ""}.`,
    },
    {
      code: "garbled-text",
      pages: garbled,
      message:
        "The text of these pages cannot be told from the file: its fonts do not name their letters.",
    },
  ];
  const hidden = raw.flatMap(({ number, leftOut }) =>
    leftOut.map((one) => ({ page: number, ...one })),
  );
  return {
    ...cleaned,
    leftOut: [...hidden, ...noticed.leftOut, ...marked.leftOut, ...cleaned.leftOut],
    problems: [
      ...problems.filter(({ pages }) => pages.length > 0),
      ...describeHidden(hidden),
      ...describeFilesInside(inside),
    ],
  };
}

/** Words that the file holds and that a reader of its pages does not see, or sees struck out. */
function describeHidden(leftOut: readonly LeftOut[]): readonly Problem[] {
  const losses = openLosses();
  // Single letters are left by what wrote the file.
  for (const { reason, text, page } of leftOut)
    if (/[\p{L}\d]{2}/u.test(text)) leaveOut(losses, reason, text, { page });
  return tellLosses(losses).problems;
}

/** True when there are words, and more than the stamp on a scan. */
function hasText(pages: readonly RawPage[], bytes: number): boolean {
  const texts = pages.map((page) => page.lines.map((line) => line.text).join(" "));
  const letters = texts.map((text) => text.replace(/\s/g, "").length);
  const all = letters.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...letters);
  if (most < fewestLetters && !hasWords(pages)) return false;
  return most >= fewestLetters || bytes < mostBytesPerLetter * all;
}

function hasWords(pages: readonly RawPage[]): boolean {
  return pages.some(({ lines }) => /\p{L}{2}/u.test(lines.map(({ text }) => text).join(" ")));
}

function noText(isGarbled: boolean, inside: FilesInside, ocr: UnreadPages["ocr"]): CharmError {
  if (ocr !== undefined && ocr.failed.length > 0)
    return new CharmError(
      "no-text",
      `It has no text, and the pictures of its pages (${ocr.failed.join(", ")}) take more work or memory than a page may, or cannot be drawn.`,
      { hint: "Scan it anew, at 300 dots an inch.", cause: beyondLimits },
    );
  if (ocr !== undefined)
    return new CharmError("no-text", "It has no text, and none was found in its pictures.", {
      hint: "Scan it anew, straight and at 300 dots an inch, or take it out of the corpus.",
    });
  const [problem] = describeFilesInside(inside);
  if (problem && !isGarbled)
    return new CharmError("no-text", `Its pages have no text of their own. ${problem.message}`);
  return new CharmError(
    "no-text",
    isGarbled
      ? "Its text cannot be told from the file: its fonts do not name their letters."
      : "It has no text: its pages are pictures, or blank.",
    {
      hint: "`charm index --ocr` reads the pictures of such pages; or run it through another program for text recognition (OCR) and use the result.",
    },
  );
}
