// Takes the name of a file and its bytes; gives its pages, by whatever reads its kind.
import { extname } from "node:path";
import { CharmError } from "../errors.ts";
import type { Extraction } from "./page.ts";
import type { ExtractOptions } from "./pdf/extract-pdf.ts";

type Reader = (bytes: Uint8Array, options: ExtractOptions) => Extraction | Promise<Extraction>;

const loadWord = async (): Promise<Reader> => (await import("./word/extract-docx.ts")).extractDocx;
const loadHtml = async (): Promise<Reader> => (await import("./flow/extract-html.ts")).extractHtml;

/** What reads each kind of file, loaded when the first such file comes. */
const readers = new Map<string, () => Promise<Reader>>([
  [".pdf", async () => (await import("./pdf/extract-pdf.ts")).extractPdf],
  [".docx", loadWord],
  [".docm", loadWord],
  [".dotx", loadWord],
  [".txt", async () => (await import("./flow/extract-txt.ts")).extractTxt],
  [".md", async () => (await import("./flow/extract-md.ts")).extractMd],
  [".html", loadHtml],
  [".htm", loadHtml],
]);

const textKinds = new Set([".txt", ".md", ".html", ".htm"]);
/** Text formats beyond this size, in bytes, are data and no documents. */
const largestText = 50_000_000;

/**
 * @param file name or path; its extension says of what kind the file is
 * @throws CharmError `encrypted`, `no-text` or `unreadable`, with a message that goes on from the file's name;
 *   the signal's reason when it is aborted
 */
export async function extract(
  { file }: { readonly file: string },
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
  if (textKinds.has(extension) && bytes.length > largestText) {
    throw new CharmError("unreadable", "It is larger than any document (over 50 MB of text).", {
      hint: "Split it, or take it out of the corpus.",
    });
  }
  const load = readers.get(extension);
  if (load) return (await load())(bytes, options);
  throw new CharmError("unreadable", `Files of the kind “${extension}” are not read.`, {
    hint: "Save it as PDF, .docx, .html, .md or .txt.",
  });
}
