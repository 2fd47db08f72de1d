// A page that a report cites, as the report shows it: drawn or as text, with what is quoted of it.

/** Shares of the page, 0 to 1, from its top left. */
export interface MarkedRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CitedPage {
  /** Indexes of the sources of the text that are this page. */
  readonly sources: readonly number[];
  readonly file: string;
  /** Counted from 1; null in formats without pages. */
  readonly page: number | null;
  /** "Guide, page 53". */
  readonly name: string;
  /** Null where it is shown as text. */
  readonly picture: {
    readonly type: string;
    readonly bytes: Uint8Array;
    /** In pixels. */
    readonly width: number;
    readonly height: number;
  } | null;
  /** What is read of it, a paragraph each; empty where it is drawn, or the library does not hold it. */
  readonly text: readonly string[];
  /** `rects` is empty where the quote cannot be placed for certain. */
  readonly quotes: readonly { readonly text: string; readonly rects: readonly MarkedRect[] }[];
  /** Why it is not shown as it is printed; null where it is. */
  readonly note: string | null;
}
