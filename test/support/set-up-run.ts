// Once before all tests: makes the folder for what test files share, and says which tests cannot run here.
import { spawnSync } from "node:child_process";
import { chmod, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findOcrPackages } from "../../src/extract/pdf/ocr/find-packages.ts";
import { isBuilt } from "./project.ts";
import { makeQuickFolder } from "./quick-folder.ts";
import { hasShared } from "./shared-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that is there while the tests run, and may be entered by all. */
    runFolder: string;
  }
}

function hasOcr(): boolean {
  try {
    findOcrPackages();
    return true;
  } catch {
    return false;
  }
}

/** @returns what deletes the folder at the end */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const skipped = [
    isBuilt ? "" : "tests of the built program, which `npm run build` makes",
    hasShared ? "" : "tests that read the official documents: there is no ../shared",
    hasOcr() ? "" : "tests that read scans: there is no tesseract.js (docs/scans.md)",
    spawnSync("pdftotext", ["-v"]).error ? "tests that compare with poppler's pdftotext" : "",
  ];
  for (const what of skipped) if (what !== "") process.stderr.write(`Skipped: ${what}.\n`);
  const folder = await makeQuickFolder();
  project.provide("runFolder", folder);
  // Workers start with it: what tests, and LanceDB below them, leave behind goes with the run.
  const temporary = join(folder, "temporary");
  await mkdir(temporary);
  await chmod(temporary, 0o1777);
  process.env["TMPDIR"] = temporary;
  return () => rm(folder, { recursive: true, force: true });
}
