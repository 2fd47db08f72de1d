// One run of glyphs as the PDF draws it, in page coordinates.

/** Positions are in points from the top left of the upright page. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, measured down from the top. */
  readonly baseline: number;
  /** Font size. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** White space was drawn between this run and the one before it. */
  readonly spaced: boolean;
}

export interface RunPage {
  readonly number: number;
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** Horizontal rules and box edges at least an inch long, found only on pages that may hold a table. */
  readonly rules: readonly Rule[];
}

/** A drawn horizontal line: of a table, a box or a footnote separator. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}
