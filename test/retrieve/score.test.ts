import { expect, it } from "vitest";
import { explainScore, scoreSignals } from "../../src/retrieve/score.ts";
import { fullWeights, plainWeights } from "../../src/retrieve/weights.ts";

const scale = { zero: 1, one: 3 };
const none = {
  text: 0,
  phrases: 0,
  vector: 0,
  tokens: 0,
  length: 0,
  subject: 0,
  binding: 0,
  document: 0,
  name: 0,
};

it("adds up weighted signals and maps them", () => {
  const weights = { ...none, text: 1, vector: 2 };
  expect(scoreSignals({ text: 1, vector: 0.5, tokens: 9 }, weights, scale)).toBeCloseTo(0.5, 2);
  expect(scoreSignals({ text: 2, vector: 0.5 }, weights, scale)).toBeCloseTo(1, 4);
});

it("keeps poor matches above 0 and in order", () => {
  const weights = { ...none, text: 1 };
  const poor = scoreSignals({ text: 0 }, weights, scale);
  const poorer = scoreSignals({ text: -4 }, weights, scale);
  expect(poor).toBeLessThan(0.001);
  expect(poorer).toBeGreaterThan(0);
  expect(poorer).toBeLessThan(poor);
});

it("explains a score by the weights it was made with, the greatest share first", () => {
  expect(explainScore({ text: 0.1, vector: 0.5 })).toEqual([
    { signal: "vector", value: 0.5, weight: plainWeights.vector },
    { signal: "text", value: 0.1, weight: plainWeights.text },
  ]);
  const full = explainScore({ text: 0.1, tokens: 0.5, named: 1 });
  expect(full.map(({ signal }) => signal)).toEqual(["named", "tokens", "text"]);
  expect(full[0]?.weight).toBeNull();
  expect(full[1]?.weight).toBe(fullWeights.tokens);
});
