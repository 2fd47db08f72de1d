// Every kind of file that a corpus may hold: what reads it, or what its owner can do to have it read.
import type { Extraction } from "./page.ts";
import type { ExtractOptions } from "./pdf/extract-pdf.ts";

export type Reader = (
  bytes: Uint8Array,
  options: ExtractOptions,
) => Extraction | Promise<Extraction>;

/** Kinds that are read. The reader is loaded when the first such file comes. */
export interface ReadKind {
  readonly load: () => Promise<Reader>;
  /** Files that are nothing but text; very long ones are data. */
  readonly isText?: true;
}

const html: ReadKind = {
  load: async () => (await import("./flow/extract-html.ts")).extractHtml,
  isText: true,
};
const md: ReadKind = {
  load: async () => (await import("./flow/extract-md.ts")).extractMd,
  isText: true,
};
const txt: ReadKind = {
  load: async () => (await import("./flow/extract-txt.ts")).extractTxt,
  isText: true,
};
const word: ReadKind = {
  load: async () => (await import("./word/extract-docx.ts")).extractDocx,
};
const openDocument: ReadKind = {
  load: async () => (await import("./open-document/extract-odt.ts")).extractOdt,
};
const rtf: ReadKind = { load: async () => (await import("./rtf/extract-rtf.ts")).extractRtf };
const sheets: ReadKind = {
  load: async () => (await import("./sheets/extract-xlsx.ts")).extractXlsx,
};
const slides: ReadKind = {
  load: async () => (await import("./slides/extract-pptx.ts")).extractPptx,
};
const pdf: ReadKind = {
  load: async () => (await import("./pdf/extract-pdf.ts")).extractPdf,
};

const asWord = "Open it in the program that made it and save it as .docx.";
const asPdf = "Open it in the program that made it and save it as PDF.";
const asTable = "Save its sheets as PDF, or copy the tables into a .docx.";
const asMessage = "Save the message as PDF or .txt, and its attachments beside it.";
const asScan = "Where words stand in the picture, save it as a PDF with recognised text (OCR).";
const asWords = "Write down what is said in it, as .docx or .txt.";
const unpack = "Unpack it, and put the documents in it here.";
const theFile = "It only points to a document; put the document itself here.";

/**
 * By extension, in small letters. To have a kind read, put its reader in the place of the advice. Files of kinds that
 * are not named here are told of too.
 */
const kinds: Readonly<Record<string, ReadKind | string>> = {
  ".pdf": pdf,
  ".docx": word,
  ".docm": word,
  ".dotx": word,
  ".dotm": word,
  ".html": html,
  ".htm": html,
  ".xhtml": html,
  ".md": md,
  ".markdown": md,
  ".txt": txt,
  ".text": txt,
  ".doc": asWord,
  ".dot": asWord,
  ".rtf": rtf,
  ".odt": openDocument,
  ".ott": openDocument,
  ".pages": asWord,
  ".wps": asWord,
  ".wpd": asWord,
  ".xlsx": sheets,
  ".xlsm": sheets,
  ".xls": asTable,
  ".ods": asTable,
  ".numbers": asTable,
  ".csv": asTable,
  ".tsv": asTable,
  ".pptx": slides,
  ".pptm": slides,
  ".ppt": asPdf,
  ".ppsx": slides,
  ".odp": asPdf,
  ".key": asPdf,
  ".pub": asPdf,
  ".vsdx": asPdf,
  ".one": asPdf,
  ".epub": asPdf,
  ".xps": asPdf,
  ".msg": asMessage,
  ".eml": asMessage,
  ".mht": "Open it in a browser and save it as .html.",
  ".mhtml": "Open it in a browser and save it as .html.",
  ".jpg": asScan,
  ".jpeg": asScan,
  ".png": asScan,
  ".gif": asScan,
  ".bmp": asScan,
  ".tif": asScan,
  ".tiff": asScan,
  ".heic": asScan,
  ".webp": asScan,
  ".svg": asScan,
  ".mp3": asWords,
  ".m4a": asWords,
  ".wav": asWords,
  ".mp4": asWords,
  ".mov": asWords,
  ".zip": unpack,
  ".rar": unpack,
  ".7z": unpack,
  ".gz": unpack,
  ".tar": unpack,
  ".lnk": theFile,
  ".url": theFile,
  ".webloc": theFile,
  ".gdoc": theFile,
  ".gsheet": theFile,
  "": "If it is a document, give it the extension of what it is.",
};

/** What reads files with such an extension; null where nothing does. @param extension with its dot, in any letters */
export function readerOf(extension: string): ReadKind | null {
  const kind = kinds[extension.toLowerCase()];
  return typeof kind === "object" ? kind : null;
}

/** What to do with a file that is not read. @param extension with its dot, in any letters; may be empty */
export function adviceFor(extension: string): string {
  const kind = kinds[extension.toLowerCase()];
  return typeof kind === "string" ? kind : "Save it as PDF or .docx.";
}

/** Extensions of the documents that are read. */
export function readExtensions(): string[] {
  return Object.keys(kinds).filter((extension) => readerOf(extension) !== null);
}

/** The same as alternatives of a regular expression, the longest first: `.docx` before `.doc`. */
export function readEndings(): string {
  return readExtensions()
    .toSorted((a, b) => b.length - a.length)
    .map((ending) => ending.replace(".", "\\."))
    .join("|");
}
