// What charm writes from the official documents it reads back, where they stand beside the project.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt } from "../support/project.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";
import { writeAndCheck } from "../support/write-and-check.ts";

describe.skipIf(!isBuilt || !hasShared)(
  `charm check on charm's own reports of the official documents${withoutShared}`,
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "charm-official-reports-"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it("finds nothing that they do not say", async () => {
      const place = ["--corpus", sharedPath("guidance"), "--index", join(folder, "index")];
      expect(await writeAndCheck(place, folder)).toEqual([]);
    }, 600_000);
  },
);
