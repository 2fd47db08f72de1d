import { expect, it } from "vitest";
import { keepsLimit } from "../../src/gap/find-lacks.ts";
import type { Limit } from "../../src/requirements/checklist.ts";

const limit = (kind: Limit["kind"], amount: number | null = null, unit: string | null = null) => ({
  kind,
  amount,
  unit,
  from: null,
});

it.each([
  ["Staff write it up within 24 hours.", limit("at-most", 24, "hours"), true],
  ["Staff write it up within one day.", limit("at-most", 24, "hours"), true],
  ["Staff write it up within 48 hours.", limit("at-most", 24, "hours"), false],
  ["All sanctions are logged.", limit("at-most", 24, "hours"), false],
  ["Ofsted is told without delay.", limit("without-delay"), true],
  ["Ofsted is told within 24 hours.", limit("without-delay"), false],
  ["It is reviewed every six months.", limit("every", 6, "months"), true],
  ["It is reviewed every year.", limit("every", 6, "months"), false],
  ["Records are kept for 15 years from the last entry.", limit("at-least", 15, "years"), true],
  ["Records are kept for six years.", limit("at-least", 15, "years"), false],
  ["We ask the children before we change it.", limit("before"), true],
  ["A statement is sent to Ofsted on request.", limit("on-request"), true],
])("%j keeps %j: %s", (text, asked, kept) => {
  expect(keepsLimit(text, asked)).toBe(kept);
});
