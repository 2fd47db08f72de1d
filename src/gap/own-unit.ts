// Takes a provider's own document, piece by piece; gives what it says in units that can be judged by themselves.
import type { Policy, Piece } from "../check/policy/policy.ts";
import { sectionOf } from "../check/policy/policy.ts";
import { findControlFields } from "../text/control-fields.ts";
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
  const state: ReadState = { led: "", label: "", first: null, last: null };
  for (const [index, piece] of pieces.entries()) {
    follow(state, piece);
    const { kind, headings, page } = piece;
    if (kind === "heading") continue;
    const base = { file, headings, section: sectionOf(piece), page, piece: index };
    for (const part of partsOf(piece, state)) units.push({ ...base, ...part, at: units.length });
  }
  return units;
}

interface ReadState {
  /** The last sentence, which may lead into a list. */
  led: string;
  /** A line by itself, as headings are that nothing marks as one. */
  label: string;
  /** First row of the table. */
  first: Piece | null;
  last: Piece | null;
}

function follow(state: ReadState, piece: Piece): void {
  const { last } = state;
  const goesOn = last?.headings.join("›") === piece.headings.join("›");
  if (!goesOn) [state.led, state.label] = ["", ""];
  if (piece.kind !== "row" || last?.kind !== "row" || !goesOn)
    state.first = piece.kind === "row" ? piece : null;
  state.last = piece;
}

type Part = Pick<OwnUnit, "kind" | "text" | "lead" | "start">;

function partsOf(piece: Piece, state: ReadState): Part[] {
  const { kind, text } = piece;
  const { first, led, label } = state;
  if (kind === "row")
    return [{ kind, text, lead: first === piece ? label : (first?.text ?? ""), start: 0 }];
  if (kind === "running") {
    const fields = (control.test(text) ? findControlFields(text) : []).map(({ start, end }) => ({
      start,
      text: text.slice(start, end),
    }));
    return (fields.length === 0 ? [{ start: 0, text }] : fields).map((field) => ({
      ...field,
      kind,
      lead: "",
    }));
  }
  if (kind === "item") return [{ kind, text, lead: led === "" ? label : led, start: 0 }];
  let before = "";
  const parts = findSentences(text).map(({ start, end }): Part => {
    const words = text.slice(start, end);
    const lead = leaningBack.test(words) && before !== "" ? before : label;
    before = words;
    return { kind: "sentence", text: words, lead, start };
  });
  state.led = before;
  if (isBareLabel(text)) state.label = text;
  return parts;
}

/** Fields of document control; other footers say something in sentences. */
const control = /\b(?:version|review\w*|issue[ds]?|approved|document (?:no|number))\b/i;

/** A short line without a stop. */
export function isBareLabel(text: string): boolean {
  return /^[^.:;!?|,_[\]]*$/.test(text) && text.split(/\s+/).length <= 8 && /\p{L}/u.test(text);
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
