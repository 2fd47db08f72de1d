// Once before all tests: makes the folder for what test files share, and says which tests cannot run here.
import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isOpenToAll } from "./other-user.ts";
import { isBuilt } from "./project.ts";
import { hasShared } from "./shared-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that is there while the tests run, and may be entered by all. */
    runFolder: string;
  }
}

/** @returns what deletes the folder at the end */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const skipped = [
    isBuilt ? "" : "tests of the built program, which `npm run build` makes",
    hasShared ? "" : "tests that read the official documents: there is no ../shared",
    spawnSync("pdftotext", ["-v"]).error ? "tests that compare with poppler's pdftotext" : "",
  ];
  for (const what of skipped) if (what !== "") process.stderr.write(`Skipped: ${what}.\n`);
  const folder = await mkdtemp(join(await chooseTemporary(), "charm-tests-"));
  await chmod(folder, 0o755);
  project.provide("runFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** The usual folder for temporary files, unless it is one's own and another is open to all. */
async function chooseTemporary(): Promise<string> {
  const usual = tmpdir();
  for (const folder of [usual, "/tmp", "/var/tmp"])
    if (await isOpenToAll(join(folder, ".")).catch(() => false)) return folder;
  return usual;
}
