// Takes a text; gives the places in it that were left to be filled in: "TBC", "____", "[name]".
import { draftBlank } from "./draft-frame.ts";
import type { TextRange } from "./sentences.ts";

/**
 * - `mark`: of what is to come, or half of an address
 * - `brackets`: words that name what belongs there
 * - `rule`: a line to write on
 */
export type BlankKind = "mark" | "brackets" | "rule";

export interface Blank extends TextRange {
  readonly kind: BlankKind;
}

/** Verbs of naming and settling: what is not yet done so is a value that is still to come. */
const settled =
  "confirmed|advised|decided|assigned|appointed|named|identified|allocated|known|determined|agreed|nominated|designated|recruited|announced";

/** Tags of web pages without anything in them; those that are words of a form ("title", "address", "time") are left out. */
const elements =
  "html|head|body|script|style|template|iframe|noscript|div|span|br|hr|img|table|thead|tbody|tfoot|tr|td|th|caption|ul|ol|li|dl|dt|dd|" +
  "em|strong|small|sub|sup|del|ins|mark|code|pre|kbd|font|center|strike|blockquote|article|aside|main|nav|footer|header|form|input|button|select|option|svg|canvas|video|audio";

const marks: readonly RegExp[] = [
  draftBlank,
  /(?<![\p{L}\p{N}])(?:TB[ACD]|T\.B\.[ACD]\.?|tb[acd])(?![\p{L}\p{N}])/gu,
  /\bto be (?:confirmed|advised|decided|completed|added|inserted)\b(?=\s*(?:[.,;)\]|]|$))/giu,
  // Nothing else is said, or behind the label; further columns tell how far a task has come.
  new RegExp(
    `(?<=(?:^|[:–—-]|^[^|]*\\|)\\s*)(?:(?:not|still|yet|currently|to|be|as|awaiting|being)\\s+){1,4}(?:${settled})(?=\\s*[.)]?\\s*(?:\\||$))`,
    "giu",
  ),
  /(?<![\p{L}\p{N}£$€-])(?<!\b(?:Schedule|Part|Chapter|Article|Annex)\s)(?:X{2,}|x{3,})(?!-?[\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\?{2,}/gu,
  /\b(?:names?|details?|dates?|numbers?|address|contact|appointment|information) to follow(?=\s*(?:[.,;)\]|]|$))/giu,
  // Alone or behind a label: in a sentence it tells how dates are written.
  /(?<=(?:^|[:–—|-])\s*)(?:DD?[/.-]MM?[/.-]YY(?:YY)?)(?=\s*(?:\||$))/giu,
  new RegExp(
    `«[^«»]{1,60}»|\\{\\{[^{}]{1,60}\\}\\}|<(?!(?:${elements})>)(?:\\p{L}[\\p{L} ]{1,40}|(?:insert|name|date|enter)[^<>\\n]{0,60})>`,
    "gu",
  ),
  // Begun only where the address begins, or long words without an "@" would be gone through from each letter.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]*(?=[\s,;)|]|\.(?:\s|$)|$)|\.{1,}\S*|_+\S*|\[[^\]]{0,60}\])/gu,
];

/** "[Company Name]"; the text of a link is followed by "(". */
const brackets = /\[(\s*\p{L}[^[\]\n]{0,60})\](?!\()/gu;
/** What brackets hold where nothing is to be filled in: remarks on what is quoted, and places that are cited. */
const remarks =
  /^\s*(?:(?:sic|ibid|emphasis|see|redacted|regulations?|sections?|paragraphs?|schedules?|articles?)\b.*|(?:p|i\.?e|e\.?g)\..*|x|n\/?a|\p{L})\s*$/iu;

const rules = /_{3,}|\.{6,}|(?:\.\s?){8,}|…{3,}/gu;

/** In the order of the text, in UTF-16 units; of those that overlap the first. */
export function findBlanks(text: string): Blank[] {
  const found = [
    ...marks.flatMap((mark) => findAll(text, mark, "mark")),
    ...[...text.matchAll(brackets)].flatMap((match) =>
      remarks.test(match[1] ?? "") ? [] : [rangeOf(match, "brackets")],
    ),
    ...findAll(text, rules, "rule"),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let done = 0;
  return found.filter(({ start, end }) => {
    const free = start >= done;
    if (free) done = end;
    return free;
  });
}

function findAll(text: string, sought: RegExp, kind: BlankKind): Blank[] {
  return [...text.matchAll(sought)].map((match) => rangeOf(match, kind));
}

function rangeOf({ index, 0: { length } }: RegExpMatchArray, kind: BlankKind): Blank {
  return { start: index ?? 0, end: (index ?? 0) + length, kind };
}
