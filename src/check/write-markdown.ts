// Takes the pieces of a document that is no text file; gives them as the Markdown that reports are read from.
import { findMarkers } from "./plain-text.ts";
import type { Piece } from "./policy/policy.ts";

export interface WrittenPieces {
  readonly markdown: string;
  /** The piece that each line is of, from line 1; blank lines between are of the one before. */
  readonly pieces: readonly Piece[];
}

/**
 * A footnote that gives the number of a source ("Guide, 10.12, page 53 [2]") stands for that number where the text refers
 * to it.
 */
export function writePieces(pieces: readonly Piece[]): WrittenPieces {
  const cited = readCitingNotes(pieces);
  const shown = pieces.filter(
    ({ kind, label }) => kind !== "running" && (kind !== "footnote" || !cited.has(label ?? "")),
  );
  const lines: string[] = [];
  const placed: Piece[] = [];
  let inSources = false;
  for (const piece of shown) {
    // A rule ends a list of sources, and is nothing that is read of other files.
    if (inSources && endsSources(piece)) {
      lines.push("---");
      placed.push(piece, piece);
    }
    if (piece.kind === "heading") inSources = false;
    else if (piece.kind === "item") inSources ||= listedSource.test(piece.text);
    else if (endsSources(piece)) inSources = false;
    lines.push(writePiece(piece, cited));
    placed.push(piece, piece);
  }
  return { markdown: lines.join("\n\n"), pieces: placed };
}

const listedSource = /^\[\d{1,3}\]\s/;

/** A paragraph behind the items; "Guidance:" leads to the next ones. */
function endsSources({ kind, text }: Piece): boolean {
  return kind === "text" && !text.endsWith(":") && !listedSource.test(text);
}

function writePiece(piece: Piece, cited: ReadonlyMap<string, readonly string[]>): string {
  const { kind, headings, level = 0 } = piece;
  const flat = withMarkers(piece, cited).replaceAll(/\s+/g, " ");
  if (kind === "heading") return `${"#".repeat(Math.min(6, headings.length + 1))} ${flat}`;
  if (kind === "item") return `${"  ".repeat(level)}- ${flat}`;
  return kind === "row" ? `| ${flat} |` : flat;
}

/** By their labels the sources that footnotes give, where the text lists these. */
function readCitingNotes(pieces: readonly Piece[]): ReadonlyMap<string, readonly string[]> {
  const listed = new Set(
    pieces.flatMap(({ kind, text }) =>
      kind === "footnote" ? [] : (/^\[(\d{1,3})\]/.exec(text)?.[1] ?? []),
    ),
  );
  const cited = new Map<string, readonly string[]>();
  for (const { kind, text, label } of pieces) {
    if (kind !== "footnote" || label === undefined) continue;
    const markers = findMarkers(text).flatMap((found) => found.markers);
    if (markers.length > 0 && markers.every((marker) => listed.has(marker)))
      cited.set(label, markers);
  }
  return cited;
}

/** With its label in bold, and the markers of what its footnotes cite where their numbers stand. */
function withMarkers(
  { kind, text, labelled = 0, notes = [] }: Piece,
  cited: ReadonlyMap<string, readonly string[]>,
): string {
  const hasLabel = labelled > 0 && (kind === "text" || kind === "item");
  const marks = [
    ...(hasLabel ? [{ at: labelled, mark: "**" }] : []),
    ...notes.map(({ at, label }) => ({
      at,
      mark: (cited.get(label) ?? []).map((marker) => ` [${marker}]`).join(""),
    })),
  ];
  let written = hasLabel ? "**" : "";
  let from = 0;
  for (const { at, mark } of marks.toSorted((a, b) => a.at - b.at)) {
    written += text.slice(from, at) + mark;
    from = at;
  }
  return written + text.slice(from);
}
