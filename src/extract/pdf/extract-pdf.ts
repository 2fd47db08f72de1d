// Takes the bytes of a PDF; gives its pages of lines in reading order, furniture, contents pages and footnotes apart.
import { noInfo, type Extraction, type LeftOut } from "../page.ts";
import { removeContents } from "./contents.ts";
import { liftFootnotes } from "./footnotes.ts";
import { splitLeaders } from "./leader-rows.ts";
import { judgePages } from "./judge-pages.ts";
import type { OpenedPdf, PdfReader, RawPage } from "./pdf-reader.ts";
import { plainReader } from "./read-pages.ts";

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Called after each page, for formats that have pages. */
  readonly onPage?: (page: number, of: number) => void;
  /** What reads the pages of a PDF; `openGuardedReader` gives one that no file can hold up. Without it, this thread does. */
  readonly reader?: PdfReader;
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
  const { pageCount, info, inside } = (pdf as OpenedPdf | null) ?? nothing;
  const {
    pages: usable,
    problems,
    running,
    leftOut,
  } = judgePages(pages, { broken, givenUp }, size, inside);
  const contents = removeContents(usable);
  const rows = contents.pages.map((page) => ({ ...page, lines: page.lines.map(splitLeaders) }));
  return {
    form: "printed",
    pages: liftFootnotes(rows),
    pageCount,
    info,
    problems,
    running,
    leftOut: byPage([...leftOut, ...contents.leftOut]),
  };
}

function byPage(leftOut: readonly LeftOut[]): LeftOut[] {
  return leftOut.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

function blankPage(number: number): RawPage {
  const blank = { lines: [], overlaid: [], leftOut: [], files: [], unmapped: 0 };
  return { number, label: null, width: 0, height: 0, ...blank };
}
