import { describe, expect, it } from "vitest";
import { findNotInForce } from "../../src/library/in-force.ts";
import { edition } from "../support/made-up-edition.ts";

const first = edition("one.md", { date: "2022-04" });
const second = edition("two.md", { date: "2024-04", supersedes: "one.md" });
const third = edition("three.md", { supersedes: "two.md", inForceFrom: "2026-09-01" });

describe("findNotInForce", () => {
  it.each([
    ["2022-05-01", ["two.md", "three.md"]],
    ["2024-04-01", ["one.md", "three.md"]],
    ["2026-08-31", ["one.md", "three.md"]],
    ["2026-09-01", ["one.md", "two.md"]],
  ])("on %s leaves out %j", (day, expected) => {
    const out = findNotInForce([first, second, third], day);
    expect([...out].map(({ file }) => file).toSorted()).toEqual(expected.toSorted());
  });

  it("uses a newer edition that states no date, and one whose older edition is not held", () => {
    const undated = edition("new.md", { supersedes: "one.md" });
    expect([...findNotInForce([first, undated], "2020-01-01")]).toEqual([first]);
    expect([...findNotInForce([third], "2020-01-01")]).toEqual([]);
  });

  it("takes editions of one name for two works where sources.yaml says nothing", () => {
    expect([
      ...findNotInForce([first, edition("copy.md", { date: "2025" })], "2026-01-01"),
    ]).toEqual([]);
  });
});
