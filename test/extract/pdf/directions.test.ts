// In which direction text runs, and how a page is turned to read it.
import { describe, expect, it } from "vitest";
import { directionOf, turnedFrame } from "../../../src/extract/pdf/directions.ts";
import { apply, multiply, type Matrix } from "../../../src/extract/pdf/matrix.ts";

const turned = (degrees: number): Matrix => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 100, 200];
};

describe("directionOf", () => {
  it.each([
    [0, 0],
    [90, 90],
    [180, 180],
    [-90, 270],
    [3, 0],
    [45, null],
    [-30, null],
  ])("text turned by %d degrees reads %s", (degrees, direction) => {
    expect(directionOf(turned(degrees))).toBe(direction);
  });
});

describe("turnedFrame", () => {
  it.each([0, 90, 180, 270] as const)(
    "makes text of direction %d read to the right",
    (direction) => {
      const frame = turnedFrame(direction, 595, 842);
      expect(directionOf(multiply(frame.matrix, turned(direction)))).toBe(0);
      const [x, y] = apply(frame.matrix, 100, 200);
      expect(x >= 0 && x <= frame.width && y >= 0 && y <= frame.height).toBe(true);
    },
  );
});
