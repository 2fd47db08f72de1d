// Takes what extraction gives of a file; gives the parts that say what the document is: its cover, opening and end.
import type { SourceFile } from "../discover/source-file.ts";
import type { Extraction, Line } from "../extract/page.ts";

/** What identification looks at. Texts have one line of the document a line. */
export interface Front {
  readonly file: string;
  readonly info: Extraction["info"];
  /** The first page with words; the first lines of a format without pages. */
  readonly cover: readonly Line[];
  /** The cover and the two pages after it. */
  readonly opening: string;
  /** The first pages, as far as a document says what it is and who must heed it. */
  readonly early: string;
  /** The last two pages, where publishers put their notice. */
  readonly end: string;
}

const earlyPages = 12;
/** For formats without pages: lines that stand for a cover, an opening, and so on. */
const flowLines = { cover: 12, opening: 40, early: 200, end: 30 };

export function readFront(file: SourceFile, extraction: Extraction): Front {
  const { pages, info, pageCount } = extraction;
  const first = Math.max(
    0,
    pages.findIndex((page) => page.lines.some((line) => /\p{L}{3}/u.test(line.text))),
  );
  if (pageCount === null) {
    const lines = pages.flatMap((page) => page.lines);
    return {
      file: file.file,
      info,
      cover: lines.slice(0, flowLines.cover),
      opening: textOf(lines.slice(0, flowLines.opening)),
      early: textOf(lines.slice(0, flowLines.early)),
      end: textOf(lines.slice(-flowLines.end)),
    };
  }
  const linesOf = (from: number, to?: number) =>
    pages.slice(from, to).flatMap((page) => page.lines);
  return {
    file: file.file,
    info,
    cover: linesOf(first, first + 1),
    opening: textOf(linesOf(first, first + 3)),
    early: textOf(linesOf(first, first + earlyPages)),
    end: textOf(linesOf(-2)),
  };
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join("\n");
}
