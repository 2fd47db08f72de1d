import { describe, expect, it } from "vitest";
import { limbsOf } from "../../src/gap/describe-row.ts";
import type { Lack } from "../../src/gap/find-lacks.ts";
import { decideRow, type RowSight } from "../../src/gap/judge-row.ts";
import type { JudgedUnit } from "../../src/gap/own-document.ts";
import { rowModel, type RowFeatures, type RowModel } from "../../src/gap/weights.ts";
import type { Requirement } from "../../src/requirements/requirement.ts";

const unit: JudgedUnit = {
  ...{ file: "policy.docx", at: 0, kind: "sentence", text: "We log each drill.", headings: [] },
  ...{ section: null, page: null, lead: "", piece: 0, start: 0, flaw: null },
};
const requirement = { asks: "Each drill is recorded." } as Requirement;
const features = Object.fromEntries(
  Object.keys(rowModel.found).flatMap((name) => (name === "constant" ? [] : [[name, 0]])),
) as unknown as RowFeatures;
const none = { ...features, constant: 0 };
/** Found by the score of the best unit; complete by the share of what is asked. */
const model: RowModel = {
  found: { ...none, best: 1 },
  complete: { ...none, share: 1 },
  least: { found: 0.5, whole: 0.5, flawed: 0.5, met: 0.5 },
};
const sightOf = (
  best: number,
  share: number,
  missing: readonly Lack[] = [],
  flawed: Partial<RowSight> = {},
): RowSight => {
  const found = { unit, score: best };
  return {
    speaking: [found],
    sound: [found],
    best: found,
    flawed: null,
    flaw: null,
    near: [unit],
    isHeaded: false,
    read: { features: { ...features, best, share }, missing, evidence: [unit] },
    ...flawed,
  };
};
const lack: Lack = { kind: "limit", says: "within 24 hours" };

describe("decideRow", () => {
  it("meets what stands there whole, with its words and nothing missing", () => {
    const row = decideRow(requirement, sightOf(3, 3), model);
    expect(row).toMatchObject({ verdict: "met", why: null, evidence: [unit], missing: null });
    expect(row.likelihood).toBeCloseTo(0.91, 2);
  });

  it("calls partly only what lacks something that can be named", () => {
    expect(decideRow(requirement, sightOf(3, -3, [lack]), model)).toMatchObject({
      verdict: "partly",
      why: "one-limb",
      missing: "within 24 hours",
    });
    expect(decideRow(requirement, sightOf(3, -3), model).verdict).toBe("not_found");
  });

  it("shows what comes near as near, and never as evidence", () => {
    expect(decideRow(requirement, sightOf(-2, 3), model)).toMatchObject({
      verdict: "not_found",
      evidence: [],
      near: [unit],
      missing: "Each drill is recorded.",
    });
  });

  it("finds a blank before a neighbour that comes less near", () => {
    const flawed = { flawed: { unit, score: 2 }, flaw: "blank" } as const;
    const row = decideRow(requirement, sightOf(1, 3, [], flawed), model);
    expect(row).toMatchObject({ verdict: "not_found", why: "blank" });
  });

  it("gives the reason where only advice stands there", () => {
    const flawed = { flawed: { unit, score: 2 }, flaw: "advice", best: null, read: null } as const;
    expect(decideRow(requirement, sightOf(0, 0, [], flawed), model)).toMatchObject({
      verdict: "partly",
      why: "advice",
      evidence: [unit],
    });
  });
});

it("limbsOf parts what is asked for where it goes on about something else", () => {
  expect(limbsOf("Each drill is recorded, and the fault found is put right.")).toEqual([
    "Each drill is recorded",
    "the fault found is put right",
  ]);
  expect(limbsOf("Identity.")).toEqual(["Identity."]);
});
