// Takes the plan of a batch; writes the outputs of its jobs, with the library and the models opened once for all of them.
import { basename } from "node:path";
import { summaryNames } from "../batch/own-files.ts";
import { runsOneByOne, type BatchPlan } from "../batch/plan.ts";
import { openStore, type BatchStore } from "../batch/store.ts";
import { summarise, type BatchSummary } from "../batch/summary.ts";
import { writeSummary } from "../batch/write-summary.ts";
import { writeSummaryXlsx } from "../batch/write-summary-xlsx.ts";
import { chooseAnew } from "../homes/scope.ts";
import { toSafeJson } from "../text/sanitise.ts";
import { runBatch, type JobResult } from "../use-cases/run-batch.ts";
import { openBatchWork, type BatchWork } from "./batch-work.ts";
import type { RunDeps } from "./run-deps.ts";
import type { BatchHooks, BatchOutcome, BatchRunOptions } from "./services.ts";

/** Where nothing is waited for but this machine, two jobs at a time keep it busy; an endpoint answers several. */
const usualParallel = { here: 2, endpoint: 4 };

/**
 * @throws CharmError as `openStore`, `runBatch` and opening the library; outputs that are finished by then stay
 */
export async function batchJobs(
  run: RunDeps,
  plan: BatchPlan,
  options: BatchRunOptions,
  hooks: BatchHooks,
): Promise<BatchOutcome> {
  const store = await openStore(plan);
  try {
    const library = await run.openLibrary(hooks, undefined, chooseAnew(run.homes, { kind: "all" }));
    try {
      hooks.onReady();
      return await settle(
        openBatchWork(run, library, plan, options, hooks),
        store,
        plan,
        options,
        hooks,
      );
    } finally {
      library.close();
    }
  } finally {
    await store.close();
  }
}

async function settle(
  batch: BatchWork,
  store: BatchStore,
  plan: BatchPlan,
  options: BatchRunOptions,
  { signal, onJob }: BatchHooks,
): Promise<BatchOutcome> {
  const usual = plan.calls === null ? usualParallel.here : usualParallel.endpoint;
  const { force, parallel } = options;
  const results = await runBatch(
    plan,
    { force, parallel: runsOneByOne(plan, options) ? 1 : (parallel ?? usual) },
    { store, signal, onJob, inputsOf: batch.inputsOf, work: batch.work },
  );
  const summary = summarise(basename(plan.manifest), results.map(toSettled));
  await store.write(await renderSummary(summary));
  await store.settle();
  const made = results.filter((result) => result.kind === "done" && result.how === "made").length;
  return { plan, summary, made, usage: batch.usage() };
}

function toSettled(result: JobResult) {
  const { job } = result;
  if (result.kind === "failed")
    return { job, record: null, failure: result.failure, edited: false };
  return { job, record: result.record, failure: null, edited: result.how === "edited" };
}

async function renderSummary(summary: BatchSummary) {
  return [
    { file: summaryNames.md, content: writeSummary(summary) },
    { file: summaryNames.json, content: toSafeJson(summary) },
    { file: summaryNames.xlsx, content: await writeSummaryXlsx(summary) },
  ];
}
