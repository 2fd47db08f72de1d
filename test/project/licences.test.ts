// docs/licences.md is what the lock file says, and nothing in it binds more than charm's own licence allows.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/project.ts";

/** Licences that ask for no more than to be named. */
const permissive = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);

describe("docs/licences.md", () => {
  const kept = readFileSync(join(root, "docs/licences.md"), "utf8");

  it("is what the lock file says", () => {
    const script = join(root, "scripts/list-licences.mjs");
    expect(execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" })).toBe(kept);
  });

  it("has permissive licences alone", () => {
    const listed = [...kept.matchAll(/^\| ([^|]+?) \| \d+ \|/gm)].map(
      ([, licence = ""]) => licence,
    );
    expect(listed.length).toBeGreaterThan(3);
    expect(
      listed
        .flatMap((one) => one.replace(/[()]/g, "").split(/ OR | AND /))
        .filter((one) => !permissive.has(one)),
    ).toEqual([]);
  });
});
