// `charm batch` on stand-ins: what is shown, what is asked for first, and how it ends.
import { describe, expect, it } from "vitest";
import type { BatchPlan } from "../../src/batch/plan.ts";
import { summarise, type SettledJob } from "../../src/batch/summary.ts";
import { InterruptedError } from "../../src/errors.ts";
import type { Services } from "../../src/program/services.ts";
import { makeJob, makePlan, nothing } from "../batch/made-batch.ts";
import { runCli } from "./run-cli.ts";

const failure = { code: "pack-unknown", message: "There is no pack “x”.", hint: null };
const jobs = [makeJob("/out", "a.md"), makeJob("/out", "b.md", { line: 2 })];
const plan = makePlan("/out", jobs);
const failing: BatchPlan = makePlan("/out", [
  ...jobs,
  makeJob("/out", "x.md", { line: 3, failure }),
]);

function batchOf(planned: BatchPlan, errors = 0): Services["batch"] {
  return async (given, _options, hooks) => {
    hooks.onReady();
    const settled = given.jobs.map((job, at): SettledJob => {
      const faults = Array.from({ length: at === 0 ? errors : 0 }, () => ({
        code: "e",
        message: "wrong",
        line: 1,
      }));
      const record = job.failure === null ? { ...nothing, errors: faults } : null;
      hooks.onJob(
        record === null
          ? { kind: "failed", job, failure }
          : { kind: "done", job, how: "made", record },
        at + 1,
        given.jobs.length,
      );
      return { job, record, failure: job.failure, edited: false };
    });
    return { plan: planned, summary: summarise("m.yaml", settled), made: 2, usage: null };
  };
}

const run = (argv: readonly string[], planned = plan, batch = batchOf(planned)) =>
  runCli(["batch", "m.yaml", ...argv], {
    cwd: "/",
    services: { planBatch: async () => planned, batch },
  });

describe("charm batch", () => {
  it("needs --yes where there is no terminal, and shows the plan before that", async () => {
    const { code, stderr, closed } = await run([]);
    expect(code).toBe(2);
    expect(stderr).toContain("2 jobs in m.yaml: 2 drafts for 1 home.");
    expect(stderr).toContain("--yes");
    expect(closed).toBe(true);
  });

  it("says that one job runs at a time where a limit holds for a language model", async () => {
    const asking = {
      ...plan,
      calls: {
        model: "m",
        questions: 2,
        drafts: 0,
        calls: 4,
        tokens: 9,
        cost: null,
        currency: null,
      },
    };
    const told = async (args: readonly string[], planned = asking) =>
      (await run(["--yes", ...args], planned)).stderr.includes("One job runs at a time");
    expect(await told(["--max-cost", "2"])).toBe(true);
    expect(await told(["--max-tokens", "9000", "--parallel", "4"])).toBe(true);
    expect(await told(["--max-cost", "2", "--parallel", "1"])).toBe(false);
    expect(await told([])).toBe(false);
    const { stderr } = await run(["--yes", "--max-cost", "2"]);
    expect(stderr).not.toContain("One job runs at a time");
  });

  it("shows the plan alone", async () => {
    const shown = await run(["--dry-run"]);
    expect([shown.code, shown.stderr]).toEqual([0, ""]);
    expect(shown.stdout).toContain("  a.md\n  b.md\n");
    const json = await run(["--dry-run", "--json"], failing);
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject({
      jobs: [{ outputs: ["a.md"], failure: null }, { line: 2 }, { line: 3, failure }],
    });
  });

  it("tells each job, the outcome, and ends with 3 where a job has errors or failed", async () => {
    const done = await run(["--yes"]);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain("[2/2] Larch House, b.md: written");
    expect(done.stdout).toContain("2 jobs: 2 done (2 by this run), 0 with errors, 0 failed.");
    expect((await run(["--yes"], plan, batchOf(plan, 1))).code).toBe(3);
    const failed = await run(["--yes", "--json"], failing);
    expect(failed.code).toBe(3);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      failed: 1,
      homes: [{ failed: [{ line: 3 }] }],
    });
    expect(failed.stderr).toContain("1 job cannot run");
    expect((await run(["--yes", "--quiet"])).stderr).toBe("");
  });

  it("refuses a plan of which nothing can run", async () => {
    const none = makePlan("/out", [makeJob("/out", "x.md", { line: 3, failure })]);
    const { code, stderr } = await run(["--yes"], none);
    expect(code).toBe(2);
    expect(stderr).toContain("Line 3: There is no pack “x”.");
  });

  it("says where it stopped", async () => {
    const controller = new AbortController();
    const stopped = await runCli(["batch", "m.yaml", "--yes"], {
      signal: controller.signal,
      services: {
        planBatch: async () => plan,
        batch: async (_plan, _options, hooks) => {
          hooks.onReady();
          hooks.onJob({ kind: "failed", job: jobs[0] as (typeof jobs)[0], failure }, 1, 2);
          controller.abort();
          throw new InterruptedError();
        },
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("1 of 2 jobs are done. The same command goes on from here.");
  });

  it("passes its options on", async () => {
    const seen: unknown[] = [];
    await runCli(
      [
        "batch",
        "d/m.csv",
        "-y",
        "-o",
        "x",
        "--force",
        "--parallel",
        "3",
        "--max-jobs",
        "9",
        "--max-cost",
        "2.5",
      ],
      {
        cwd: "/w",
        services: {
          planBatch: async (request) => {
            seen.push(request);
            return plan;
          },
          batch: async (given, options, hooks) => {
            seen.push(options);
            return batchOf(plan)(given, options, hooks);
          },
        },
      },
    );
    expect(seen).toMatchObject([
      { manifest: "d/m.csv", path: "/w/d/m.csv", output: "/w/x", most: 9, maxCost: 2.5 },
      { force: true, parallel: 3, maxTokens: null, maxCost: 2.5 },
    ]);
    expect((await run(["--parallel", "0"])).code).toBe(2);
  });
});
