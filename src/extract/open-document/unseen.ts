// Takes the look of words of an OpenDocument text, or a shape; says whether anybody sees them.
import { type Colour, isLost } from "../colour.ts";
import type { Element } from "../office/read-xml.ts";
import { lengthOf, type TextLook } from "./read-styles.ts";

/** Letters of up to this many points are dots; letters fainter than this share do not show. */
const least = { size: 2, opacity: 0.05 };

/** @param behind what lies behind the text; null where that is not known */
export function isUnseen(
  { size, opacity, colour, ground }: TextLook,
  behind: Colour | null,
): boolean {
  if ((size ?? least.size + 1) <= least.size || (opacity ?? 1) <= least.opacity) return true;
  return isLost(colour ?? null, ground ?? behind);
}

/** Further than this off the edges that a place is counted from, no page reaches, in points. */
const farthest = { before: -72, behind: 1200 };

export function isOffPage({ attributes }: Element): boolean {
  const isOff = (start: string, extent: string) => {
    const at = lengthOf(attributes.get(start));
    const end = (at ?? 0) + (lengthOf(attributes.get(extent)) ?? 0);
    return at !== undefined && (end <= farthest.before || at >= farthest.behind);
  };
  return isOff("svg:x", "svg:width") || isOff("svg:y", "svg:height");
}
