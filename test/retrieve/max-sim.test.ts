import { describe, expect, it } from "vitest";
import { maxSim } from "../../src/retrieve/max-sim.ts";

const [east, north] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
];
const question = {
  tokens: Float32Array.from([...(east ?? []), ...(north ?? [])]),
  weights: Float32Array.from([0.75, 0.25]),
};

describe("MaxSim", () => {
  it("adds up the nearest token of each question token, weighted", () => {
    const rows = Int8Array.from([127, 0, 0, 0, 0, 0, 127, 0]);
    expect(maxSim(question, rows, 4)).toBeCloseTo(0.75, 6);
  });

  it("is 1 for a passage that has all of the question's directions, in any order", () => {
    expect(maxSim(question, Int8Array.from([0, 127, 0, 0, 127, 0, 0, 0]), 4)).toBeCloseTo(1, 6);
  });

  it("may be negative, and is 0 without token vectors", () => {
    expect(maxSim(question, Int8Array.from([-127, -127, 0, 0]), 4)).toBeCloseTo(-1, 6);
    expect(maxSim(question, new Int8Array(), 4)).toBe(0);
  });

  it("passes over tokens that weigh nothing", () => {
    const lone = { ...question, weights: Float32Array.from([1, 0]) };
    expect(maxSim(lone, Int8Array.from([127, 0, 0, 0]), 4)).toBeCloseTo(1, 6);
  });
});
