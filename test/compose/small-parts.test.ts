// Words that carry meaning, and whether evidence bears on a question.
import { describe, expect, it } from "vitest";
import { assessBearing } from "../../src/compose/bears-on.ts";
import { coverage, weighStems } from "../../src/compose/terms.ts";
import { contentStemList } from "../../src/text/content-stems.ts";
import { lighthouseLaw, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

describe("terms", () => {
  it("keeps content words, stemmed, and drops the rest", () => {
    expect(contentStemList("What must the keeper's well-trimmed lamps be?")).toEqual([
      "keeper",
      "well",
      "trim",
      "lamp",
    ]);
    expect(contentStemList("")).toEqual([]);
  });

  it("weighs a rare word above a common one, and measures what a text covers", () => {
    const weights = weighStems("lamp keeper", ["a lamp", "a lamp", "a lamp and a keeper"]);
    expect(weights.get("keeper")).toBeGreaterThan(weights.get("lamp") ?? Number.NaN);
    expect(coverage(weights, "lamps and keepers")).toBe(1);
    expect(coverage(weights, "boats")).toBe(0);
    expect(coverage(new Map(), "boats")).toBe(0);
  });
});

describe("assessBearing", () => {
  const passage = makePassage(lighthouseLaw, [
    { text: "(1) The keeper must light the lamp at dusk.", locator: "5(1)" },
  ]);
  const signals = { phrases: 1, length: 4 };
  const near = makeEvidence(lighthouseLaw, passage, {
    similarity: 0.8,
    signals: { ...signals, text: 3, vector: 0.8, tokens: 0.8 },
  });
  const far = makeEvidence(lighthouseLaw, passage, {
    similarity: 0.2,
    signals: { ...signals, phrases: 0, text: 0.2, vector: 0.2, tokens: 0.3 },
  });

  it("says that near evidence bears on a question, and far evidence does not", () => {
    expect(assessBearing("When must the keeper light the lamp?", [near])).toEqual({
      bears: true,
      unmet: [],
    });
    expect(assessBearing("How are pancakes tossed?", [far])).toEqual({ bears: false, unmet: [] });
  });

  it("names a place that no evidence speaks of", () => {
    expect(assessBearing("When is the lamp lit in Zanzibar by the keeper?", [near])).toEqual({
      bears: false,
      unmet: ["Zanzibar"],
    });
  });

  it("takes a provision that the question names as bearing on it", () => {
    const named = makeEvidence(lighthouseLaw, passage, { similarity: 0, signals: { named: 1 } });
    expect(assessBearing("Summarise regulation 5.", [named]).bears).toBe(true);
  });

  it("has nothing to go on without evidence", () => {
    expect(assessBearing("When is the lamp lit?", [])).toEqual({ bears: false, unmet: [] });
  });
});
