// Takes the name of a file and its bytes; gives its pages, by whatever reads its kind.
import { extname } from "node:path";
import { CharmError } from "../errors.ts";
import type { Extraction } from "./page.ts";
import type { PdfReader } from "./pdf/pdf-reader.ts";

export interface NamedFile {
  /** Name or path; its extension says of what kind the file is. */
  readonly file: string;
}

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Called after each page, for formats that have pages. */
  readonly onPage?: (page: number, of: number) => void;
  /** Reads PDFs; in this process and without limits when left out. */
  readonly reader?: PdfReader;
}

/** Text formats beyond this size, in bytes, are data and no documents. */
const largestText = 50_000_000;

/**
 * What reads a kind of file is loaded when the first such file comes.
 * @throws CharmError `encrypted`, `no-text` or `unreadable`, with a message that goes on from the file's name;
 *   the signal's reason when it is aborted
 */
export async function extract(
  { file }: NamedFile,
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Extraction> {
  options.signal?.throwIfAborted();
  try {
    return await read(extname(file).toLowerCase(), bytes, options);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof CharmError) throw cause;
    throw new CharmError("unreadable", "It is damaged, or not what its name says.", {
      hint: "Open it in the program that made it and save it again.",
      cause,
    });
  }
}

async function read(
  extension: string,
  bytes: Uint8Array,
  options: ExtractOptions,
): Promise<Extraction> {
  if (bytes.length === 0) {
    throw new CharmError("no-text", "It is empty.", {
      hint: "Take it out of the corpus, or save it again.",
    });
  }
  if (extension === ".pdf") {
    const { extractPdf } = await import("./pdf/extract-pdf.ts");
    return extractPdf(bytes, options);
  }
  if (extension === ".docx") {
    const { extractDocx } = await import("./flow/extract-docx.ts");
    return extractDocx(bytes);
  }
  if (bytes.length > largestText) {
    throw new CharmError("unreadable", "It is larger than any document (over 50 MB of text).", {
      hint: "Split it, or take it out of the corpus.",
    });
  }
  if (extension === ".txt") {
    const { extractTxt } = await import("./flow/extract-txt.ts");
    return extractTxt(bytes);
  }
  if (extension === ".md") {
    const { extractMd } = await import("./flow/extract-md.ts");
    return extractMd(bytes);
  }
  if (extension === ".html" || extension === ".htm") {
    const { extractHtml } = await import("./flow/extract-html.ts");
    return extractHtml(bytes);
  }
  throw new CharmError("unreadable", `Files of the kind “${extension}” are not read.`, {
    hint: "Save it as PDF, .docx, .html, .md or .txt.",
  });
}
