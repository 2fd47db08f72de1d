// What extraction gives: pages of lines in reading order, furniture removed, marks lifted out of the text.
import type { Problem } from "../document.ts";

/**
 * A mark that stood inside printed text and was lifted out of it: a footnote number, an amendment bracket,
 * a marginal citation. Quotes are split at marks, since the printed page has characters there.
 */
export interface Mark {
  /** UTF-16 offset in the cleaned text at which the mark stood. */
  readonly at: number;
  /** As printed: `14`, `F9`, `M32`, `[`, `]`. */
  readonly label: string;
  readonly kind: "footnote" | "amendment" | "citation";
}

/** One printed line, or one paragraph of a format without pages. Positions are in points from the page's top left. */
export interface Line {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly left: number;
  readonly right: number;
  /** Baseline, measured down from the top of the page. */
  readonly baseline: number;
  /** Dominant font size in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Name of the dominant font, comparable within one document only. */
  readonly font: string;
  /** 1 to 6 where the format itself says that this is a heading; null otherwise. */
  readonly heading: number | null;
  /** True for a list item where the format itself says so. */
  readonly item: boolean;
  /** Cell texts when the line is a table row, left to right; null otherwise. */
  readonly cells: readonly string[] | null;
}

export interface Footnote {
  /** As printed: `14`. */
  readonly label: string;
  readonly lines: readonly Line[];
}

export interface Page {
  /** Counted from 1; null in formats without pages, which come as one such page. */
  readonly number: number | null;
  /** Printed page number where there is one. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly footnotes: readonly Footnote[];
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

export interface Extraction {
  readonly pages: readonly Page[];
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
}
