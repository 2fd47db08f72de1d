// The strokes that borders are drawn with become whole lines.
import { expect, it } from "vitest";
import { joinRules, joinUprights } from "../../../src/extract/pdf/join-edges.ts";

it("puts the borders of neighbouring cells together", () => {
  const rules = joinRules([
    { left: 200, right: 300, top: 100.4 },
    { left: 72, right: 198, top: 100 },
    { left: 72, right: 300, top: 140 },
  ]);
  expect(rules).toEqual([
    { left: 72, right: 300, top: 100 },
    { left: 72, right: 300, top: 140 },
  ]);
});

it("keeps lines apart that stand apart, and drops specks", () => {
  expect(
    joinUprights([
      { left: 72, top: 100, bottom: 140 },
      { left: 72, top: 160, bottom: 200 },
      { left: 90, top: 100, bottom: 103 },
    ]),
  ).toEqual([
    { left: 72, top: 100, bottom: 140 },
    { left: 72, top: 160, bottom: 200 },
  ]);
});
