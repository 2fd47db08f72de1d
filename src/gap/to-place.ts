// Takes a unit of an own document; gives its place, with its words as far as they may be quoted.
import type { Place } from "./matrix.ts";
import type { OwnUnit } from "./own-unit.ts";

/** A quotation has no more words. */
const mostWords = 40;

export function toPlace({ file, section, page, text }: OwnUnit): Place {
  return { file, section, page, quote: cutWords(text) };
}

/** The first words, to the last that ends a clause where there is one far enough on; verbatim, white space and all. */
function cutWords(text: string): string {
  const words = [...text.matchAll(/\S+/g)];
  const last = words[mostWords - 1];
  if (words.length <= mostWords || last === undefined) return text;
  const cut = text.slice(0, last.index + last[0].length);
  const pause = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("; "), cut.lastIndexOf(", "));
  return pause > cut.length / 2 ? cut.slice(0, pause + 1) : cut;
}
