// Takes the colours of letters and of what lies behind them, in any format; says whether anybody sees the letters.

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

export const white: Colour = [255, 255, 255];

/** Parts of a colour, of 255, from which on it is white to the eye, and differences that the eye does not see. */
const whitish = 0xf5;
const alike = 10;

/** @param ground what lies behind; null where that is not known */
export function isLost(ink: Colour | null, ground: Colour | null): boolean {
  if (ink === null || ground === null) return false;
  const isWhite = (colour: Colour) => colour.every((part) => part >= whitish);
  return (
    (isWhite(ink) && isWhite(ground)) ||
    ink.every((part, at) => Math.abs(part - (ground[at] ?? 0)) <= alike)
  );
}
