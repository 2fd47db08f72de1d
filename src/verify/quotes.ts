// Finds quoted words in a statement, and tells whether they stand in a text, word for word.
import type { TextRange } from "../text/sentences.ts";
import type { QuotedWords } from "./statement.ts";
import { readWords } from "../text/word-stems.ts";

/** Fewer words than this in quotation marks are a term or a manner of speaking, not a quotation. */
export const fewestQuoted = 4;

/** Quoted words of a statement, short ones left out. */
export function findQuotes(text: string): QuotedWords[] {
  return findAllQuotes(text).filter((quote) => readWords(quote.text).length >= fewestQuoted);
}

/** All of them. A quotation that holds quotation marks ends where its own closing mark stands: “…(“the Diploma”)”. */
export function findAllQuotes(text: string): QuotedWords[] {
  const quotes: QuotedWords[] = [];
  const closing = pairMarks(text);
  const last = text.lastIndexOf("”");
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark !== "“" && mark !== '"') continue;
    const paired = closing.get(at) ?? (at < last ? text.indexOf("”", at) : -1);
    const end = mark === "“" ? paired : text.indexOf('"', at + 1);
    if (end < 0) continue;
    quotes.push({ text: text.slice(at + 1, end), start: at, end: end + 1 });
    at = end;
  }
  return quotes;
}

/** Where each opening mark is closed, by its offset; marks that are never closed have no place in it. */
function pairMarks(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: mark } of text.matchAll(/[“”]/g)) {
    if (mark === "“") open.push(index);
    else {
      const own = open.pop();
      if (own !== undefined) closing.set(own, index);
    }
  }
  return closing;
}

/** A text with stretches of it blanked, other offsets kept. */
export function blankOut(text: string, stretches: readonly TextRange[]): string {
  return stretches.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
}

/** Parts of a quotation between ellipses and bracketed insertions; these stand for something left out. */
function fragmentsOf(quote: string): string[] {
  return quote
    .split(/\[[^\]]*\]|…|\.{3,}|(?:\. ){2,}\./)
    .map((part) => foldWords(part).join(" "))
    .filter((part) => part !== "");
}

function foldWords(text: string): string[] {
  return readWords(text.replaceAll(/\u00ad|[-‐‑]\s*\n\s*/g, "")).map((entry) => entry.text);
}

/** A text made ready for {@link holdsQuote}. */
export interface FoldedText {
  readonly words: readonly string[];
  /** Words joined by single spaces, one at either end. */
  readonly spaced: string;
  /** Words joined by nothing: hyphens and spaces that printing moves do not count. */
  readonly joined: string;
  /** Offsets in `joined` at which words begin; the last is its length. */
  readonly edges: ReadonlySet<number>;
}

export function foldForQuotes(text: string): FoldedText {
  const words = foldWords(text);
  const edges = new Set([0]);
  let at = 0;
  for (const entry of words) edges.add((at += entry.length));
  return { words, spaced: ` ${words.join(" ")} `, joined: words.join(""), edges };
}

/** Whether the parts of a quotation stand in a text in their order; case, white space, marks and hyphens folded. */
export function holdsQuote(text: FoldedText, quote: string): boolean {
  const parts = fragmentsOf(quote);
  return holdsSpaced(text, parts) || holdsJoined(text, parts);
}

function holdsSpaced(text: FoldedText, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.spaced.indexOf(` ${part} `, from);
    if (at < 0) return false;
    // The space at the end of one part may be the one at the start of the next.
    from = at + part.length + 1;
  }
  return true;
}

function holdsJoined(text: FoldedText, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const sought = part.replaceAll(" ", "");
    let at = text.joined.indexOf(sought, from);
    while (at >= 0 && !(text.edges.has(at) && text.edges.has(at + sought.length))) {
      at = text.joined.indexOf(sought, at + 1);
    }
    if (at < 0) return false;
    from = at + sought.length;
  }
  return true;
}

/** Words that a quotation must not hide behind an ellipsis: without them it says something else. */
const turning = /\b(?:not|no|never|nor|neither|cannot|unless|except|only|none)\b/;

/** What a quotation leaves out between its parts, if that turns what it says; null when it does not, or is not there. */
export function findHidden(text: FoldedText, quote: string): string | null {
  let from = 0;
  const hidden: string[] = [];
  for (const [index, part] of fragmentsOf(quote).entries()) {
    const at = text.spaced.indexOf(` ${part} `, from);
    if (at < 0) return null;
    if (index > 0) hidden.push(text.spaced.slice(from, at).trim());
    from = at + part.length + 1;
  }
  return hidden.find((words) => turning.test(words)) ?? null;
}

/** What a text goes on with where a quotation from it ends; null when the quotation is not there. */
export function readAhead(text: string, quote: string): string | null {
  const words = readWords(text);
  const last = foldWords(fragmentsOf(quote).at(-1) ?? "");
  for (let at = 0; last.length > 0 && at + last.length <= words.length; at += 1) {
    if (last.every((word, i) => words[at + i]?.text === word)) {
      return text.slice(words[at + last.length - 1]?.end);
    }
  }
  return null;
}

/** The words at which a quotation departs from the text closest to it; null when nothing in the text is close. */
export function findDeparture(
  text: FoldedText,
  quote: string,
): { readonly quoted: string; readonly printed: string } | null {
  const words = foldWords(quote);
  let best = { same: 0, at: -1 };
  for (let at = 0; at + words.length <= text.words.length + 2; at += 1) {
    let same = 0;
    for (let i = 0; i < words.length; i += 1) if (text.words[at + i] === words[i]) same += 1;
    if (same > best.same) best = { same, at };
  }
  if (best.at < 0 || best.same < words.length * 0.6 || best.same === words.length) return null;
  const at = words.findIndex((entry, i) => text.words[best.at + i] !== entry);
  return { quoted: words[at] ?? "", printed: text.words[best.at + at] ?? "" };
}
