// Takes the bytes of a PDF; gives its pages of lines in reading order, furniture, contents pages and footnotes apart.
import { noInfo, type Extraction, type LeftOut } from "../page.ts";
import { removeContents } from "./contents.ts";
import { liftFootnotes } from "./footnotes.ts";
import { splitLeaders } from "./leader-rows.ts";
import { judgePages, listTextless, type UnreadPages } from "./judge-pages.ts";
import { describeReading } from "./ocr/describe-reading.ts";
import { readPictures, type OcrMeans, type ReadPictures } from "./ocr/read-pictures.ts";
import type { OpenedPdf, PdfReader, RawPage } from "./pdf-reader.ts";
import { plainReader } from "./read-pages.ts";

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Called after each page, for formats that have pages. */
  readonly onPage?: (page: number, of: number) => void;
  /** What reads the pages of a PDF; `openGuardedReader` gives one that no file can hold up. Without it, this thread does. */
  readonly reader?: PdfReader;
  /** What reads the pictures of pages without text. Without it, they stay unread. */
  readonly ocr?: OcrMeans;
}

const nothing: OpenedPdf = { pageCount: 0, info: noInfo, inside: { files: [], isXfa: false } };

/**
 * @throws CharmError `encrypted`, `unreadable`, or `no-text` when no page has any text that can be read (a scan)
 */
export async function extractPdf(
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Extraction> {
  const size = bytes.length;
  const pages: RawPage[] = [];
  const broken: number[] = [];
  const givenUp: number[] = [];
  let pdf: OpenedPdf | null = null;
  const add = (page: RawPage) => {
    pages.push(page);
    options.onPage?.(page.number, pdf?.pageCount ?? 0);
  };
  await (options.reader ?? plainReader).read(
    bytes,
    1,
    {
      opened: (opened) => (pdf = opened),
      starting: () => {},
      page: add,
      broken: (number) => {
        broken.push(number);
        add(blankPage(number));
      },
      givenUp: (number) => {
        givenUp.push(number);
        add(blankPage(number));
      },
    },
    options.signal,
  );
  const opened = (pdf as OpenedPdf | null) ?? nothing;
  const { pageCount, info, inside } = opened;
  const pictures = await readTextless(
    { bytes, pages, unread: { broken, givenUp }, opened },
    options,
  );
  const ocr = pictures && { read: [...pictures.pages.keys()], failed: pictures.failed };
  const {
    pages: usable,
    problems,
    running,
    leftOut,
  } = judgePages(
    pages.map((page) => pictures?.pages.get(page.number) ?? page),
    { broken, givenUp, ...(ocr === null ? {} : { ocr }) },
    size,
    inside,
  );
  const reading = pictures && {
    reader: options.ocr?.recogniser.id ?? "",
    pages: pictures.readings,
  };
  const contents = removeContents(usable);
  const rows = contents.pages.map((page) => ({ ...page, lines: page.lines.map(splitLeaders) }));
  return {
    form: "printed",
    pages: liftFootnotes(rows),
    pageCount,
    info,
    problems: [...problems, ...(reading ? describeReading(reading, pictures?.failed ?? []) : [])],
    running,
    leftOut: byPage([...leftOut, ...contents.leftOut]),
    ...(reading === null ? {} : { ocr: reading }),
  };
}

/** Null where there is no recogniser, or no page needs one. */
async function readTextless(
  file: {
    readonly bytes: Uint8Array;
    readonly pages: readonly RawPage[];
    readonly unread: UnreadPages;
    readonly opened: OpenedPdf;
  },
  { ocr, signal }: ExtractOptions,
): Promise<ReadPictures | null> {
  if (ocr === undefined) return null;
  const { bytes, pages, unread, opened } = file;
  const textless = new Set(listTextless(pages, unread, bytes.length, opened.inside));
  if (textless.size === 0) return null;
  const wanted = pages.filter(({ number }) => textless.has(number));
  return readPictures(bytes, wanted, ocr, signal);
}

function byPage(leftOut: readonly LeftOut[]): LeftOut[] {
  return leftOut.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

function blankPage(number: number): RawPage {
  const blank = { lines: [], overlaid: [], leftOut: [], files: [], unmapped: 0 };
  return { number, label: null, width: 0, height: 0, ...blank };
}
