// Takes the bytes of a PDF; gives its pages of lines in reading order, furniture, contents pages and footnotes apart.
import { setImmediate } from "node:timers/promises";
import { CharmError } from "../../errors.ts";
import type { Problem } from "../../document.ts";
import type { Extraction, Line } from "../page.ts";
import { assembleLines } from "./assemble-lines.ts";
import { removeContents } from "./contents.ts";
import { liftFootnotes } from "./footnotes.ts";
import { removeFurniture } from "./furniture.ts";
import { openPdf } from "./open-pdf.ts";

/** A page as assembled, before what repeats from page to page is known. */
export interface RawPage {
  readonly number: number;
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/**
 * @throws CharmError `encrypted`, `unreadable`, or `no-text` when no page has any text (a scan)
 */
export async function extractPdf(
  bytes: Uint8Array,
  options: { signal?: AbortSignal; onPage?: (page: number, of: number) => void } = {},
): Promise<Extraction> {
  const pdf = await openPdf(bytes);
  try {
    const pages: RawPage[] = [];
    const broken: number[] = [];
    for (let number = 1; number <= pdf.pageCount; number += 1) {
      // pdf.js works through a page without a pause; signals and the embedding workers need their turn.
      await setImmediate();
      options.signal?.throwIfAborted();
      try {
        const { main, turned } = await pdf.readPage(number);
        pages.push({ ...main, lines: [main, ...turned].flatMap(assembleLines) });
      } catch {
        broken.push(number);
        pages.push({ number, label: null, width: 0, height: 0, lines: [] });
      }
      options.onPage?.(number, pdf.pageCount);
    }
    return finish(pages, broken, pdf);
  } finally {
    await pdf.close();
  }
}

function finish(
  raw: readonly RawPage[],
  broken: readonly number[],
  pdf: { pageCount: number; info: Extraction["info"] },
): Extraction {
  const empty = raw.filter((page) => page.lines.length === 0 && !broken.includes(page.number));
  if (empty.length + broken.length === raw.length) {
    throw new CharmError(
      "no-text",
      raw.length === broken.length
        ? "None of its pages can be read."
        : "It has no text: its pages are pictures, or blank.",
      { hint: "Run it through text recognition (OCR) and use the result." },
    );
  }
  const problems: Problem[] = [];
  if (broken.length > 0) {
    problems.push({
      code: "pages-unreadable",
      pages: broken,
      message: "These pages cannot be read.",
    });
  }
  if (empty.length > 0) {
    problems.push({
      code: "pages-without-text",
      pages: empty.map((page) => page.number),
      message: "These pages have no text (pictures, scans or blank).",
    });
  }
  const pages = liftFootnotes(removeContents(removeFurniture(raw)));
  return { pages, pageCount: pdf.pageCount, info: pdf.info, problems };
}
