import { describe, expect, it } from "vitest";
import { planSearch } from "../../src/plan/plan-search.ts";

describe("a query for one thing", () => {
  it.each([
    "lamp oil",
    "When must the lamp be lit?",
    "Which keepers, masters and pilots may climb the tower?",
  ])("%s is searched for as it is", (query) => {
    expect(planSearch(query)).toEqual([query]);
  });
});

describe("a query for several things", () => {
  it("is searched for whole, and by each question it joins", () => {
    const [whole, ...parts] = planSearch("When must the lamp be lit, and who counts the oil?");
    expect(whole).toBe("When must the lamp be lit, and who counts the oil?");
    expect(parts).toHaveLength(2);
    expect(parts.join(" ")).toMatch(/lamp.*oil/);
  });

  it("is searched for by what a colon announces", () => {
    expect(planSearch("How do we keep the tower safe: ladders, lamps and railings?")).toEqual([
      "How do we keep the tower safe: ladders, lamps and railings?",
      "ladders",
      "lamps",
      "railings",
    ]);
  });

  it("is searched for by what it includes, together with what stands before", () => {
    expect(
      planSearch("What follows a shipwreck, including telling the owner and salvage?"),
    ).toEqual([
      "What follows a shipwreck, including telling the owner and salvage?",
      "What follows a shipwreck",
      "What follows a shipwreck: telling the owner",
      "What follows a shipwreck: salvage",
    ]);
  });

  it("is left whole when the list is long or its items are", () => {
    const many = "What must the log hold: a1, b2, c3, d4, e5, f6, g7?";
    expect(planSearch(many)).toEqual([many]);
  });
});
