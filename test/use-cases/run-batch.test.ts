// What becomes of the jobs of a batch: failures, interruptions, a full disk, and runs that were killed.
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlannedJob } from "../../src/batch/plan.ts";
import { openStore, type BatchStore } from "../../src/batch/store.ts";
import { CharmError } from "../../src/errors.ts";
import { runBatch, type BatchDeps, type JobResult } from "../../src/use-cases/run-batch.ts";
import { larch, makeJob, makePlan, nothing, rowan } from "../batch/made-batch.ts";

let folder: string;
let jobs: PlannedJob[];
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-run-batch-")));
  jobs = [0, 1, 2, 3, 4, 5].map((at) => {
    const home = at % 2 === 0 ? larch : rowan;
    return makeJob(folder, `${at % 2}/${at}.md`, { line: at + 1, home, homeName: home.name });
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface RunOptions extends Partial<Omit<BatchDeps, "store">> {
  readonly force?: boolean;
  readonly parallel?: number;
  readonly wrap?: (store: BatchStore) => Pick<BatchStore, "look" | "commit">;
}

async function run({ force = false, parallel = 2, wrap, ...deps }: RunOptions = {}) {
  const plan = makePlan(folder, jobs);
  const store = await openStore(plan);
  const done: string[] = [];
  try {
    const results = await runBatch(
      plan,
      { force, parallel },
      {
        store: wrap?.(store) ?? store,
        inputsOf: async ({ line }) => ({ line }),
        signal: new AbortController().signal,
        onJob: () => {},
        ...deps,
        work: async (job) => {
          done.push(job.outputs[0]?.file ?? "");
          return deps.work?.(job) ?? write(job);
        },
      },
    );
    await store.settle();
    return { results, done };
  } finally {
    await store.close();
  }
}

const write = ({ outputs, line }: PlannedJob) => ({
  files: outputs.map(({ file }) => ({ file, content: `text of ${line}\n` })),
  record: nothing,
});
const how = (results: readonly JobResult[]) =>
  results.map((one) => (one.kind === "failed" ? one.failure.code : one.how));

describe("a batch", () => {
  it("runs home by home, and gives results in the order of the manifest", async () => {
    const { results, done } = await run({ parallel: 1 });
    expect(done).toEqual(["0/0.md", "0/2.md", "0/4.md", "1/1.md", "1/3.md", "1/5.md"]);
    expect(results.map(({ job }) => job.line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await readFile(join(folder, "1/3.md"), "utf8")).toBe("text of 4\n");
  });

  it("leaves the others where a job fails, by what is said before or by a fault of charm", async () => {
    jobs[1] = {
      ...(jobs[1] as PlannedJob),
      failure: { code: "pack-unknown", message: "no", hint: null },
    };
    const { results } = await run({
      work: async (job) => {
        if (job.line === 3) throw new CharmError("facts-invalid", "wrong");
        if (job.line === 4) throw new TypeError("undefined is not a function");
        return write(job);
      },
    });
    expect(how(results)).toEqual([
      "made",
      "pack-unknown",
      "facts-invalid",
      "unexpected",
      "made",
      "made",
    ]);
    expect(await readdir(join(folder, "1"))).toEqual(["5.md"]);
  });

  it("makes again what has changed, and nothing else", async () => {
    await run();
    const again = await run({ inputsOf: async ({ line }) => (line === 2 ? "new" : { line }) });
    expect(again.done).toEqual(["1/1.md"]);
    expect(how(again.results)).toEqual(["kept", "made", "kept", "kept", "kept", "kept"]);
    expect((await run({ force: true })).done).toHaveLength(6);
  });

  it("leaves files that were changed by hand, until it is told to write over them", async () => {
    await run();
    const path = join(folder, "0/0.md");
    await writeFile(path, "edited");
    expect(how((await run()).results)[0]).toBe("edited");
    const inputsOf = async () => "other";
    const changed = await run({ inputsOf });
    expect(how(changed.results)).toEqual(["output-not-ours", ...Array(5).fill("made")]);
    expect(await readFile(path, "utf8")).toBe("edited");
    await run({ inputsOf, force: true });
    expect(await readFile(path, "utf8")).toBe("text of 1\n");
  });

  it("stops at a full disk with nothing half-written, and goes on from there", async () => {
    let left = 2;
    const full = (store: BatchStore): Pick<BatchStore, "look" | "commit"> => ({
      look: store.look,
      commit: async (...given) => {
        left -= 1;
        if (left >= 0) return store.commit(...given);
        throw new CharmError("disk-failed", "no space left", { exitCode: 1 });
      },
    });
    await expect(run({ wrap: full, parallel: 1 })).rejects.toMatchObject({ code: "disk-failed" });
    expect(await readdir(join(folder, "0"))).toEqual(["0.md", "2.md"]);
    expect((await run()).done).toHaveLength(4);
  });

  it("ends when it is told to, and goes on from there to the same bytes", async () => {
    const whole = await run().then(() => readAll());
    for (const at of [0, 1, 3, 5]) {
      await rm(folder, { recursive: true });
      const controller = new AbortController();
      const stopped = run({
        parallel: 1,
        signal: controller.signal,
        work: async (job) => {
          if (job.line === at + 1) controller.abort();
          return write(job);
        },
      });
      await expect(stopped).rejects.toMatchObject({ code: "interrupted", exitCode: 130 });
      await run();
      expect(await readAll()).toEqual(whole);
    }
  });

  it("works on so many jobs at a time, and no more", async () => {
    let now = 0;
    let most = 0;
    await run({
      parallel: 3,
      work: async (job) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((settle) => setTimeout(settle, 5));
        now -= 1;
        return write(job);
      },
    });
    expect(most).toBe(3);
  });
});

async function readAll(): Promise<[string, string][]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(
    files
      .toSorted()
      .map(async (path): Promise<[string, string]> => [path, await readFile(path, "utf8")]),
  );
}
