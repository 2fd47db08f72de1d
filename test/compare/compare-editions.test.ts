import { describe, expect, it } from "vitest";
import type { Change } from "../../src/compare/change.ts";
import { compareEditions } from "../../src/compare/compare-editions.ts";
import { policy, readPolicy, seededEdits } from "./made-up-policy.ts";

function tell({ kind, old, new: now, marks }: Change) {
  return {
    kind,
    locator: (old ?? now)?.locator,
    marks: [...new Set(marks.map((one) => one.kind))],
  };
}

describe("two editions of a Word policy", () => {
  it.each(seededEdits)("$name", async ({ edit, kind, locator, marks = [] }) => {
    const changes = compareEditions(await readPolicy(policy), await readPolicy(edit(policy)));
    expect(changes.map(tell)).toEqual([{ kind, locator, marks }]);
  });

  it("finds no change where the same words are printed otherwise", async () => {
    expect(compareEditions(await readPolicy(policy), await readPolicy(policy, true))).toEqual([]);
  });
});
