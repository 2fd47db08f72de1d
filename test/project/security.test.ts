// Every test that SECURITY.md names for a claim is there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/project.ts";

const text = readFileSync(join(root, "SECURITY.md"), "utf8");
/** A path below test/, a colon, and the title of a test up to the end of the clause. */
const named = [
  ...text.matchAll(/`([\w/-]+\.test\.ts)`: ([^;|\n]+?)(?=;|\s*\||\.\s|\.?\n|\)|\. )/g),
].map(([, file = "", title = ""]) => ({ file, title: title.trim() }));

describe("SECURITY.md", () => {
  it("names a test for each claim", () => {
    const rows = text.split("\n").filter((line) => /^\| (?!it cannot|-)/.test(line));
    expect(rows.filter((row) => !row.includes(".test.ts`: "))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
    expect([...text.matchAll(/\.test\.ts`/g)]).toHaveLength(named.length);
  });

  it.each(named)("$file: $title", ({ file, title }) => {
    const path = join(root, "test", file);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, "utf8")).toContain(title);
  });
});
