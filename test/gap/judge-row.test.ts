import { describe, expect, it } from "vitest";
import { confidenceOf } from "../../src/gap/confidence.ts";
import { decideRow, type RowSight } from "../../src/gap/judge-row.ts";
import type { JudgedUnit } from "../../src/gap/own-document.ts";
import type { RowBounds } from "../../src/gap/weights.ts";
import type { Requirement } from "../../src/requirements/requirement.ts";

const unit: JudgedUnit = {
  file: "policy.docx",
  at: 0,
  kind: "sentence",
  text: "We log drills.",
  headings: [],
  section: null,
  page: null,
  lead: "",
  piece: 0,
  start: 0,
  flaw: null,
};
const requirement = { asks: "Each drill is logged, and shown to inspectors." } as Requirement;
const least: RowBounds = { found: 0, met: 2, flawed: 0 };
const sightOf = (
  score: number,
  missing: readonly string[] = [],
  other: Partial<RowSight> = {},
): RowSight => {
  const found = { unit, score };
  return {
    speaking: [found],
    sound: [found],
    best: found,
    flawed: null,
    flaw: null,
    near: [unit],
    isHeaded: false,
    read: { missing, evidence: [unit] },
    ...other,
  };
};
const decide = (sight: RowSight) => decideRow(requirement, sight, least);

describe("decideRow", () => {
  it("meets what surely stands there, with its words and nothing missing", () => {
    expect(decide(sightOf(3))).toMatchObject({
      verdict: "met",
      why: null,
      evidence: [unit],
      missing: null,
      ground: "said",
    });
  });

  it("names what is missing, and meets nothing that lacks it however near it comes", () => {
    expect(decide(sightOf(9, ["within 24 hours"]))).toMatchObject({
      verdict: "partly",
      why: "one-limb",
      missing: "within 24 hours",
      ground: "lack",
    });
  });

  it("says what is asked, as not plainly said, where it is unsure", () => {
    const { verdict, missing } = decide(sightOf(1));
    expect([verdict, missing]).toEqual(["partly", `not plainly said: ${requirement.asks}`]);
  });

  it("shows what comes near as near, and never as evidence", () => {
    expect(decide(sightOf(-1))).toMatchObject({
      verdict: "not_found",
      evidence: [],
      near: [unit],
      missing: requirement.asks,
    });
    expect(decide(sightOf(-1, [], { isHeaded: true })).why).toBe("heading-only");
  });

  it("finds a blank before a neighbour that comes less near", () => {
    const flawed = { flawed: { unit, score: 4 }, flaw: "blank" } as const;
    expect(decide(sightOf(3, [], flawed))).toMatchObject({ verdict: "not_found", why: "blank" });
  });

  it("gives the reason where only advice stands there", () => {
    const flawed = { flawed: { unit, score: 2 }, flaw: "advice", best: null, read: null } as const;
    expect(decide(sightOf(0, [], flawed))).toMatchObject({
      verdict: "partly",
      why: "advice",
      evidence: [unit],
    });
  });
});

it("confidenceOf grows with what speaks for a verdict", () => {
  expect(confidenceOf({ ground: "said", score: 4 })).toBeGreaterThan(
    confidenceOf({ ground: "said", score: 1.2 }),
  );
  expect(confidenceOf({ ground: "unsure", score: 1 })).toBeLessThan(0.3);
});
