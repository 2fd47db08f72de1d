// Takes a text; gives the stems of the words that carry meaning, for comparing a question with a sentence.
import { stemmer } from "stemmer";
import { contentStopWords } from "./stop-words.ts";

/** Stems of the content words of a text, in order, repeats included. */
export function contentStemList(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];
  return words
    .flatMap((word) => word.split(/[-]/))
    .map((word) => word.replace(/['’]s?$/, ""))
    .filter((word) => word.length > 1 && !contentStopWords.has(word))
    .map((word) => stemmer(word));
}
