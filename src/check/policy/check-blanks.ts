// Takes the pieces of a policy; tells of what is still to be filled in, and of what templates and machines left in it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { machineWords, templateWords } from "../../field/template-remains.ts";
import { findAllQuotes } from "../../verify/quotes.ts";
import type { TextRange } from "../../text/sentences.ts";
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
  for (const [piece, each] of pieces.entries()) {
    for (const words of blanksOf(each, pieces[piece - 1], pieces[piece + 1])) {
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

/** "TBC", "XX", "[Company Name]", "«Home»", an e-mail address without its end. */
const signs = [
  /(?<![\p{L}\p{N}])(?:TB[CAD]|T\.B\.[CAD]\.|tbc|tba)(?![\p{L}\p{N}])/gu,
  /\bto be (?:confirmed|advised|completed|inserted)\b(?=\s*(?:[.\])|]|$))/giu,
  /(?<![\p{L}\p{N}£$€-])(?:X{2,}|x{3,})(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:\?{2,})/gu,
  /«[^«»]{1,60}»|\{\{[^{}]{1,60}\}\}|<(?:\p{L}[\p{L} ]{1,40})>/gu,
  // Begun only where the address begins, or long words without an "@" would be gone through from each letter.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]*(?=[\s,;)|]|\.(?:\s|$)|$)|\.{1,}\S*|_+\S*|\[[^\]]{0,60}\])/gu,
];

/** "[Company Name]", "[insert telephone number]"; what editors put in brackets inside a quotation is none. */
const bracketed = /\[(\s*\p{L}[\p{L}\p{N}'’/ &.,-]{0,60})\](?!\()/gu;
/** What brackets hold where nothing is to be filled in: remarks on what was quoted. */
const remarks =
  /^\s*(?:sic|ibid|emphasis\b.*|see\b.*|i\.?e\..*|e\.?g\..*|x|n\/?a|redacted|\p{L})\s*$/iu;

function blanksOf(piece: Piece, before?: Piece, after?: Piece): string[] {
  const { text } = piece;
  const quotes = findAllQuotes(text);
  const inside = ({ start, end }: TextRange): boolean =>
    quotes.some((quote) => quote.start < start && end < quote.end);
  const found = signs.flatMap((sign) => [...text.matchAll(sign)].map((match) => match[0]));
  const open = [...text.matchAll(bracketed)].flatMap((match) => {
    const range = { start: match.index, end: match.index + match[0].length };
    return remarks.test(match[1] ?? "") || inside(range) ? [] : [match[0]];
  });
  const lines = isForm(piece) && [before, after].some((near) => near !== undefined && isForm(near));
  const rules = lines || isSigning(text) ? [] : (text.match(/_{3,}|(?:\.\s?){8,}|…{3,}/g) ?? []);
  return [...found, ...open, ...rules.slice(0, 1).map((rule) => showRule(text, rule))];
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
  const sought = [...machineWords, ...templateWords];
  return sought.flatMap((words) => {
    const piece = pieces.findIndex(({ text }) => fold(text).includes(words));
    const text = pieces[piece]?.text;
    if (text === undefined) return [];
    const at = fold(text).indexOf(words);
    const written = text.slice(at, at + words.length);
    const args = { words: written };
    return [{ piece, finding: makeFinding("template-remains", args, { reference: written }) }];
  });
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}
