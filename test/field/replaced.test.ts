import { describe, expect, it } from "vitest";
import { replaced } from "../../src/field/replaced.ts";

const iso = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

describe("the rows of field/replaced.json", () => {
  it("have a source and dates each", () => {
    for (const { names, now, since, source, sourceDate } of replaced) {
      expect(names.length).toBeGreaterThan(0);
      expect(now).not.toBe("");
      expect(source).toMatch(/\d|Ofqual|Ofsted/);
      expect(since).toMatch(iso);
      expect(sourceDate).toMatch(iso);
    }
  });

  it("find each of their own names, and no name of what is there now", () => {
    for (const { names, short = [], now, pattern } of replaced) {
      for (const name of [...names, ...short])
        expect([name, ...name.matchAll(pattern)].length).toBe(2);
      expect(now.search(pattern)).toBe(-1);
    }
  });

  it("have each name once", () => {
    const all = replaced.flatMap(({ names, short = [] }) => [...names, ...short]);
    expect(new Set(all).size).toBe(all.length);
  });
});
