// What a batch finds in its output folder, and leaves there when it is killed.
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countFinished, openStore, type BatchStore } from "../../src/batch/store.ts";
import type { PlannedJob } from "../../src/batch/plan.ts";
import { makeJob, makePlan, nothing } from "./made-batch.ts";

let folder: string;
let job: PlannedJob;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-store-")));
  job = makeJob(folder, "larch/a.md");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withStore<T>(work: (store: BatchStore) => Promise<T>): Promise<T> {
  const store = await openStore(makePlan(folder, [job]));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const commit = (content: string, inputs = "one") =>
  withStore((store) =>
    store.commit(job, [{ file: "larch/a.md", content }], { inputs, record: nothing }),
  );
const look = () => withStore((store) => store.look(job));

describe("the output folder", () => {
  it("knows what an earlier run has finished", async () => {
    expect(await look()).toEqual({ kind: "free" });
    await commit("text");
    expect(await look()).toMatchObject({ kind: "finished", entry: { inputs: "one" } });
    await rm(join(folder, "larch/a.md"));
    expect(await look()).toEqual({ kind: "free" });
  });

  it("counts as finished only what is there as the journal has it", async () => {
    const count = () => countFinished(makePlan(folder, [job, makeJob(folder, "larch/b.md")]));
    expect(await count()).toBe(0);
    await commit("text");
    expect(await count()).toBe(1);
    await writeFile(join(folder, "larch/a.md"), "half of");
    expect(await count()).toBe(0);
    // Killed before the file was written.
    await rm(join(folder, "larch/a.md"));
    expect(await count()).toBe(0);
  });

  it("takes what the journal tells of for its own, also where the last file did not come to be", async () => {
    await commit("old");
    const journal = await readFile(join(folder, ".charm-batch.jsonl"), "utf8");
    await commit("new", "two");
    const both = await readFile(join(folder, ".charm-batch.jsonl"), "utf8");
    // Killed between the two: the journal is ahead of the file.
    await writeFile(join(folder, "larch/a.md"), "old");
    expect(both.length).toBeGreaterThan(journal.length);
    expect(await look()).toMatchObject({ kind: "finished", entry: { inputs: "one" } });
  });

  it("passes over a line that was cut off, and goes on behind it", async () => {
    await commit("text");
    await appendFile(join(folder, ".charm-batch.jsonl"), '{"v":1,"inputs":"tw');
    expect(await look()).toMatchObject({ kind: "finished" });
    await commit("new", "two");
    expect(await look()).toMatchObject({ kind: "finished", entry: { inputs: "two" } });
  });

  it("tells files that it did not write, or that were changed", async () => {
    await mkdir(join(folder, "larch"));
    await writeFile(join(folder, "larch/a.md"), "a client's");
    expect(await look()).toEqual({ kind: "changed", file: "larch/a.md", entry: null });
    await commit("text");
    await writeFile(join(folder, "larch/a.md"), "text, and more");
    expect(await look()).toMatchObject({ kind: "changed", entry: { inputs: "one" } });
  });

  it("clears what a killed run was writing, and nothing else", async () => {
    await mkdir(join(folder, "larch"));
    const left = [".a.md.123-0a1b2c3d.tmp", ".b.md.123-0a1b2c3d.tmp", ".a.md.tmp"];
    for (const name of left) await writeFile(join(folder, "larch", name), "half");
    await writeFile(join(folder, ".summary.md.7-0a1b2c3d.tmp"), "half");
    await look();
    expect(await readdir(join(folder, "larch"))).toEqual([".a.md.tmp", ".b.md.123-0a1b2c3d.tmp"]);
    expect(await readdir(folder)).toEqual([".charm-batch.jsonl", "larch"]);
  });

  it("has one journal whatever happened before, in the order of its files", async () => {
    const write = (order: readonly string[]) =>
      withStore(async (store) => {
        for (const file of order) {
          const one = makeJob(folder, file);
          await store.look(one);
          await store.commit(one, [{ file, content: file }], { inputs: "x", record: nothing });
        }
        await store.settle();
        return readFile(join(folder, ".charm-batch.jsonl"), "utf8");
      });
    const first = await write(["b.md", "a.md"]);
    expect(await write(["a.md", "b.md", "a.md"])).toBe(first);
    expect(first.split("\n")).toHaveLength(3);
  });

  it("is one batch's at a time", async () => {
    await withStore(async () => {
      await expect(openStore(makePlan(folder, [job]))).rejects.toMatchObject({
        code: "batch-locked",
      });
    });
    expect(await readdir(folder)).toEqual([".charm-batch.jsonl"]);
  });
});
