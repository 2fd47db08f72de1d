// Opens a PDF through pdf-parse and reads its pages as runs of text with positions.
import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.js";
import type { CharmError } from "../../errors.ts";
import { cleanText, tidyText } from "../../text/clean-text.ts";
import { passwordNeeded, unreadablePdf } from "../refusals.ts";
import { readFilesInside } from "./files-inside.ts";
import type { FontLook } from "./font-looks.ts";
import { loadPdfjs, pdfjsFolder } from "./load-pdfjs.ts";
import type { OpenedPdf } from "./pdf-reader.ts";
import { readParts, type PageParts } from "./read-parts.ts";

export interface OpenPdf extends OpenedPdf {
  /** Text that reads in the page's main direction first; what is turned against it as parts of their own. */
  readPage(number: number): Promise<PageParts>;
  close(): Promise<void>;
}

/** Opens a PDF. @throws CharmError `encrypted` when it needs a password, `unreadable` when it is no usable PDF */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { PDFParse } = await loadPdfjs();
  const parser = new PDFParse({
    // pdf.js takes what it is given out of the caller's hands.
    data: bytes.slice(),
    verbosity: 0,
    stopAtErrors: false,
    cMapUrl: fileURLToPath(new URL("cmaps/", pdfjsFolder())),
    cMapPacked: true,
    // Pictures are skipped undecoded: they hold no text, and a hostile one could fill the memory.
    maxImageSize: 1,
  });
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
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = (metadata?.info ?? {}) as Record<string, unknown>;
  return {
    pageCount: pdf.numPages,
    info: readInfo(info),
    inside: await readFilesInside(pdf, info),
    readPage: async (number) => {
      const page = await pdf.getPage(number);
      try {
        return await readParts(page, usableLabel(labels?.[number - 1]), fonts);
      } finally {
        page.cleanup();
      }
    },
    close: () => parser.destroy(),
  };
}

/** Longer numbers of pages, in characters, are none that anybody prints or cites. */
const longestLabel = 20;

function usableLabel(label: string | undefined): string | null {
  if (label === undefined || label.length > longestLabel) return null;
  return tidyText(label) || null;
}

function openFailure(cause: unknown): CharmError {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "PasswordException" || /password/i.test(String(cause))) return passwordNeeded(cause);
  return unreadablePdf("It is not a readable PDF (damaged or not a PDF at all).", cause);
}

function readInfo(info: Readonly<Record<string, unknown>>): OpenPdf["info"] {
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
