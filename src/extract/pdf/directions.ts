// In which of four directions text runs on a page, and how to turn the page so that it runs to the right.
import type { Matrix } from "./matrix.ts";

/** Degrees, clockwise: 0 reads to the right, 90 downwards, 270 upwards. */
export type Direction = 0 | 90 | 180 | 270;

/** Scans may be askew by this much, as the tangent of the angle. */
const mostSlant = 0.2;

/** @param placed matrix from text to page, y downwards; null when the text runs at a slant */
export function directionOf(placed: Matrix): Direction | null {
  const [x, y] = placed;
  if (Math.abs(y) <= mostSlant * Math.abs(x)) return x >= 0 ? 0 : 180;
  if (Math.abs(x) <= mostSlant * Math.abs(y)) return y > 0 ? 90 : 270;
  return null;
}

/** Turns a page of this size, in points, so that text of the given direction reads to the right. */
export function turnedFrame(
  direction: Direction,
  width: number,
  height: number,
): { matrix: Matrix; width: number; height: number } {
  if (direction === 0) return { matrix: [1, 0, 0, 1, 0, 0], width, height };
  if (direction === 180) return { matrix: [-1, 0, 0, -1, width, height], width, height };
  const size = { width: height, height: width };
  if (direction === 90) return { matrix: [0, -1, 1, 0, 0, width], ...size };
  return { matrix: [0, 1, -1, 0, height, 0], ...size };
}
