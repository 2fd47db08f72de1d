// One run of glyphs as the PDF draws it, in page coordinates.
import type { Line } from "../page.ts";

/** Positions are in points from the top left of the upright page. */
export interface TextRun extends Pick<
  Line,
  "text" | "left" | "right" | "baseline" | "size" | "font" | "bold" | "italic"
> {
  /** White space was drawn between this run and the one before it. */
  readonly spaced: boolean;
  /** Grey or in a faint colour, as watermarks are. */
  readonly pale: boolean;
  /** It goes on with what stands before it on its line, however far: what stood between is left out, or a form. */
  readonly goesOn: boolean;
}

/** Lines drawn on a page. */
export interface Edges {
  readonly rules: readonly Rule[];
  readonly uprights: readonly Upright[];
}

/** Its edges are found only where text stands side by side. */
export interface RunPage extends Edges {
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** A drawn horizontal line: of a table, a box or a footnote separator. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** A drawn upright line: the side of a table, a cell or a box. */
export interface Upright {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
