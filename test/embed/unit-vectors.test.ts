import { expect, test } from "vitest";

import { meanUnitVector, unitRows } from "../../src/embed/unit-vectors.ts";

test("the mean of rows is taken before it is scaled", () => {
  const rows = Float32Array.of(8, 0, 0, 6);
  expect([...meanUnitVector(rows, 2)]).toEqual([Math.fround(0.8), Math.fround(0.6)]);
});

test("each row is scaled by itself and the given rows stay as they are", () => {
  const rows = Float32Array.of(3, 4, 0, -2);
  expect([...unitRows(rows, 2)]).toEqual([Math.fround(0.6), Math.fround(0.8), 0, -1]);
  expect([...rows]).toEqual([3, 4, 0, -2]);
});

test("zeros have no direction and stay zeros", () => {
  expect([...meanUnitVector(Float32Array.of(1, 1, -1, -1), 2)]).toEqual([0, 0]);
  expect([...unitRows(new Float32Array(4), 2)]).toEqual([0, 0, 0, 0]);
});
