// Takes a text; gives the places in it that were left to be filled in: "TBC", "____", "[name]".
import type { TextRange } from "./sentences.ts";

/** Lines to write on, marks of what is to come, and words in square brackets that name what belongs there. */
const blanks =
  /_{3,}|\.{6,}|…{3,}|(?<!\b(?:Schedule|Part|Chapter|Article|Annex)\s)\bX{2,}\b(?!\p{L})|\b(?:TB[ACD]|tb[acd]|T\.B\.[ACD]\.?)(?![\p{L}\d])|\bto be (?:confirmed|advised|decided|completed|added)\b(?=\s*(?:[.,;)\]|]|$))|\[(?!\d|\.\.\.|…|p\.|(?:sic|see|emphasis|regulations?|sections?|paragraphs?|schedules?|articles?|redacted)\b)[\p{L}][^[\]\n]{1,60}\]|<(?:insert|name|date|enter)[^<>\n]{0,60}>/gu;

/** In the order of the text, in UTF-16 units. */
export function findBlanks(text: string): TextRange[] {
  return [...text.matchAll(blanks)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
