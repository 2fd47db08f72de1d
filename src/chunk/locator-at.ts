// Takes a passage and a place in its text; gives the span and the locator that stand there.
import type { Passage, Span } from "./passage.ts";

/** @param offset in UTF-16 units; undefined behind the text */
export function spanAt({ spans }: Passage, offset: number): Span | undefined {
  return spans.find(({ end }) => end > offset);
}

/** Null where the place is under plain headings, or behind the text. */
export function locatorAt(passage: Passage, offset: number): string | null {
  return spanAt(passage, offset)?.locator ?? null;
}
