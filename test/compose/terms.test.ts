// Words that carry meaning, and how telling they are.
import { describe, expect, it } from "vitest";
import { weighStems } from "../../src/compose/terms.ts";
import { contentStemList } from "../../src/text/content-stems.ts";

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

  it("weighs a rare word above a common one, and no word that is not asked for", () => {
    const weights = weighStems("lamp keeper", ["a lamp", "a lamp", "a lamp and a keeper"]);
    expect(weights.get("keeper")).toBeGreaterThan(weights.get("lamp") ?? Number.NaN);
    expect([...weights.keys()]).toEqual(["lamp", "keeper"]);
    expect(weighStems("lamp keeper", ["a boat"]).get("lamp")).toBeGreaterThan(
      weights.get("lamp") ?? Number.NaN,
    );
  });
});
