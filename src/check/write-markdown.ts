// Takes the pieces of a document that is no text file; gives them as the Markdown that reports are read from.
import type { Piece } from "./policy/policy.ts";

export interface WrittenPieces {
  readonly markdown: string;
  /** The piece that each line is of, from line 1; blank lines between are of the one before. */
  readonly pieces: readonly Piece[];
}

export function writePieces(pieces: readonly Piece[]): WrittenPieces {
  const shown = pieces.filter(({ kind }) => kind !== "running");
  const lines = shown.map(({ kind, text, headings }) => {
    const flat = text.replaceAll(/\s+/g, " ");
    if (kind === "heading") return `${"#".repeat(Math.min(6, headings.length + 1))} ${flat}`;
    if (kind === "item") return `- ${flat}`;
    return kind === "row" ? `| ${flat} |` : flat;
  });
  return { markdown: lines.join("\n\n"), pieces: shown.flatMap((piece) => [piece, piece]) };
}
