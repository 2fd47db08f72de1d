// How places are named for a reader.
import { describe, expect, it } from "vitest";
import { namePlace } from "../../src/place/name-place.ts";

describe("namePlace", () => {
  it.each([
    ["Regulations", "5(2)(a)", "reg/5/2/a", "Regulation 5(2)(a)"],
    [
      "Lighthouse Regulations",
      "5(2)(a)",
      "reg/5/2/a",
      "Lighthouse Regulations, regulation 5(2)(a)",
    ],
    [
      "Lighthouse Regulations",
      "Schedule 1 para 3",
      "sch/1/para/3",
      "Lighthouse Regulations Schedule 1 para 3",
    ],
    ["Harbours Act", "12(1)", "s/12/1", "Harbours Act, section 12(1)"],
    ["Oil Order", "3(1)", "art/3/1", "Oil Order, article 3(1)"],
    ["Lighthouse Guide", "2.1", "para/2.1", "Lighthouse Guide 2.1"],
    ["Lighthouse Guide", "14", "para/14", "Lighthouse Guide, paragraph 14"],
    ["Keepers' plan", "2", "sec/2", "Keepers' plan, section 2"],
    ["Keepers' plan", "2.3", "sec/2.3", "Keepers' plan 2.3"],
  ])("names a place in %s, %s", (short, locator, address, expected) => {
    expect(namePlace(short, { locator, address })).toBe(expected);
  });

  it("names by the heading what has no number", () => {
    const nowhere = { locator: null, address: null };
    expect(namePlace("Lighthouse Guide", nowhere, ["Part 1", "Lenses"])).toBe(
      "Lighthouse Guide, “Lenses”",
    );
    expect(namePlace("Lighthouse Guide", nowhere)).toBe("Lighthouse Guide");
  });
});
