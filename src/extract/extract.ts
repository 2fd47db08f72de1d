// Takes the name of a file and its bytes; gives its pages, by whatever reads its kind.
import { extname } from "node:path";
import { CharmError } from "../errors.ts";
import { adviceFor, readerOf } from "./kinds.ts";
import type { Extraction } from "./page.ts";
import type { ExtractOptions } from "./pdf/extract-pdf.ts";

/** Some 3 million words, as much as 6,000 pages hold, in characters: longer texts are data, or made to fill the memory. */
const longestText = 20_000_000;
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
    return refuseEndless(await read(extname(file).toLowerCase(), bytes, options));
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
  const kind = readerOf(extension);
  if (kind === null) {
    throw new CharmError("unreadable", `Files of the kind “${extension}” are not read.`, {
      hint: adviceFor(extension),
    });
  }
  if (kind.isText && bytes.length > largestText) {
    throw new CharmError("unreadable", "It is larger than any document (over 50 MB of text).", {
      hint: "Split it, or take it out of the corpus.",
    });
  }
  return (await kind.load())(bytes, options);
}

function refuseEndless(extraction: Extraction): Extraction {
  let length = 0;
  for (const { lines, footnotes } of extraction.pages) {
    for (const { text } of lines) length += text.length;
    for (const note of footnotes) for (const { text } of note.lines) length += text.length;
  }
  if (length <= longestText) return extraction;
  throw new CharmError(
    "unreadable",
    "It holds more text than any document (over 3 million words).",
    {
      hint: "If it is genuine, split it into several documents.",
    },
  );
}
