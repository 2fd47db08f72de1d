// Takes a report in Markdown and the form it is wanted in; gives the bytes of the file.
import { CharmError } from "../errors.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { DocumentControl, Text } from "./blocks.ts";
import type { CitedPage } from "./html/pages/cited-page.ts";
import { toWritable } from "./lex-markdown.ts";
import { readText } from "./read-text.ts";
import type { Running } from "./running.ts";

/** Forms that are written here; a PDF is made of the Word file (`word/print-pdf.ts`). */
export type ExportFormat = "docx" | "html";

/** Pages of longer texts, in characters, are not estimated: those of this one take five seconds. */
const longestEstimated = 400_000;

/** A Word file that takes part, and how messages name it. */
export interface WordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ExportRequest {
  readonly markdown: string;
  readonly format: ExportFormat;
  /** Name of the home for the header; null or left out for what a table of document control says. */
  readonly home?: string | null;
  /** For the footer; what is null or left out is taken from a table of document control. */
  readonly control?: Partial<DocumentControl>;
  /** For Word: the client's file that the text is put into; null or left out for none. */
  readonly template?: WordFile | null;
  /** For Word: the file is to be printed by LibreOffice, which finds the page numbers of the contents itself. */
  readonly printed?: boolean;
  /** For Word: an older version, against which changes are tracked; null or left out for none. */
  readonly redline?: WordFile | null;
  /** For HTML: shows the pages that the text cites; null or left out for none. */
  readonly showPages?: ((text: Text) => Promise<readonly CitedPage[]>) | null;
}

/**
 * The same request, the same bytes.
 * @throws CharmError `export-empty`, `export-too-deep`, `export-columns`; `template-unusable` and `redline-unusable` with what is wrong with the file
 */
export async function exportReport(request: ExportRequest): Promise<Uint8Array> {
  const text = readText(request.markdown);
  const { home, control } = request;
  const running: Running = {
    home: settle(home, text.home),
    control: {
      number: settle(control?.number, text.control.number),
      version: settle(control?.version, text.control.version),
      reviewDate: settle(control?.reviewDate, text.control.reviewDate),
    },
  };
  if (request.format === "html") {
    const { writeHtml } = await import("./html/write-html.ts");
    const pages = (await request.showPages?.(text)) ?? [];
    return new TextEncoder().encode(writeHtml(text, running, pages));
  }
  // It takes a while to load, and few runs need it.
  const { writeDocx } = await import("./word/write-docx.ts");
  const { template = null, redline = null, printed = false } = request;
  // How a client's file lays the text out is not known here, nor how much room words take that are gone.
  const known =
    template === null && redline === null && request.markdown.length <= longestEstimated;
  const pages = printed ? "live" : known ? "estimated" : "none";
  let bytes: Uint8Array;
  if (template === null) bytes = await writeDocx(text, running, { room: null, pages });
  else {
    const { putIntoTemplate, roomOf } = await import("./word/into-template.ts");
    const { checkTemplate } = await import("./word/check-template.ts");
    naming("template", template, checkTemplate);
    const room = roomOf(template.bytes);
    const written = await writeDocx(text, running, { room, pages });
    bytes = naming("template", template, (into) => putIntoTemplate(written, into));
  }
  if (redline === null) return bytes;
  const { redline: compare } = await import("./word/redline.ts");
  return naming("redline", redline, (before) => compare(bytes, before));
}

/** What is said first, else what the text says, on one line. */
function settle(said: string | null | undefined, inText: string | null): string | null {
  const line = sanitiseLine(toWritable(said ?? inText ?? ""));
  return line === "" ? null : line;
}

/** What is wrong with a file is told with its name. */
function naming<T>(
  role: "template" | "redline",
  { name, bytes }: WordFile,
  work: (bytes: Uint8Array) => T,
): T {
  try {
    return work(bytes);
  } catch (cause) {
    if (!(cause instanceof CharmError)) throw cause;
    const { message, hint } = cause;
    throw new CharmError(`${role}-unusable`, `${name} cannot be used. ${message}`, {
      ...(hint === null ? {} : { hint }),
      cause,
    });
  }
}
