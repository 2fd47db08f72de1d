// Gives nearness without a model: the share of the question's words that a text has.
import type { MeasureNearness } from "../../src/score/nearness.ts";

export const fakeNearness: MeasureNearness = async (question, texts) => {
  const words = wordsOf(question);
  return texts.map((text) => {
    const has = new Set(wordsOf(text));
    return words.filter((word) => has.has(word)).length / Math.max(1, words.length);
  });
};

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
}
