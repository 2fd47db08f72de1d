// The tree of a document's addressable units, in document order.
import type { Mark } from "../extract/page.ts";
import type { Standing } from "../place/place.ts";

/** A run of text on one page. Joined by a space it reads on; `kind` says how it was printed. */
export interface Block {
  readonly text: string;
  /** PDF page counted from 1; null in formats without pages. */
  readonly page: number | null;
  readonly marks: readonly Mark[];
  /** `text` starts a paragraph, `continuation` goes on from the block before (over a page break), `head`
   * is the row over a table that says what its columns are, the rest as named. */
  readonly kind: "text" | "continuation" | "bullet" | "row" | "head";
  /** Of a bullet inside another, how many are around it. */
  readonly level?: number;
}

export type ProvisionKind =
  | "document"
  | "part"
  | "chapter"
  | "crossheading"
  | "regulation"
  | "section"
  | "article"
  | "schedule"
  | "annex"
  | "paragraph"
  | "clause"
  | "definition"
  | "heading"
  | "quotation"
  | "footnote";

/**
 * One addressable unit. `content` interleaves its own text with its children (by ordinal), so that text after a
 * nested list keeps its place.
 */
export interface Provision {
  /** Position in document order, from 0; the document itself is 0. */
  readonly ordinal: number;
  /** Ordinal of the enclosing provision; null for the document. */
  readonly parent: number | null;
  readonly kind: ProvisionKind;
  /**
   * Canonical address inside the document: `reg/28/2/c/ii`, `s/12/1`, `sch/1/para/19`, `part/2/chapter/1`,
   * `para/10.13`, `annex-a`, `annex-a/1.3`, `fn/14`, `head/leadership-and-management`. Unique within the document.
   */
  readonly address: string;
  /** As a reader would write it: `28(2)(c)(ii)`, `10.13`, `Annex A 1.3`, `Schedule 1 para 19`; null for plain headings. */
  readonly locator: string | null;
  readonly title: string | null;
  readonly content: readonly (Block | { readonly child: number })[];
  /** First and last page with any of its text, children included. */
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly standing: Standing;
  /** What annotations say of it: amendments, dates. */
  readonly notes: readonly string[];
  /** For text quoted from another instrument (the Guide's boxes): its address there, such as `reg/12`. */
  readonly quotes: string | null;
}

export interface Structure {
  readonly kind: "legislation" | "numbered" | "headed";
  readonly provisions: readonly Provision[];
}
