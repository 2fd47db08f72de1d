// Takes a text; gives the stems of its words, as full text and phrase search compare them.
import { stemmer } from "stemmer";
import { searchStopWords } from "./stop-words.ts";

/** Stems of the words that are not stop words, in order, repeats included. */
export function stemWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036F]/g, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !searchStopWords.has(word)).map((word) => stemmer(word));
}

/** Pairs of neighbouring stems, stop words between them left out: `regist_manag manag_absenc`. */
export function pairStems(text: string): string[] {
  const stems = stemWords(text);
  return stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
}
