// What a provider's own document says, piece by piece, as checking takes it: each with where a reader finds it.

/**
 * - `heading`: of a section
 * - `text`: a paragraph
 * - `item`: of a list
 * - `row`: of a table, its cells apart by " | "
 * - `footnote`: printed at the foot
 * - `running`: in headers and footers
 */
export type PieceKind = "heading" | "text" | "item" | "row" | "footnote" | "running";

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  /** Titles of the headings it stands under, outermost first; of a heading, those around it. */
  readonly headings: readonly string[];
  /** Page of the file; null where it has none. */
  readonly page: number | null;
  /** Line of a text file, from 1; null in files without lines. */
  readonly line: number | null;
  /** Of an item, how many items are around it; none where left out. */
  readonly level?: number;
  /** Where numbers of footnotes stand in the text, by its offsets; none where left out. */
  readonly notes?: readonly { readonly at: number; readonly label: string }[];
  /** How many characters at its start are bold, where the rest is not: a label; none where left out. */
  readonly labelled?: number;
  /** Number of a footnote. */
  readonly label?: string;
}

/** A provider's own document, in the order of its text. */
export interface Policy {
  readonly title: string | null;
  readonly pieces: readonly Piece[];
}

/** The nearest heading that a reader sees at or above a piece; null above the first. */
export function sectionOf({ kind, text, headings }: Piece): string | null {
  if (kind === "heading") return text;
  return headings.at(-1) ?? null;
}
