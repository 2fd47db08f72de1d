import { describe, expect, it } from "vitest";
import {
  attachByShape,
  depthOf,
  formatAddress,
  isWithin,
  paragraphOf,
  parentAddress,
  slugify,
  splitAddress,
  unitOf,
} from "../../src/place/address.ts";
import { compareLabels, romanValue } from "../../src/place/labels.ts";

describe("formatAddress", () => {
  it.each([
    ["reg/28/2/c/ii", "28(2)(c)(ii)"],
    ["reg/22/1A", "22(1A)"],
    ["s/22C/6/d", "22C(6)(d)"],
    ["sch/1", "Schedule 1"],
    ["sch/1/para/19", "Schedule 1 para 19"],
    ["sch/1/para/3/c", "Schedule 1 para 3(c)"],
    ["sch/4/part/2", "Schedule 4 Part 2"],
    ["sch/para/3", "Schedule para 3"],
    ["part/2/chapter/1", "Part 2 Chapter 1"],
    ["para/10.13", "10.13"],
    ["annex-a", "Annex A"],
    ["annex-a/1.3", "Annex A 1.3"],
    ["page/53", "page 53"],
    ["fn/15", "footnote 15"],
    ["standard/5", "Standard 5"],
    ["head/leaders/staff-training", "staff training"],
  ])("%s is written %s", (address, written) => {
    expect(formatAddress(address)).toBe(written);
  });
});

describe("splitAddress", () => {
  it("keeps letters that look like keys as labels", () => {
    expect(splitAddress("reg/38/s/i").map((step) => step.key)).toEqual(["reg", null, null]);
  });

  it.each([
    ["reg/28", ""],
    ["reg/28/2", "reg/28"],
    ["sch/1/para/19/a", "sch/1/para/19"],
    ["sch/1/para/19", "sch/1"],
    ["part/2/chapter/1", "part/2"],
    ["para/10.13", ""],
    ["annex-a/1.3", "annex-a"],
    ["annex-a", ""],
  ])("the address above %s is %j", (address, parent) => {
    expect(parentAddress(address)).toBe(parent);
  });
});

describe("order", () => {
  it("compares decimals as two whole numbers", () => {
    expect(compareLabels("10.9", "10.10")).toBeLessThan(0);
    expect(compareLabels("10.1", "10.10")).toBeLessThan(0);
    expect(compareLabels("9.66", "10.1")).toBeLessThan(0);
  });

  it("orders numerals by value, letters by the alphabet and inserted numbers in place", () => {
    expect(["x", "ix", "viii", "i", "iv"].toSorted(compareLabels)).toEqual([
      "i",
      "iv",
      "viii",
      "ix",
      "x",
    ]);
    expect(["i", "h", "j"].toSorted(compareLabels)).toEqual(["h", "i", "j"]);
    expect(["22A", "22", "22ZA", "23", "22C"].toSorted(compareLabels)).toEqual([
      "22",
      "22ZA",
      "22A",
      "22C",
      "23",
    ]);
  });

  it("knows small numerals from other letters", () => {
    expect([romanValue("xiv"), romanValue("iiii"), romanValue("c"), romanValue("")]).toEqual([
      14,
      null,
      null,
      null,
    ]);
  });
});

describe("attachByShape", () => {
  it.each([
    ["reg/7/2/a/iv", ["b", "i"], "reg/7/2/b/i"],
    ["reg/7/2/b/i", ["c"], "reg/7/2/c"],
    ["reg/13/2/d", ["e"], "reg/13/2/e"],
    ["reg/8/2/a/vi", ["viii"], "reg/8/2/a/viii"],
    ["reg/22/1/h", ["i"], "reg/22/1/i"],
    ["reg/22/5", ["6"], "reg/22/6"],
    ["sch/1/para/3/a", ["b"], "sch/1/para/3/b"],
  ])("after %s the tail %j is %s", (previous, tail, address) => {
    expect(attachByShape(previous, tail)).toBe(address);
  });
});

describe("slugify", () => {
  it.each([
    ["The keeper’s log – and lamp", "the-keepers-log-and-lamp"],
    ["Care & rôles", "care-and-roles"],
  ])("makes %s fit for an address", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });
});

describe("places in one another", () => {
  it.each([
    ["reg/28", "reg/28", "reg/28", 0],
    ["reg/28/2/c/ii", "reg/28", "reg/28/2", 3],
    ["reg/2/1/def/care-plan", "reg/2", "reg/2/1", 1],
    ["reg/2/1/def/care-plan/a", "reg/2", "reg/2/1", 2],
    ["s/22C/6/d", "s/22C", "s/22C/6", 2],
    ["sch/1/para/19/a", "sch/1/para/19", "sch/1/para/19", 1],
    ["para/10.13", "para/10.13", "para/10.13", 0],
    ["para/10.13/a", "para/10.13", "para/10.13", 1],
    ["annex-a", "annex-a", "annex-a", 0],
    ["annex-a/1.3", "annex-a/1.3", "annex-a/1.3", 0],
    ["annex-a/1.3/b", "annex-a/1.3", "annex-a/1.3", 1],
  ])("%s is in %s, in paragraph %s, %i lists deep", (address, unit, paragraph, depth) => {
    expect(unitOf(address)).toBe(unit);
    expect(paragraphOf(address)).toBe(paragraph);
    expect(depthOf(address)).toBe(depth);
  });

  it("tells a Schedule's paragraphs from those of another", () => {
    expect(isWithin("sch/1", "sch/1")).toBe(true);
    expect(isWithin("sch/1/para/19", "sch/1")).toBe(true);
    expect(isWithin("sch/12/para/1", "sch/1")).toBe(false);
    expect(isWithin(null, "sch/1")).toBe(false);
  });
});
