// The built program gives the same report from an index whatever order its documents came in.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOwnLibrary, ownQuestion } from "../support/own-library.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("an index made in another order", () => {
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), "charm-order-"));
  });
  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  it("gives the same bytes", { timeout: 120_000 }, async () => {
    const { home, first } = await makeOwnLibrary();
    const other = ["--index", join(elsewhere, "index")];
    const last = join("corpus", "Larkrise_House_business_plan.pdf");
    expect((await runCharm(["index", last, ...other], { cwd: home })).code).toBe(0);
    const reordered = await runCharm(["ask", ownQuestion, ...other], { cwd: home });
    // It had documents to add.
    expect(reordered.stderr).not.toBe("");
    expect(reordered.stdout).toBe(first.stdout);
  });
});
