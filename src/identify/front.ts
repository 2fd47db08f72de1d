// Takes a document's front; gives the parts that say what the document is: its cover, opening, end and running lines.
import type { SourceFile } from "../discover/source-file.ts";
import type { Extraction } from "../extract/page.ts";
import { heaviest } from "../lists.ts";

/** A line of any form, as far as identification looks at it. */
export interface FrontLine {
  readonly text: string;
  /** Font size in points; 0 where the format says none. */
  readonly size: number;
  readonly bold: boolean;
  /** Level of a heading, 0 for the document's title, where the format itself says so; null otherwise. */
  readonly heading: number | null;
  readonly cells: readonly string[] | null;
  /** A number is printed before it that is not in its text. */
  readonly numbered: boolean;
  /** Where a printed line ends, in points from the left; 0 of a paragraph. */
  readonly right: number;
}

/** What identification looks at. Texts have one line of the document a line. */
export interface Front {
  readonly file: string;
  /** It lies in the folder of one of the provider's homes. */
  readonly inHome: boolean;
  readonly info: Extraction["info"];
  /** The first page with words; the first lines of a format without pages. */
  readonly cover: readonly FrontLine[];
  /** True where the lines of the cover are paragraphs, and not printed lines. */
  readonly isFlow: boolean;
  /** Size of most of the document's letters, in points; 0 where the format has none. */
  readonly bodySize: number;
  /** How many lines of the document are set as this one is, itself included. */
  readonly countLike: (line: FrontLine) => number;
  /** The cover and the two pages after it. */
  readonly openingLines: readonly FrontLine[];
  readonly opening: string;
  /** The first pages, as far as a document says what it is and who must heed it. */
  readonly early: string;
  /** The last two pages, where publishers put their notice, and providers the control of their documents. */
  readonly endLines: readonly FrontLine[];
  readonly end: string;
  /** Lines of headers and footers. */
  readonly running: readonly string[];
}

/** Pages that make each part. */
const pageCounts = { cover: 1, opening: 3, early: 12, end: 2 };
/** For formats without pages: lines that stand for a cover, an opening, and so on. */
const flowLines = { cover: 12, opening: 40, early: 200, end: 30 };

export function readFront(file: SourceFile, extraction: Extraction): Front {
  const { pages, info, running } = extraction;
  // A Word file may know its pages and still be a run of paragraphs.
  const isFlow = extraction.form === "flow";
  const printed = pages.map((page) => page.lines.map(frontLine));
  const all = printed.flat();
  // Lines are counted in formats without pages, and pages from the first with words in the others.
  const parts: readonly (readonly FrontLine[])[] = isFlow ? all.map((line) => [line]) : printed;
  const counts = isFlow ? flowLines : pageCounts;
  const words = parts.findIndex((lines) => lines.some((line) => /\p{L}{3}/u.test(line.text)));
  const first = Math.max(0, words);
  const linesOf = (count: number) => parts.slice(first, first + count).flat();
  const openingLines = linesOf(counts.opening);
  const looks = new Map<string, number>();
  for (const line of all) looks.set(lookOf(line), (looks.get(lookOf(line)) ?? 0) + 1);
  const endLines = parts.slice(-counts.end).flat();
  return {
    file: file.file,
    inHome: file.home !== undefined,
    info,
    cover: linesOf(counts.cover),
    isFlow,
    bodySize: heaviest(all.map(weighSize)) ?? 0,
    countLike: (line) => looks.get(lookOf(line)) ?? 0,
    openingLines,
    opening: textOf(openingLines),
    early: textOf(linesOf(counts.early)),
    endLines,
    end: textOf(endLines),
    running,
  };
}

function frontLine(line: Extraction["pages"][number]["lines"][number]): FrontLine {
  const { text, size, bold, cells } = line;
  return {
    text,
    size,
    bold,
    cells,
    numbered: "number" in line && line.number !== null,
    heading: "heading" in line ? line.heading : null,
    right: "right" in line ? line.right : 0,
  };
}

function weighSize({ size, text }: FrontLine): readonly [number, number] {
  return [size, text.length];
}

function lookOf({ size, bold, heading }: FrontLine): string {
  return `${size.toFixed(1)} ${bold} ${heading}`;
}

function textOf(lines: readonly FrontLine[]): string {
  return lines.map((line) => line.text).join("\n");
}
