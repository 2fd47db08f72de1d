// Takes the bytes of a PDF and the pages that are cited; gives where their quotes stand, and the pages as pictures.
import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import { drawPage, type Picture, type PictureLimits } from "./draw-page.ts";
import { readDrawnPage } from "./drawn-text.ts";
import { findHidden, listGlyphs, type Glyph } from "./glyphs.ts";
import { loadPdfjs, pdfjsFolder } from "./load-pdfjs.ts";
import { toMatrix } from "./matrix.ts";
import { placeQuotes, type Rect } from "./place-quotes.ts";

export interface WantedPage {
  /** Counted from 1. */
  readonly page: number;
  readonly quotes: readonly string[];
  /** How far the picture is turned to the right, in degrees that divide by 90; not at all when left out. */
  readonly turn?: number;
}

export interface SeenPage {
  readonly page: number;
  /** For each quote; empty where it cannot be placed for certain. */
  readonly rects: readonly (readonly Rect[])[];
  /** Null where it was not asked for, or cannot be drawn. */
  readonly picture: Picture | null;
}

/** Pictures inside a page of more pixels are left out of the drawing: they could fill the memory. A4 at 600 an inch has 35 million. */
const largestImage = 40_000_000;

/**
 * @param limits null where no pictures are wanted
 * @throws what pdf.js throws where the file cannot be opened
 */
export async function* lookAtPages(
  bytes: Uint8Array,
  wanted: readonly WantedPage[],
  limits: PictureLimits | null,
): AsyncGenerator<SeenPage> {
  const { PDFParse } = await loadPdfjs();
  const at = (folder: string) => fileURLToPath(new URL(folder, pdfjsFolder()));
  const parser = new PDFParse({
    data: bytes.slice(),
    verbosity: 0,
    stopAtErrors: false,
    isEvalSupported: false,
    cMapUrl: at("cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: at("standard_fonts/"),
    wasmUrl: at("wasm/"),
    maxImageSize: limits === null ? 1 : largestImage,
  });
  try {
    // As in open-pdf.ts.
    const pdf = await (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
    for (const one of wanted) yield await lookAt(pdf, one, limits);
  } finally {
    await parser.destroy();
  }
}

async function lookAt(
  pdf: PDFDocumentProxy,
  { page: number, quotes, turn }: WantedPage,
  limits: PictureLimits | null,
): Promise<SeenPage> {
  const blank: SeenPage = { page: number, rects: quotes.map(() => []), picture: null };
  const page = await pdf.getPage(number).catch(() => null);
  if (page === null) return blank;
  try {
    const glyphs = await readGlyphs(page).catch(() => []);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const shown = { width, height, view: toMatrix(transform as number[]) };
    const alone = placeQuotes(quotes, glyphs, null, shown);
    const next = alone.some((rects) => rects.length === 0) ? await readNext(pdf, number) : null;
    const rects = next === null ? alone : placeQuotes(quotes, glyphs, next, shown);
    const picture = limits === null ? null : await drawPage(page, limits, turn).catch(() => null);
    return { page: number, rects, picture };
  } finally {
    page.cleanup();
  }
}

async function readNext(pdf: PDFDocumentProxy, number: number): Promise<readonly Glyph[] | null> {
  if (number >= pdf.numPages) return null;
  const page = await pdf.getPage(number + 1).catch(() => null);
  return page === null ? null : readGlyphs(page).catch(() => null);
}

async function readGlyphs(page: PDFPageProxy): Promise<readonly Glyph[]> {
  const drawn = await readDrawnPage(page);
  return findHidden(drawn, page.view) ?? listGlyphs(drawn);
}
