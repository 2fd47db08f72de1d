// Three homes and twelve packs on the official texts: 36 files, each of one home alone; killed at random, the same bytes.
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copyExample, findStrangers, readTree } from "../support/batch-example.ts";
import { isBuilt } from "../support/project.ts";
import { createRandom, takeSeed } from "../support/seeded-random.ts";
import { runCharm, type ProgramOptions } from "../support/run-charm.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const law = /^(?:Childrens_Homes_England_Regulations_2015|Guide_to_Children_s_Home_Standards)/;

describe.skipIf(!isBuilt || !hasShared)(`36 jobs${withoutShared}`, { timeout: 900_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(inject("runFolder"), "policies-"));
    await copyExample(folder);
    for (const file of await readdir(sharedPath("guidance")))
      if (law.test(file))
        await copyFile(sharedPath("guidance", file), join(folder, "corpus", file));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const batch = (output: string, options: Partial<ProgramOptions> = {}) =>
    runCharm(["batch", "policies.yaml", "--yes", "-o", output, "--offline"], {
      cwd: folder,
      ...options,
    });

  it("give 36 files without a word of another home", async () => {
    const done = await batch("whole");
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("36 jobs: 36 done")]);
    const names = [...(await readTree(join(folder, "whole"))).keys()];
    for (const ending of [".md", ".docx"])
      expect(names.filter((name) => name.includes("/") && name.endsWith(ending))).toHaveLength(36);
    expect(await findStrangers(join(folder, "whole"))).toEqual([]);
  });

  it("are the same bytes after runs that were killed at random", async () => {
    const random = createRandom(takeSeed("when a batch is killed"));
    for (let round = 0; round < 5; round += 1) {
      const job = 1 + Math.floor(random() * 8) + 6 * round;
      const told = new RegExp(`\\[${job}/36\\]`);
      await batch("killed", { killAt: { told, after: Math.floor(random() * 1500) } });
    }
    expect((await batch("killed")).code).toBe(0);
    expect(await readTree(join(folder, "killed"))).toEqual(await readTree(join(folder, "whole")));
  });
});
