// What a page draws: its text in pieces, what is painted around them, and thin lines.
import type { Colour } from "../colour.ts";
import type { Matrix } from "./matrix.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Positions are in points from the lower left of the page as the file has it. */
export interface Area extends Box {
  /** Null for a picture or a shading, whose colours are not known. */
  readonly colour: Colour | null;
  /** A rectangle, filled as a whole: what else a path covers is not known. */
  readonly exact: boolean;
  /** How many pieces of text were drawn before it. */
  readonly after: number;
  readonly picture: boolean;
}

/** Glyphs drawn at once. */
export interface Show {
  readonly glyphs: readonly unknown[];
  /** From the line of text, in units of its type, to the page. */
  readonly matrix: Matrix;
  readonly fontSize: number;
  readonly spacing: { readonly letter: number; readonly word: number; readonly scale: number };
  /** Null where a pattern paints it. */
  readonly colour: Colour | null;
  /** As the file has it: 0 fills, 1 strokes, 2 does both, 3 nothing; 4 to 7 also clip. */
  readonly mode: number;
  /** From 0, unseen, to 1. */
  readonly opacity: number;
}

/** A thin line that goes to the right, or the long way of a thin box. */
export interface Stroke {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface DrawnPage {
  readonly shows: readonly Show[];
  readonly areas: readonly Area[];
  readonly strokes: readonly Stroke[];
}
