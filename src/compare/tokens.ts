// Takes a text; gives its words in the form in which two editions of it are compared.
import type { TextRange } from "../text/sentences.ts";

/** A word, number or sign of an amount, and where in the text it stands. */
export interface Token extends TextRange {
  /** Lower case, apostrophes straight. */
  readonly text: string;
}

/** Points, commas and strokes belong to a number that they stand inside of. */
const token = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+|(?<=\p{N})[.,/:](?=\p{N})\p{N}+)*|[£$€%]/gu;

/** `[F12` as a saved page prints the mark of an amendment. */
const amendmentMark = /\[[FCEIMPX]\d{1,3}(?=[\p{L}\s.])/gu;

/** Capitals, punctuation, the shape of quotation marks and marks of amendments make no difference. */
export function readTokens(text: string): Token[] {
  const read = text.includes("[")
    ? text.replace(amendmentMark, (mark) => " ".repeat(mark.length))
    : text;
  return [...read.matchAll(token)].map((match) => ({
    text: match[0].normalize("NFKC").toLowerCase().replaceAll("’", "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words of several pieces, for looking up pieces that are the same. */
export function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
