// Takes what extraction gives of a file; gives the parts that say what the document is: its cover, opening and end.
import type { SourceFile } from "../discover/source-file.ts";
import type { Extraction, TextLine } from "../extract/page.ts";

/** What identification looks at. Texts have one line of the document a line. */
export interface Front {
  readonly file: string;
  readonly info: Extraction["info"];
  /** The first page with words; the first lines of a format without pages. */
  readonly cover: readonly TextLine[];
  /** The cover and the two pages after it. */
  readonly opening: string;
  /** The first pages, as far as a document says what it is and who must heed it. */
  readonly early: string;
  /** The last two pages, where publishers put their notice. */
  readonly end: string;
}

/** Pages that make each part. */
const pageCounts = { cover: 1, opening: 3, early: 12, end: 2 };
/** For formats without pages: lines that stand for a cover, an opening, and so on. */
const flowLines = { cover: 12, opening: 40, early: 200, end: 30 };

export function readFront(file: SourceFile, extraction: Extraction): Front {
  const { pages, info } = extraction;
  const isFlow = extraction.form === "flow";
  // Lines are counted in formats without pages, and pages from the first with words in the others.
  const parts: readonly (readonly TextLine[])[] = isFlow
    ? pages.flatMap((page) => page.lines.map((line) => [line]))
    : pages.map((page) => page.lines);
  const counts = isFlow ? flowLines : pageCounts;
  const words = parts.findIndex((lines) => lines.some((line) => /\p{L}{3}/u.test(line.text)));
  const first = isFlow ? 0 : Math.max(0, words);
  const linesOf = (count: number) => parts.slice(first, first + count).flat();
  return {
    file: file.file,
    info,
    cover: linesOf(counts.cover),
    opening: textOf(linesOf(counts.opening)),
    early: textOf(linesOf(counts.early)),
    end: textOf(parts.slice(-counts.end).flat()),
  };
}

function textOf(lines: readonly TextLine[]): string {
  return lines.map((line) => line.text).join("\n");
}
