import { describe, expect, it } from "vitest";
import { resolveFollowUp } from "../../src/plan/follow-up.ts";
import { followUps, whole } from "./follow-ups.ts";

describe("a question that goes on from the one before", () => {
  it.each(followUps)("“$asked” after “$before”", ({ before, asked, whole: wanted }) => {
    const resolved = resolveFollowUp(asked, before) ?? "";
    for (const words of wanted) expect(resolved).toContain(words);
    expect(resolved.match(/\?/g)).toHaveLength(1);
  });

  it("reads as one", () => {
    const resolve = (asked: string) =>
      resolveFollowUp(asked, "How often must the independent person visit the home?");
    expect(resolve("And who gets the report?")).toBe(
      "How often must the independent person visit the home, and who gets the report?",
    );
    expect(resolve("even at Christmas?")).toBe(
      "How often must the independent person visit the home, even at Christmas?",
    );
  });
});

it.each(whole)("“$asked” stands by itself after “$before”", ({ before, asked }) => {
  expect(resolveFollowUp(asked, before)).toBeNull();
});
