// Takes what became of the jobs of a batch; gives what people have to do next, home by home.
//
// Nothing in it tells how often the batch was stopped: the same jobs give the same summary.
import { groupBy } from "../lists.ts";
import { keyOfJob, nameJob, type JobFailure, type PlannedJob } from "./plan.ts";
import type { JobBlank, JobError, JobRecord } from "./record.ts";

export interface SummaryConflict {
  readonly about: string;
  readonly sides: readonly string[];
  /** Outputs that show it. */
  readonly files: readonly string[];
}

export interface SummaryFailure extends JobFailure {
  /** Of the manifest. */
  readonly line: number;
  readonly job: string;
  /** That is not written. */
  readonly file: string;
}

export interface SummaryHome {
  /** Null for jobs that name none. */
  readonly home: string | null;
  /** Outputs that are there, below the output folder. */
  readonly files: readonly string[];
  readonly blanks: readonly (JobBlank & { readonly file: string })[];
  readonly errors: readonly (JobError & { readonly file: string })[];
  /** Each once. */
  readonly conflicts: readonly SummaryConflict[];
  readonly failed: readonly SummaryFailure[];
  /** Outputs that somebody has changed since charm wrote them: they are left as they are. */
  readonly edited: readonly string[];
  /** Documents of the home that were not read, and why. */
  readonly leftOut: readonly string[];
}

export interface BatchSummary {
  readonly manifest: string;
  readonly jobs: number;
  readonly done: number;
  readonly failed: number;
  /** Jobs that are done and have errors. */
  readonly withErrors: number;
  /** In the order in which the manifest comes to them. */
  readonly homes: readonly SummaryHome[];
}

/** A finished job, or a failed one. */
export interface SettledJob {
  readonly job: PlannedJob;
  readonly record: JobRecord | null;
  readonly failure: JobFailure | null;
  readonly edited: boolean;
}

/** @param manifest name of its file */
export function summarise(manifest: string, settled: readonly SettledJob[]): BatchSummary {
  const failed = settled.filter(({ failure }) => failure !== null).length;
  return {
    manifest,
    jobs: settled.length,
    done: settled.length - failed,
    failed,
    withErrors: settled.filter(({ record }) => (record?.errors.length ?? 0) > 0).length,
    homes: [...groupBy(settled, ({ job }) => job.homeName)].map(([home, jobs]) =>
      summariseHome(home, jobs),
    ),
  };
}

function summariseHome(home: string | null, jobs: readonly SettledJob[]): SummaryHome {
  const records = jobs.flatMap(({ job, record }) =>
    record === null ? [] : [{ record, file: keyOfJob(job) }],
  );
  return {
    home,
    files: jobs.flatMap(({ job, record }) =>
      record === null ? [] : job.outputs.map(({ file }) => file),
    ),
    blanks: records.flatMap(({ record, file }) => record.blanks.map((one) => ({ file, ...one }))),
    errors: records.flatMap(({ record, file }) => record.errors.map((one) => ({ file, ...one }))),
    conflicts: joinConflicts(records),
    failed: jobs.flatMap(({ job, failure }) =>
      failure === null
        ? []
        : [{ line: job.line, job: nameJob(job), file: keyOfJob(job), ...failure }],
    ),
    edited: jobs.flatMap(({ job, edited }) => (edited ? [keyOfJob(job)] : [])),
    leftOut: [...new Set(records.flatMap(({ record }) => record.leftOut))],
  };
}

function joinConflicts(
  records: readonly { readonly record: JobRecord; readonly file: string }[],
): SummaryConflict[] {
  const all = records.flatMap(({ record, file }) =>
    record.conflicts.map((conflict) => ({ ...conflict, file })),
  );
  const same = groupBy(all, ({ about, sides }) => JSON.stringify([about, sides]));
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { about, sides } = first;
    return [{ about, sides, files: [...new Set(group.map(({ file }) => file))] }];
  });
}
