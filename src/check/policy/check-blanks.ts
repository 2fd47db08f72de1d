// Takes the pieces of a policy; tells of what is still to be filled in, and of what templates and machines left in it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { controlLabels } from "../../field/control-labels.ts";
import {
  machinePatterns,
  machineWords,
  templatePatterns,
  templateWords,
} from "../../field/template-remains.ts";
import { findBlanks, type Blank } from "../../text/blanks.ts";
import type { TextRange } from "../../text/sentences.ts";
import { findAllQuotes } from "../../verify/quotes.ts";
import type { ReferenceView } from "../../verify/statement.ts";
import type { Piece } from "./policy.ts";

interface Found {
  readonly piece: number;
  readonly finding: Finding;
}

/** One finding for each thing left blank, at its first place. */
export function checkBlanks(
  pieces: readonly Piece[],
  { parse }: Pick<ReferenceView, "parse">,
): Found[] {
  const uses = new Map<string, { words: string; piece: number; count: number }>();
  for (const piece of pieces.keys()) {
    for (const words of blanksOf(pieces, piece)) {
      // "[regulation 36]" is a way of citing.
      if (words.startsWith("[") && parse(words).some(({ targets }) => targets.length > 0)) continue;
      const key = words.toLowerCase().replaceAll(/_+/g, "_");
      const held = uses.get(key);
      if (held === undefined) uses.set(key, { words, piece, count: 1 });
      else held.count += 1;
    }
  }
  const blanks = [...uses.values()].map(({ words, piece, count }) => {
    const more = String(count - 1);
    const variant =
      count === 1 ? ({ variant: "once" } as const) : ({ variant: "often", more } as const);
    const finding = makeFinding("left-blank", { ...variant, blank: words }, { reference: words });
    return { piece, finding };
  });
  return [...blanks, ...checkRemains(pieces)];
}

function blanksOf(pieces: readonly Piece[], at: number): string[] {
  const piece = pieces[at];
  if (piece === undefined) return [];
  const { text } = piece;
  const quotes = findAllQuotes(text);
  const found = findBlanks(text).filter(
    // What editors put in brackets inside a quotation is no blank.
    ({ kind, start, end }) =>
      kind !== "brackets" || !quotes.some((quote) => quote.start < start && end < quote.end),
  );
  const wordsOf = (blanks: readonly Blank[]): string[] =>
    blanks.map(({ start, end }) => text.slice(start, end));
  const near = [pieces[at - 1], pieces[at + 1]];
  const isLine = isForm(piece) && near.some((one) => one !== undefined && isForm(one));
  const rules = isLine || isSigning(text) ? [] : found.filter(({ kind }) => kind === "rule");
  return [
    ...wordsOf(found.filter(({ kind }) => kind !== "rule")),
    ...wordsOf(rules.slice(0, 1)).map((rule) => showRule(text, rule)),
    ...(isEmptyLabel(pieces, at) ? [text.trim()] : []),
  ];
}

/** A label of document control with nothing beside it, in a table in which others have something beside them. */
function isEmptyLabel(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== "row" || !controlLabels.has(labelOf(piece.text))) return false;
  // In a form to be filled in for each child, every row waits for its value.
  return [at - 1, at + 1, at - 2, at + 2].some((near) => {
    const between = pieces.slice(Math.min(near, at), Math.max(near, at) + 1);
    const row = pieces[near]?.text ?? "";
    const [label = ""] = row.split(/[:|]/);
    const filled = controlLabels.has(labelOf(label)) && label.length + 1 < row.trim().length;
    return filled && between.every(({ kind }) => kind === "row");
  });
}

function labelOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}

/** Lines to write on by hand, one below the other or side by side, are a form and nothing left out. */
function isForm({ text }: Piece): boolean {
  return (
    /_{3,}|(?:\.\s?){8,}|…{3,}/.test(text) && labelsOf(text).every((label) => label.length <= 5)
  );
}

function isSigning(text: string): boolean {
  const labels = labelsOf(text);
  return isFormText(text) && labels.length > 1 && labels.every((label) => label.length <= 4);
}

function isFormText(text: string): boolean {
  return (text.match(/_{3,}|(?:\.\s?){8,}|…{3,}/g) ?? []).length > 1;
}

/** Words of each stretch between lines to write on. */
function labelsOf(text: string): string[][] {
  return (
    text
      .split(/_{3,}|(?:\.\s?){8,}|…{3,}|\|/)
      // A label stands behind the last sentence.
      .map((part) => part.replace(/^.*[.?!]\s+/s, "").match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((part) => part.length > 0)
  );
}

/** The line with the words before it: "The on-call number is ____". */
function showRule(text: string, rule: string): string {
  const at = text.indexOf(rule);
  const before = text.slice(0, at).trimEnd().split(/\s+/).slice(-5).join(" ");
  return `${before} ${rule.slice(0, 4)}`.trim();
}

function checkRemains(pieces: readonly Piece[]): Found[] {
  const sought = [...machineWords, ...templateWords].map(toPattern);
  const patterns = [...sought, ...machinePatterns, ...templatePatterns];
  const folded = pieces.map(({ text }) => text.replaceAll("’", "'"));
  const found = patterns.flatMap((pattern) => {
    const piece = folded.findIndex((text) => pattern.test(text));
    const match = pattern.exec(folded[piece] ?? "");
    if (match === null) return [];
    const start = match.index + match[0].length - match[0].replace(/^[^\p{L}]+/u, "").length;
    return [{ piece, start, end: match.index + match[0].length }];
  });
  // Of one sentence several things may be known.
  const apart = found.filter(
    (one, at) => !found.slice(0, at).some((other) => inOneSentence(one, other, pieces)),
  );
  return apart.map(({ piece, start, end }) => {
    const words = (pieces[piece]?.text ?? "").slice(start, end).trim();
    return { piece, finding: makeFinding("template-remains", { words }, { reference: words }) };
  });
}

function inOneSentence(
  one: TextRange & { readonly piece: number },
  other: TextRange & { readonly piece: number },
  pieces: readonly Piece[],
): boolean {
  if (one.piece !== other.piece) return false;
  const between = [Math.min(one.end, other.end), Math.max(one.start, other.start)];
  return !/[.!?]\s/.test((pieces[one.piece]?.text ?? "").slice(...between));
}

function toPattern(words: string): RegExp {
  return new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
}
