// When a job of a batch is made anew, by what it is made from.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Asked } from "../../src/batch/manifest.ts";
import type { DocumentInfo } from "../../src/document.ts";
import { openBatchWork } from "../../src/program/batch-work.ts";
import type { Library } from "../../src/library/library.ts";
import type { RunDeps } from "../../src/program/run-deps.ts";
import type { BatchRunOptions, Hooks } from "../../src/program/services.ts";
import { edition } from "../support/made-up-edition.ts";
import { makeHome, makeJob, makePlan } from "../batch/made-batch.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-batch-work-"));
});
afterEach(() => {
  vi.useRealTimers();
  return rm(folder, { recursive: true, force: true });
});

const question: Asked = {
  kind: "question",
  number: 1,
  question: "How many children may live here?",
};

async function inputsOf(asked: Asked, documents: readonly DocumentInfo[] = []): Promise<unknown> {
  const home = makeHome("Elm House", { facts: join(folder, "home.yaml") });
  const job = makeJob(folder, "a.md", { home, homeName: home.name, asked });
  const run = {
    settings: { homes: { folder }, model: {}, offline: true, asAt: null },
    surroundings: { cwd: folder },
    homes: { list: [home], choice: { kind: "one", home } },
  } as unknown as RunDeps;
  const held = { documents, fingerprint: "f" } as unknown as Library;
  const options = { version: "1" } as BatchRunOptions;
  const hooks = { onOwnLeftOut: () => {} } as unknown as Hooks;
  return openBatchWork(run, held, makePlan(folder, [job]), options, hooks).inputsOf(job);
}

it("makes a job anew on the day that another edition comes into force", async () => {
  const old = edition("guide-2015.md");
  const inForceFrom = "2026-04-01";
  const next = edition("guide-2026.md", { supersedes: old.file, inForceFrom });
  vi.useFakeTimers({ now: new Date("2026-03-30"), toFake: ["Date"] });
  const before = await inputsOf(question, [old, next]);
  vi.setSystemTime(new Date("2026-03-31"));
  expect(await inputsOf(question, [old, next])).toEqual(before);
  vi.setSystemTime(new Date("2026-04-01"));
  expect(await inputsOf(question, [old, next])).not.toEqual(before);
});

it("answers a question anew where the facts that it may quote have changed", async () => {
  const facts = join(folder, "home.yaml");
  const without = await inputsOf(question);
  await writeFile(facts, "name: Elm House\ncapacity: 4\n");
  const four = await inputsOf(question);
  expect(await inputsOf(question)).toEqual(four);
  await writeFile(facts, "name: Elm House\ncapacity: 5\n");
  const five = await inputsOf(question);
  expect(five).not.toEqual(four);
  expect(without).not.toEqual(five);
});
