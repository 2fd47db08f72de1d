// Takes a question and texts; gives how telling its words are among them.
import { contentStemList } from "../text/content-stems.ts";

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
