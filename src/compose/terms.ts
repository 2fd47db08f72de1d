// Words that carry meaning, reduced to their stems, for comparing a question with a text.
import { stemmer } from "stemmer";
import { setOfWords } from "../lists.ts";

/** Words too common in questions and in this field's texts to tell one passage from another. */
const stopWords = setOfWords(
  "a an and any are as at be been being but by can could did do does doing for from had has have having he her hers him his how i " +
    "if in into is it its itself may me might more most must my no nor not of off on once only or other our ours out over own " +
    "same shall she should so some such than that the their theirs them then there these they this those through to too " +
    "under until up upon very was we were what when where which while who whom whose why will with within without would you your yours",
);

/** Stems of the content words of a text, in order, repeats included. */
export function contentStemList(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];
  return words
    .flatMap((word) => word.split(/[-]/))
    .map((word) => word.replace(/['’]s?$/, ""))
    .filter((word) => word.length > 1 && !stopWords.has(word))
    .map((word) => stemmer(word));
}

/** How telling each of a question's stems is among some texts: ln(1 + texts / texts with it). */
export function weighStems(question: string, texts: readonly string[]): Map<string, number> {
  const wanted = new Set(contentStemList(question));
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const stem of new Set(contentStemList(text))) {
      if (wanted.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return new Map(
    [...wanted].map((stem) => [stem, Math.log(1 + texts.length / ((counts.get(stem) ?? 0) + 0.5))]),
  );
}

/** Share (0–1) of the question's weight that a text's words cover. */
export function coverage(weights: ReadonlyMap<string, number>, text: string): number {
  let total = 0;
  let covered = 0;
  const stems = new Set(contentStemList(text));
  for (const [stem, weight] of weights) {
    total += weight;
    if (stems.has(stem)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}
