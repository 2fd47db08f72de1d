// Homes, jobs and a plan that tests of batches use.
import type { ManifestHomes, ReadOptions } from "../../src/batch/manifest.ts";
import type { BatchPlan, PlannedJob } from "../../src/batch/plan.ts";
import type { JobRecord } from "../../src/batch/record.ts";
import type { Home } from "../../src/homes/homes.ts";
import { findHome } from "../../src/homes/open-homes.ts";
import { join } from "node:path";

export function makeHome(name: string, options: Partial<Home> = {}): Home {
  return {
    name,
    aliases: [],
    facts: null,
    factsInCorpus: [],
    line: 1,
    folders: [`/homes/${name}`],
    inCorpus: [name],
    ...options,
  };
}

export const larch = makeHome("Larch House", { aliases: ["Larch"] });
export const rowan = makeHome("Rowan’s End");
const all: readonly Home[] = [larch, rowan];

export const homes: ManifestHomes = { all, find: (name) => findHome(all, name) };
export const options: ReadOptions = { file: "m.yaml", homes, most: 10_000 };

export function makeJob(folder: string, file: string, given: Partial<PlannedJob> = {}): PlannedJob {
  return {
    line: 1,
    home: larch,
    homeName: larch.name,
    asked: { kind: "pack", pack: file, facts: null, date: null },
    outputs: [{ file, path: join(folder, file), format: "md" }],
    failure: null,
    ...given,
  };
}

export function makePlan(folder: string, jobs: readonly PlannedJob[]): BatchPlan {
  return { manifest: "m.yaml", folder, jobs, finished: 0, calls: null };
}

export const nothing: JobRecord = { blanks: [], errors: [], conflicts: [], leftOut: [] };
