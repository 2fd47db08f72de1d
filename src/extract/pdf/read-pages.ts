// Takes the bytes of a PDF; tells a sink its pages one by one, in this thread.
import { setImmediate } from "node:timers/promises";
import { assembleLines } from "./assemble-lines.ts";
import { openPdf } from "./open-pdf.ts";
import type { PageSink, PdfReader, RawPage } from "./pdf-reader.ts";
import type { PageParts } from "./read-parts.ts";
import { partOverlaid } from "./watermarks.ts";

/** A reader without limits: a page made to be endless never ends. */
export const plainReader: PdfReader = { read: readPages, close: async () => {} };

async function readPages(
  bytes: Uint8Array,
  from: number,
  sink: PageSink,
  signal?: AbortSignal,
): Promise<void> {
  const pdf = await openPdf(bytes);
  try {
    sink.opened({ pageCount: pdf.pageCount, info: pdf.info, inside: pdf.inside });
    for (let number = from; number <= pdf.pageCount; number += 1) {
      // pdf.js works through a page without a pause; signals and the embedding workers need their turn.
      await setImmediate();
      signal?.throwIfAborted();
      sink.starting(number);
      const page = await pdf.readPage(number).catch(() => null);
      if (page === null) sink.broken(number);
      else {
        sink.page(toRawPage(number, page));
      }
    }
  } finally {
    await pdf.close();
  }
}

function toRawPage(number: number, { main, turned, unmapped, leftOut, files }: PageParts): RawPage {
  const { plain, overlaid } = partOverlaid(main);
  const { label, width, height } = main;
  return {
    number,
    label,
    width,
    height,
    lines: [plain, ...turned].flatMap(assembleLines),
    overlaid: overlaid.runs.length > 0 ? assembleLines(overlaid) : [],
    unmapped,
    leftOut,
    files,
  };
}
