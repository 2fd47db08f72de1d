// Takes a planned batch and what does a job; gives what became of each job. A job that fails leaves the others.
//
// What a job needs is opened by the caller, once for all of them; nothing is printed here.
import { CharmError, InterruptedError, messageOf } from "../errors.ts";
import { digestOf } from "../batch/journal.ts";
import type { BatchPlan, JobFailure, PlannedJob } from "../batch/plan.ts";
import type { JobRecord } from "../batch/record.ts";
import type { BatchStore, JobFile, JobState } from "../batch/store.ts";
import { groupBy } from "../lists.ts";

/** What a job gives. */
export interface JobWork {
  readonly files: readonly JobFile[];
  readonly record: JobRecord;
}

export type JobResult =
  /** `how`: by this run, by an earlier one, or by an earlier one and changed by hand since. */
  | {
      readonly kind: "done";
      readonly job: PlannedJob;
      readonly how: "made" | "kept" | "edited";
      readonly record: JobRecord;
    }
  | { readonly kind: "failed"; readonly job: PlannedJob; readonly failure: JobFailure };

export interface BatchOptions {
  /** Make every job anew, and write over files that are not charm's. */
  readonly force: boolean;
  /** Jobs at a time. */
  readonly parallel: number;
}

export interface BatchDeps {
  readonly store: Pick<BatchStore, "look" | "commit">;
  /** All that a job is made from: two that are equal as JSON give the same files. */
  readonly inputsOf: (job: PlannedJob) => Promise<unknown>;
  readonly work: (job: PlannedJob) => Promise<JobWork>;
  readonly signal: AbortSignal;
  readonly onJob: (result: JobResult, done: number, of: number) => void;
}

/**
 * In the order of the plan.
 * @throws CharmError `disk-failed` where no job could be written, `interrupted`; what is done by then stays
 */
export async function runBatch(
  plan: BatchPlan,
  options: BatchOptions,
  deps: BatchDeps,
): Promise<JobResult[]> {
  // Jobs of one home come together, so that what it alone needs is held for a while and no longer.
  const waiting = [...groupBy(plan.jobs.entries(), ([, { homeName }]) => homeName).values()].flat();
  const results: JobResult[] = [];
  let done = 0;
  let stopped: { readonly by: unknown } | null = null;
  const next = async (): Promise<void> => {
    for (;;) {
      if (stopped !== null) return;
      const [taken] = waiting.splice(0, 1);
      if (taken === undefined) return;
      const [at, job] = taken;
      try {
        if (deps.signal.aborted) throw new InterruptedError();
        const result = await settleJob(job, options, deps);
        results[at] = result;
        done += 1;
        deps.onJob(result, done, plan.jobs.length);
      } catch (error) {
        stopped ??= { by: error };
      }
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, next));
  const end = stopped as { readonly by: unknown } | null;
  if (end !== null) throw end.by;
  return results;
}

async function settleJob(
  job: PlannedJob,
  { force }: BatchOptions,
  deps: BatchDeps,
): Promise<JobResult> {
  if (job.failure !== null) return { kind: "failed", job, failure: job.failure };
  try {
    const inputs = digestOf(JSON.stringify(await deps.inputsOf(job)));
    const state: JobState = await deps.store.look(job);
    const done = force ? null : findDone(job, state, inputs);
    if (done !== null) return done;
    const { files, record } = await deps.work(job);
    deps.signal.throwIfAborted();
    await deps.store.commit(job, files, { inputs, record });
    return { kind: "done", job, how: "made", record };
  } catch (error) {
    if (deps.signal.aborted) throw new InterruptedError();
    if (error instanceof CharmError && error.code === "disk-failed") throw error;
    return { kind: "failed", job, failure: toFailure(error) };
  }
}

/** Null for a job that is to be run. */
function findDone(job: PlannedJob, state: JobState, inputs: string): JobResult | null {
  if (state.kind === "free") return null;
  const { entry } = state;
  const same = entry?.inputs === inputs;
  if (state.kind === "finished")
    return same ? { kind: "done", job, how: "kept", record: state.entry.record } : null;
  if (same && entry !== null) return { kind: "done", job, how: "edited", record: entry.record };
  const message =
    entry === null
      ? `${state.file} is there already, and this batch has not written it.`
      : `${state.file} was changed since charm wrote it, and what it was made from has changed as well.`;
  const hint = "It is left as it is. Move it away, or write over it with --force.";
  return { kind: "failed", job, failure: { code: "output-not-ours", message, hint } };
}

/** A fault of charm at one job is that job's failure. */
function toFailure(error: unknown): JobFailure {
  if (error instanceof CharmError)
    return { code: error.code, message: error.message, hint: error.hint };
  const hint = "This is a fault of charm: please tell its makers what the job was.";
  return { code: "unexpected", message: messageOf(error), hint };
}
