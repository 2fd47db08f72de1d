import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { lockName } from "../../src/library/lock.ts";
import { model } from "./fixtures.ts";
import { describeLibrary } from "./library-contract.ts";

describeLibrary("LanceDB in a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "charm-library-"));
  await mkdir(folder, { recursive: true });
  return {
    create: (options) => createLibrary(folder, model, "chunks@1", options),
    open: (options) => openLibrary(folder, model, options),
    forgetLock: () => rm(join(folder, lockName), { force: true }),
    clean: () => rm(folder, { recursive: true, force: true }),
  };
});

describeLibrary("LanceDB in memory", async () => ({
  create: (options) => createLibrary("memory://", model, "chunks@1", options),
  open: null,
  forgetLock: () => Promise.resolve(),
  clean: () => Promise.resolve(),
}));
