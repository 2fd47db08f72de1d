// The unit of retrieval: one or more whole provisions, or part of a long one.
import type { Mark } from "../extract/page.ts";
import type { Standing } from "../place/place.ts";

/** Which part of a passage's text stands on which page and belongs to which provision. */
export interface Span {
  /** UTF-16 offsets in the passage's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  /** Ordinal of the provision whose own text this is. */
  readonly provision: number;
  /** Its locator, or that of the nearest enclosing provision that has one, and the address of the same. */
  readonly locator: string | null;
  readonly address: string | null;
  readonly kind: "text" | "bullet" | "row" | "head" | "footnote" | "quotation";
  /** Of a bullet inside another, how many are around it. */
  readonly level?: number;
}

export interface Passage {
  /** Document id and place, such that order of ids is document order. */
  readonly id: string;
  readonly documentId: string;
  /** Position in the document, from 0. */
  readonly ordinal: number;
  /** The quotable text. Spans are joined by a newline. */
  readonly text: string;
  readonly spans: readonly Span[];
  /** Offsets are in `text`. */
  readonly marks: readonly Mark[];
  /** The deepest locator that covers the whole passage, such as `28(2)`; null under plain headings. */
  readonly locator: string | null;
  /** Locators of the provisions it holds, in order. */
  readonly locators: readonly string[];
  /** Titles of the enclosing headings, outermost first. */
  readonly trail: readonly string[];
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly standing: Standing;
}
