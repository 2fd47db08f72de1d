// Takes a passage and a place in its text; gives the locator that stands there.
import type { Passage } from "./passage.ts";

/** @param offset in UTF-16 units; null where the place is under plain headings, or behind the text */
export function locatorAt({ spans }: Passage, offset: number): string | null {
  return spans.find(({ end }) => end > offset)?.locator ?? null;
}
