// Takes a text and words said to stand in it; gives where they stand, or nothing when so much as a word differs.
import type { TextRange } from "../../text/sentences.ts";

/** Words and figures; characters that show nothing may stand inside one. */
const token = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;
/** Fewer words than this are no quotation: they stand in any text. */
export const fewestWords = 3;

/**
 * Compares words and figures in order, whatever their case, and folds what extraction and typing vary: white space,
 * punctuation, apostrophes, hyphens. An ellipsis stands for anything, so that a quotation with one has several ranges.
 * Null when some of it is not there, or when it is too short to tell.
 */
export function locateQuote(text: string, quote: string): TextRange[] | null {
  const words = tokenise(text);
  const fragments = quote
    .split(/\[?(?:…|\.{3,}|\. \. \.)\]?/)
    .map((fragment) => tokenise(fragment).map(({ word }) => word))
    .filter((fragment) => fragment.length > 0);
  if (fragments.reduce((sum, fragment) => sum + fragment.length, 0) < fewestWords) return null;
  const ranges: TextRange[] = [];
  let from = 0;
  for (const fragment of fragments) {
    const at = findRun(words, fragment, from);
    const first = words[at];
    const last = words[at + fragment.length - 1];
    if (at < 0 || !first || !last) return null;
    ranges.push({ start: first.start, end: withStop(text, last.end) });
    from = at + fragment.length;
  }
  return ranges;
}

interface Token extends TextRange {
  readonly word: string;
}

function tokenise(text: string): Token[] {
  return [...text.matchAll(token)].map((match) => ({
    word: match[0]
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, "")
      .toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function findRun(words: readonly Token[], run: readonly string[], from: number): number {
  for (let at = from; at + run.length <= words.length; at += 1) {
    if (run.every((word, i) => words[at + i]?.word === word)) return at;
  }
  return -1;
}

/** A full stop or semicolon at the end belongs to the quotation. */
function withStop(text: string, end: number): number {
  return end + (/^[.;:?!)”’"]*/.exec(text.slice(end))?.[0].length ?? 0);
}
