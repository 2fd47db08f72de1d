// Takes a provider's own document, piece by piece; gives what it says in units that can be judged by themselves.
import type { Policy, Piece } from "../check/policy/policy.ts";
import { sectionOf } from "../check/policy/policy.ts";
import { findSentences } from "../text/sentences.ts";

/**
 * - `sentence`: of a paragraph, footnote or cell
 * - `item`: of a list, under what leads into it
 * - `row`: of a table, under its first row
 * - `running`: in headers and footers
 */
export type UnitKind = "sentence" | "item" | "row" | "running";

/** One thing that a document says. */
export interface OwnUnit {
  readonly file: string;
  /** Position in the document, from 0. */
  readonly at: number;
  readonly kind: UnitKind;
  readonly text: string;
  readonly headings: readonly string[];
  readonly section: string | null;
  readonly page: number | null;
  /** What leads into it: of an item the sentence before the list, of a row the first row, of a sentence that leans back the one before. */
  readonly lead: string;
  /** Index of the piece it was read from, and where in it. */
  readonly piece: number;
  readonly start: number;
}

/** A heading with nothing under it. */
export interface EmptyHeading {
  readonly file: string;
  readonly text: string;
  readonly page: number | null;
}

const leaningBack =
  /^(?:it|its|they|them|this|these|those|both|he|she|the (?:record|form|log|report|plan|note|meeting))\b|\b(?:also|too)\b/i;

/** In the order of the text. @param file how places name it */
export function readUnits({ pieces }: Policy, file: string): OwnUnit[] {
  const units: OwnUnit[] = [];
  let led = "";
  let first: Piece | null = null;
  let last: Piece | null = null;
  for (const [index, piece] of pieces.entries()) {
    const { kind, text, headings, page } = piece;
    const goesOn = last?.headings.join("›") === headings.join("›");
    if (!goesOn) led = "";
    if (kind !== "row" || last?.kind !== "row" || !goesOn) first = kind === "row" ? piece : null;
    last = piece;
    if (kind === "heading") continue;
    const base = { file, headings, section: sectionOf(piece), page, piece: index };
    const push = (of: UnitKind, words: string, lead: string, start = 0) =>
      units.push({ ...base, at: units.length, kind: of, text: words, lead, start });
    if (kind === "row") push("row", text, first === piece ? "" : (first?.text ?? ""));
    else if (kind === "running") push("running", text, "");
    else if (kind === "item") push("item", text, led);
    else {
      let before = "";
      for (const { start, end } of findSentences(text)) {
        const words = text.slice(start, end);
        push("sentence", words, leaningBack.test(words) ? before : "", start);
        before = words;
      }
      led = before;
    }
  }
  return units;
}

/** Headings under which nothing stands, headings of theirs included. */
export function findEmptyHeadings({ pieces }: Policy, file: string): EmptyHeading[] {
  return pieces.flatMap((piece, i) => {
    if (piece.kind !== "heading") return [];
    const depth = piece.headings.length;
    const next = pieces[i + 1];
    const isOpen =
      next !== undefined &&
      (next.kind === "heading" ? next.headings.length > depth : next.headings.length > depth);
    return isOpen && next.kind !== "running" ? [] : [{ file, text: piece.text, page: piece.page }];
  });
}
