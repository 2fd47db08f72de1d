// A place in a document of the library: the ground that lines, checks and sources stand on.

/** Text no longer law though printed: omitted by amendment, or temporary and expired. */
export type Standing = "current" | "omitted" | "temporary";

export interface Place {
  readonly documentId: string;
  readonly file: string;
  /** Canonical (src/structure/provision.ts); empty for the document as a whole. */
  readonly address: string;
  /** The address as a reader would write it; null for plain headings. */
  readonly locator: string | null;
  readonly title: string | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Ordinal of the provision; null for pages, which are no provisions. */
  readonly ordinal: number | null;
  readonly standing: Standing;
}
