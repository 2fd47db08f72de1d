// Opens a PDF through pdf-parse and reads its pages as runs of text with positions.
import { PDFParse } from "pdf-parse";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import { CharmError } from "../../errors.ts";
import { cleanText } from "../clean-text.ts";
import { findEdges, noEdges } from "./drawn-edges.ts";
import { hasSideBySideText } from "./side-by-side.ts";
import type { RunPage, TextRun } from "./text-run.ts";

export interface OpenPdf {
  readonly pageCount: number;
  readonly info: {
    title: string | null;
    author: string | null;
    producer: string | null;
    created: string | null;
  };
  readPage(number: number): Promise<RunPage>;
  close(): Promise<void>;
}

/** Opens a PDF. @throws CharmError `encrypted` when it needs a password, `unreadable` when it is no usable PDF */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const parser = new PDFParse({ data: bytes, verbosity: 0, stopAtErrors: false });
  let pdf: PDFDocumentProxy;
  try {
    // pdf-parse keeps pdf.js's document behind a method that its types call private; its public methods give
    // text without positions, and positions are what reading order rests on.
    pdf = await (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
  } catch (cause) {
    throw openFailure(cause);
  }
  const labels = await pdf.getPageLabels().catch(() => null);
  const fonts = new Map<string, FontLook>();
  return {
    pageCount: pdf.numPages,
    info: await readInfo(pdf),
    readPage: async (number) => {
      const page = await pdf.getPage(number);
      try {
        return await readRuns(page, labels?.[number - 1] ?? null, fonts);
      } finally {
        page.cleanup();
      }
    },
    close: () => parser.destroy(),
  };
}

function openFailure(cause: unknown): CharmError {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "PasswordException" || /password/i.test(String(cause))) {
    return new CharmError("encrypted", "It is protected by a password.", {
      hint: "Save a copy without a password and put that in the corpus.",
      cause,
    });
  }
  return new CharmError("unreadable", "It is not a readable PDF (damaged or not a PDF at all).", {
    hint: "Open it in a PDF viewer; if that works, print it to a new PDF and use that.",
    cause,
  });
}

async function readInfo(pdf: PDFDocumentProxy): Promise<OpenPdf["info"]> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = (metadata?.info ?? {}) as Record<string, unknown>;
  const text = (key: string) => {
    const value = info[key];
    return typeof value === "string" && value.trim() !== "" ? cleanText(value).trim() : null;
  };
  const created = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text("CreationDate") ?? "");
  return {
    title: text("Title"),
    author: text("Author"),
    producer: text("Producer"),
    created: created ? created.slice(1).filter(Boolean).join("-") : null,
  };
}

interface FontLook {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

async function readRuns(
  page: PDFPageProxy,
  label: string | null,
  fonts: Map<string, FontLook>,
): Promise<RunPage> {
  const content = await page.getTextContent();
  await learnFonts(page, content.items, fonts);
  const viewport = page.getViewport({ scale: 1 });
  const runs: TextRun[] = [];
  let spaced = true;
  for (const item of content.items) {
    if (!("str" in item)) continue;
    if (item.str.trim() === "") {
      spaced = true;
      continue;
    }
    const look = fonts.get(item.fontName);
    const place = placeRun(item.transform as number[], viewport.transform as number[]);
    if (place === null) continue;
    runs.push({
      text: item.str,
      left: place.x,
      right: place.x + item.width,
      baseline: place.y,
      size: place.size,
      font: look?.name ?? item.fontName,
      bold: look?.bold ?? false,
      italic: look?.italic ?? false,
      spaced,
    });
    spaced = item.hasEOL;
  }
  const page_ = {
    number: page.pageNumber,
    label,
    width: viewport.width,
    height: viewport.height,
    runs: uprightRuns(runs, content.items.length),
  };
  const edges = hasSideBySideText(page_.runs)
    ? await findEdges(page, viewport.transform as number[])
    : noEdges;
  return { ...page_, ...edges };
}

/** Text drawn twice for a bold effect comes as two runs on one spot; one is enough. */
function uprightRuns(runs: TextRun[], items: number): TextRun[] {
  if (items < 2) return runs;
  const seen = new Set<string>();
  return runs.filter((run) => {
    const key = `${run.text}\u0000${Math.round(run.left)}\u0000${Math.round(run.baseline)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function placeRun(run: number[], view: number[]): { x: number; y: number; size: number } | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = run;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const directionX = va * a + vc * b;
  const directionY = vb * a + vd * b;
  // Text running up or down the page (margin stamps, watermarks) has no place among its lines.
  if (Math.abs(directionY) > Math.abs(directionX)) return null;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  return { x: va * e + vc * f + ve, y: vb * e + vd * f + vf, size };
}

/**
 * Finds the real names of fonts not met before. pdf.js hands them over only with a page's drawing operators, which
 * cost more than its text, so they are asked for only on the pages where a new font appears.
 */
async function learnFonts(
  page: PDFPageProxy,
  items: readonly object[],
  fonts: Map<string, FontLook>,
): Promise<void> {
  const unknown = new Set<string>();
  for (const item of items) {
    if ("fontName" in item && !fonts.has(String(item.fontName))) unknown.add(String(item.fontName));
  }
  if (unknown.size === 0) return;
  await page.getOperatorList().catch(() => null);
  for (const key of unknown) {
    const font = page.commonObjs.has(key)
      ? (page.commonObjs.get(key) as { name?: string; bold?: boolean; italic?: boolean } | null)
      : null;
    const name = font?.name ?? key;
    fonts.set(key, {
      name: name.replace(/^[A-Z]{6}\+/, ""),
      bold: font?.bold === true || /bold|black|heavy|demi|semib/i.test(name),
      italic: font?.italic === true || /ital|obli/i.test(name),
    });
  }
}
