// What is refused before a batch is planned, with the name of the manifest.
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { planBatch } from "../../src/program/plan-batch.ts";
import type { RunDeps } from "../../src/program/run-deps.ts";
import { makeHome } from "../batch/made-batch.ts";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-plan-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function plan(file: string, content: string | Uint8Array, output: string | null = null) {
  const path = join(folder, file);
  await writeFile(path, content);
  const homes = [makeHome("A & B"), makeHome("A B")];
  const run = {
    settings: {
      corpus: "corpus",
      index: join(folder, "index"),
      homes: { folder },
      model: {},
      offline: true,
      asAt: null,
    },
    surroundings: { cwd: folder },
    homes: { list: homes, choice: { kind: "all" } },
  } as unknown as RunDeps;
  const limits = { most: null, maxTokens: null, maxCost: null };
  return planBatch(run, { manifest: file, path, output, ...limits });
}

const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 97) % 256);

it.each([
  ["m.yaml", "", "The manifest m.yaml is empty."],
  ["m.csv", " \n\n", "The manifest m.csv is empty."],
  ["m.yaml", noise, "The manifest m.yaml is no text."],
  ["m.csv", noise, "The manifest m.csv is no text."],
  ["m.yaml", "packs: [a]\nhomes: all\n\u0000\u0000\u0000", "The manifest m.yaml is no text."],
  ["m.yaml", "only words", "m.yaml, line 1: "],
  ["m.csv", "home,pack\n", "m.csv, line 1: there is no job."],
  ["m.txt", "x", "m.txt is neither YAML nor CSV by its name."],
])("refuses %s with its name: %j", async (file, content, message) => {
  await expect(plan(file, content)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(message) as string,
    hint: expect.any(String) as string,
  });
});

it("refuses a table of 20,000 jobs, saying how to allow them", async () => {
  const rows = Array.from({ length: 20_000 }, () => "A B,missing").join("\n");
  await expect(plan("m.csv", `home,pack\n${rows}`)).rejects.toMatchObject({
    message: "m.csv, line 2: these are 20000 jobs, more than 10000.",
    hint: "Allow them with --max-jobs 20000.",
  });
});

it("refuses an output folder in that of the library", async () => {
  const manifest = "homes: all\nquestions: [Who?]\n";
  await expect(plan("m.yaml", manifest, join(folder, "index/out"))).rejects.toMatchObject({
    code: "output-in-index",
  });
});

it("gives homes whose names look alike folders of their own", async () => {
  const { jobs } = await plan("m.yaml", "homes: all\nquestions: [Who?]\n");
  const files = jobs.flatMap(({ outputs }) => outputs.map(({ file }) => file));
  expect(new Set(files).size).toBe(2);
  for (const file of files) expect(file).toMatch(/^a-b-[0-9a-f]{6}\/question-1\.md$/);
});
