// What extraction gives: pages of lines in reading order, furniture removed, marks lifted out of the text.
import type { OcrReading, Problem } from "../document.ts";

/**
 * A mark that stood inside printed text and was lifted out of it: a footnote number, an amendment bracket,
 * a marginal citation, a picture. Quotes are split at marks, since the printed page has characters there.
 */
export interface Mark {
  /** UTF-16 offset in the cleaned text at which the mark stood. */
  readonly at: number;
  /** As printed: `14`, `F9`, `M32`, `[`, `]`; of a picture what it is: `picture`, `chart`. */
  readonly label: string;
  /** A `picture` stands there unread. */
  readonly kind: "footnote" | "amendment" | "citation" | "picture";
}

/** What a printed line and a paragraph of a text that flows have in common. */
export interface TextLine {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Dominant font size in points; 0 where the format says none. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Cell texts when the line is a table row, left to right; null otherwise. */
  readonly cells: readonly string[] | null;
}

/** One printed line. Positions are in points from the page's top left. */
export interface Line extends TextLine {
  readonly left: number;
  readonly right: number;
  /** Baseline, measured down from the top of the page. */
  readonly baseline: number;
  /** Name of the dominant font, comparable within one document only. */
  readonly font: string;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** Lists of one name go on with each other. */
  readonly list: string;
  /** From 0, the outermost. */
  readonly level: number;
  /** The printed number holds those of outer levels: "2.1" under "2". */
  readonly joined: boolean;
}

/** One paragraph, heading, list item or table row of a format that flows, or the part of it that stands on one page. */
export interface FlowLine extends TextLine {
  readonly underlined: boolean;
  /** 1 to 9 where the format itself says that this is a heading, 0 for the document's title; null otherwise. */
  readonly heading: number | null;
  /** The number that is printed before it, `2.1`, `(a)`, `3.`: not in the text. Null for none, and for a bullet. */
  readonly number: string | null;
  /** For list items. */
  readonly place: ListPlace | null;
  /** The row over a table that says what its columns are. */
  readonly isHead: boolean;
  /** How many characters at its start are bold, where the rest is not: a label. Left out where there is none. */
  readonly labelled?: number;
  /** It goes on with the paragraph of the line before, which ended on the page before. */
  readonly continues: boolean;
}

export interface Footnote {
  /** As printed: `14`. */
  readonly label: string;
  readonly lines: readonly TextLine[];
}

interface PageOf<L extends TextLine> {
  /** Counted from 1, of Word files as last saved; null where there are none, and all is one such page. */
  readonly number: number | null;
  readonly lines: readonly L[];
  readonly footnotes: readonly Footnote[];
}

export interface Page extends PageOf<Line> {
  /** Printed page number where there is one. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
}

export interface FlowPage extends PageOf<FlowLine> {
  /** Number printed on a slide, where there is one. */
  readonly label?: string | null;
}

/** What a file that says nothing of itself says. */
export const noInfo: Extraction["info"] = {
  title: null,
  author: null,
  producer: null,
  created: null,
};

/** Words of a file that no passage holds, and why: so that a person can look. */
export interface LeftOut {
  /** As `Page.number`; null in formats without pages. */
  readonly page: number | null;
  readonly text: string;
  readonly reason:
    | "contents"
    | "running-head"
    | "page-number"
    | "watermark"
    | "invisible"
    | "struck"
    | "hidden"
    | "deleted"
    | "turned"
    | "comment"
    | "notice"
    | "menu";
}

interface ExtractionOf<Form extends string, P> {
  readonly form: Form;
  readonly pages: readonly P[];
  /** Number of pages, null for formats without pages. */
  readonly pageCount: number | null;
  /** What the file says of itself. */
  readonly info: {
    readonly title: string | null;
    readonly author: string | null;
    readonly producer: string | null;
    /** ISO date of creation. */
    readonly created: string | null;
  };
  readonly problems: readonly Problem[];
  /** Lines of headers and footers, each once: where version, dates and owner of a document often stand. */
  readonly running: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Left out where no page was given to a recogniser. */
  readonly ocr?: OcrReading;
}

export type PrintedExtraction = ExtractionOf<"printed", Page>;
export type FlowExtraction = ExtractionOf<"flow", FlowPage>;
export type Extraction = PrintedExtraction | FlowExtraction;
