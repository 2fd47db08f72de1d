// Takes rows of words; gives how much of them two have in common, whatever the order.
import type { Segment } from "./segments.ts";

/** How often each word stands in a text. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

export function bagOf(segments: readonly Segment[]): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { tokens } of segments)
    for (const { text } of tokens) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      size += 1;
    }
  return { counts, size };
}

/** Number of words that both have. */
export function sharedWords(a: WordBag, b: WordBag): number {
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return shared;
}

/** From 0 for nothing in common to 1 for the same words. */
export function likeness(a: WordBag, b: WordBag): number {
  return a.size + b.size === 0 ? 0 : (2 * sharedWords(a, b)) / (a.size + b.size);
}
