// Takes a passage and a place in its text; gives the span, the locator and the name of the place that stand there.
import type { NamedPlace } from "../place/name-place.ts";
import type { Passage, Span } from "./passage.ts";

/** @param offset in UTF-16 units; undefined behind the text */
export function spanAt({ spans }: Passage, offset: number): Span | undefined {
  return spans.find(({ end }) => end > offset);
}

/** Null where the place is under plain headings, or behind the text. */
export function locatorAt(passage: Passage, offset: number): string | null {
  return spanAt(passage, offset)?.locator ?? null;
}

/** What names the place; both null where it is under plain headings, or behind the text. */
export function namedAt(passage: Passage, offset: number): NamedPlace {
  const { locator, address } = spanAt(passage, offset) ?? { locator: null, address: null };
  return { locator, address };
}
