// Names of places, words that carry meaning, and whether evidence bears on a question.
import { describe, expect, it } from "vitest";
import { assessBearing, namedPlaces, type WordWeight } from "../../src/compose/bears-on.ts";
import { namePlace, unitWord } from "../../src/compose/name-place.ts";
import { contentStems, coverage, weighStems } from "../../src/compose/terms.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  describeDocument,
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

describe("namePlace", () => {
  const act = describeDocument({
    id: "act",
    title: "Harbours Act 1899",
    short: "Harbours Act",
    authority: "legislation",
  });
  it.each([
    [lighthouseLaw, "5(2)(a)", [], "Lighthouse Regulations, regulation 5(2)(a)"],
    [lighthouseLaw, "Schedule 1 para 3", [], "Lighthouse Regulations Schedule 1 para 3"],
    [act, "12(1)", [], "Harbours Act, section 12(1)"],
    [lighthouseGuide, "2.1", ["Lenses"], "Lighthouse Guide 2.1"],
    [lighthouseGuide, null, ["Part 1", "Lenses"], "Lighthouse Guide, “Lenses”"],
    [lighthouseGuide, null, [], "Lighthouse Guide"],
  ] as const)("names %#", (document, locator, trail, expected) => {
    expect(namePlace(document, locator, trail)).toBe(expected);
  });

  it("takes regulations under an Act for regulations", () => {
    expect(unitWord({ title: "The Harbours Act 1899 (Fees) Order 1900" })).toBe("regulation");
    expect(unitWord({ title: "Harbours Act 1899" })).toBe("section");
  });
});

describe("terms", () => {
  it("keeps content words, stemmed, and drops the rest", () => {
    expect(contentStems("What must the keeper's well-trimmed lamps be?")).toEqual([
      "keeper",
      "well",
      "trim",
      "lamp",
    ]);
    expect(contentStems("")).toEqual([]);
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
  const assess = (question: string, evidence: readonly Evidence[], weigh: WordWeight) =>
    assessBearing([question], evidence, weigh);
  const passage = makePassage(lighthouseLaw, [
    { text: "(1) The keeper must light the lamp at dusk.", locator: "5(1)" },
  ]);
  const even = () => Promise.resolve(1);

  it("says that near evidence with the question's words bears on it", async () => {
    const near = makeEvidence(lighthouseLaw, passage, { similarity: 0.8 });
    expect(await assess("When must the keeper light the lamp?", [near], even)).toEqual({
      bears: true,
      unmet: [],
    });
  });

  it("says that far evidence without them does not", async () => {
    const far = makeEvidence(lighthouseLaw, passage, { similarity: 0.2 });
    expect(await assess("How are pancakes tossed?", [far], even)).toEqual({
      bears: false,
      unmet: [],
    });
  });

  it("counts words by how telling they are", async () => {
    const evidence = makeEvidence(lighthouseLaw, passage, { similarity: 0.5 });
    const tellingOf = (telling: string) => (word: string) =>
      Promise.resolve(word === telling ? 9 : 1);
    const question = "Does the keeper toss pancakes?";
    expect((await assess(question, [evidence], tellingOf("keeper"))).bears).toBe(true);
    expect((await assess(question, [evidence], tellingOf("pancakes"))).bears).toBe(false);
  });

  it("names a place that no evidence speaks of", async () => {
    const near = makeEvidence(lighthouseLaw, passage, { similarity: 0.95 });
    expect(await assess("When is the lamp lit in Zanzibar by the keeper?", [near], even)).toEqual({
      bears: false,
      unmet: ["Zanzibar"],
    });
  });

  it("takes a provision that the question names as bearing on it", async () => {
    const named = makeEvidence(lighthouseLaw, passage, { similarity: 0, signals: { named: 1 } });
    expect((await assess("Summarise regulation 5.", [named], even)).bears).toBe(true);
  });

  it("is content when any wording of the question is met", async () => {
    const evidence = makeEvidence(lighthouseLaw, passage, { similarity: 0.4 });
    const told = "Grandmother tossed pancakes at breakfast. Who lights the lamp?";
    expect((await assessBearing([told], [evidence], even)).bears).toBe(false);
    const wordings = [told, "Who lights the lamp?"];
    expect((await assessBearing(wordings, [evidence], even)).bears).toBe(true);
  });

  it("has nothing to go on without evidence", async () => {
    expect(await assess("When is the lamp lit?", [], even)).toEqual({
      bears: false,
      unmet: [],
    });
  });
});

describe("namedPlaces", () => {
  it.each([
    ["What are the rules in Croydon?", ["Croydon"]],
    ["Who inspects homes in the North West?", ["North West"]],
    ["Should we write to Care Inspectorate Wales today?", ["Care Inspectorate Wales"]],
    ["What must the keeper do?", []],
  ])("%s", (question, expected) => {
    expect(namedPlaces(question)).toEqual(expected);
  });
});
