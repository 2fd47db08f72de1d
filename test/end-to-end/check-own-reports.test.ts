// What charm writes it reads back: its check finds nothing in its own reports that they do not say themselves.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOwnLibrary } from "../support/own-library.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";
import { writeAndCheck } from "../support/write-and-check.ts";

describe.skipIf(!isBuilt)("charm check on charm's own reports", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-own-reports-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("finds nothing that they do not say, on the project's own corpus", async () => {
    const { home } = await makeOwnLibrary();
    await cp(home, folder, { recursive: true });
    expect(await writeAndCheck([], folder)).toEqual([]);
  }, 240_000);

  it("finds what is changed in them", async () => {
    const file = join(folder, "report-0.md");
    const report = await readFile(file, "utf8");
    // The first place to read on is given the words of another.
    const [, first = "", second = ""] =
      /\*\*See also\*\*\n\n- .*?: “(.+?)”.*\n- .*?: “(.+?)”/.exec(report) ?? [];
    expect(first).not.toBe("");
    await writeFile(file, report.replace(`“${first}”`, `“${second} of the lighthouse”`));
    const { code, stdout } = await runCharm(["check", file], { cwd: folder });
    expect([code, stdout]).toEqual([3, expect.stringContaining("quote-not-on-page")]);
  }, 60_000);
});
