// Takes texts of a library; tells how telling a word is: common ones say little of what a statement is about.
import { contentStems } from "../text/word-stems.ts";

/** @returns 0 for a stem in every text, 1 for one in at most one of them (logarithmic in between) */
export function measureRarity(texts: Iterable<string>): (stem: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    total += 1;
    for (const stem of contentStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  if (total < 2) return () => 1;
  const most = Math.log(total);
  return (stem) => Math.log(total / Math.max(1, counts.get(stem) ?? 1)) / most;
}
