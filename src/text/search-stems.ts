// Takes a text; gives the stems of its words, as full text and phrase search compare them.
import { stemmer } from "stemmer";
import { setOfWords } from "../lists.ts";

/** Words that say what is asked, or join, but not what it is about. */
const stopWords = setOfWords(
  "a about again all am an and any are as at be been being between both but by can could did do does don each few for from had has " +
    "have having he her here his how i if in into is it its just may me might more most must my no nor not now of on once only or " +
    "other our ours out over own s same shall she should so some such t than that the their them then there these they this those " +
    "to too under until up us very was we were what when where which who whom why will with would you your",
);

/** Stems of the words that are not stop words, in order, repeats included. */
export function stemWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036F]/g, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word)).map((word) => stemmer(word));
}

/** Pairs of neighbouring stems, stop words between them left out: `regist_manag manag_absenc`. */
export function pairStems(text: string): string[] {
  const stems = stemWords(text);
  return stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
}
