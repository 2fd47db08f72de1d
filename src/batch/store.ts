// The output folder of a batch: tells what an earlier run left there, and takes the files of a job, all of it or nothing.
import { mkdir, readdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { CharmError, exitCodes, messageOf } from "../errors.ts";
import { foldPath } from "../files/fold-path.ts";
import { takeLockFile } from "../files/lock-file.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import { groupBy } from "../lists.ts";
import { digestOf, openJournal, readJournal, type Journal, type JournalEntry } from "./journal.ts";
import { lockName, ownFiles } from "./own-files.ts";
import { keyOfJob, type BatchPlan, type PlannedJob } from "./plan.ts";
import type { JobRecord } from "./record.ts";

/**
 * What stands where a job's files go:
 * - `free`: nothing, or files that charm wrote and may write anew
 * - `finished`: all of the files, as charm wrote them
 * - `changed`: a file that charm did not write, or that somebody has changed since; `entry` is what charm wrote last
 */
export type JobState =
  | { readonly kind: "free" }
  | { readonly kind: "finished"; readonly entry: JournalEntry }
  | { readonly kind: "changed"; readonly file: string; readonly entry: JournalEntry | null };

export interface JobFile {
  /** Below the output folder. */
  readonly file: string;
  readonly content: string | Uint8Array;
}

export interface BatchStore {
  readonly look: (job: PlannedJob) => Promise<JobState>;
  /** @throws CharmError `output-failed`, `output-outside`, `disk-failed` where no other job could be written either */
  readonly commit: (
    job: PlannedJob,
    files: readonly JobFile[],
    entry: Pick<JournalEntry, "inputs"> & { readonly record: JobRecord },
  ) => Promise<void>;
  /** Files beside the outputs. */
  readonly write: (files: readonly JobFile[]) => Promise<void>;
  /** Leaves a journal that is the same however often the batch was stopped. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Makes the folder, and clears what a killed run left in it.
 * @throws CharmError `batch-locked`, `output-failed`, `disk-failed`
 */
export async function openStore({ folder, jobs }: BatchPlan): Promise<BatchStore> {
  await explain(folder, () => mkdir(folder, { recursive: true }));
  const lock = await takeLockFile(join(folder, lockName), {
    held: (holder) =>
      new CharmError("batch-locked", `A batch is writing to ${folder} already: ${holder}.`, {
        hint: `Wait until it ends. If no such process runs any more, delete ${join(folder, lockName)}.`,
      }),
    unwritable: (cause) => unwritten(folder, cause),
  });
  try {
    await clearTemporary(folder, jobs);
    const journal = await explain(folder, () => openJournal(folder));
    return storeOf(folder, journal, async () => {
      await journal.close();
      await lock.release();
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function storeOf(folder: string, journal: Journal, close: () => Promise<void>): BatchStore {
  /** Of files that were looked at or written in this run. */
  const onDisk = new Map<string, string>();
  return {
    look: (job) => lookAt(job, journal, onDisk),
    commit: async ({ outputs }, files, { inputs, record }) => {
      const digests = files.map(({ file, content }) => [file, digestOf(content)] as const);
      const entry = { inputs, outputs: Object.fromEntries(digests), record };
      await explain(folder, () => journal.add(entry));
      for (const { file, content } of files) {
        const path = outputs.find((one) => one.file === file)?.path ?? join(folder, file);
        await put(path, content);
      }
      for (const [file, digest] of digests) onDisk.set(file, digest);
    },
    write: async (files) => {
      for (const { file, content } of files) await put(join(folder, file), content);
    },
    settle: () => explain(folder, () => journal.settle((entry) => isWhole(entry, onDisk))),
    close,
  };
}

function isWhole({ outputs }: JournalEntry, onDisk: ReadonlyMap<string, string>): boolean {
  return Object.entries(outputs).every(([file, digest]) => onDisk.get(file) === digest);
}

async function lookAt(
  job: PlannedJob,
  journal: Journal,
  onDisk: Map<string, string>,
): Promise<JobState> {
  const digests = await digestOutputs(job);
  for (const [file, digest] of digests) onDisk.set(file, digest);
  const found = [...digests.keys()];
  if (found.length === 0) return { kind: "free" };
  const entries = journal.entriesOf(keyOfJob(job));
  const whole = entries.findLast((entry) => isWhole(entry, onDisk) && isOf(entry, job));
  if (whole !== undefined) return { kind: "finished", entry: whole };
  const strange = found.find(
    (file) => !journal.entriesOf(file).some(({ outputs }) => outputs[file] === onDisk.get(file)),
  );
  if (strange === undefined) return { kind: "free" };
  return { kind: "changed", file: strange, entry: entries.at(-1) ?? null };
}

/** Of those of a job's files that are there. */
async function digestOutputs({ outputs }: PlannedJob): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { file, path } of outputs) {
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
      throw unwritten(path, error);
    });
    if (content !== null) digests.set(file, digestOf(content));
  }
  return digests;
}

/** Jobs whose files are all there as charm wrote them: the journal is ahead of the files where a run was killed. */
export async function countFinished({
  folder,
  jobs,
}: Pick<BatchPlan, "folder" | "jobs">): Promise<number> {
  const entries = groupBy(
    (await readJournal(folder)).flatMap((entry) =>
      Object.keys(entry.outputs).map((file) => ({ file, entry })),
    ),
    ({ file }) => file,
  );
  let finished = 0;
  for (const job of jobs) {
    const known = (entries.get(keyOfJob(job)) ?? []).filter(({ entry }) => isOf(entry, job));
    if (known.length === 0) continue;
    // A file that cannot be read is told of at its job.
    const digests = await digestOutputs(job).catch(() => new Map<string, string>());
    if (known.some(({ entry }) => isWhole(entry, digests))) finished += 1;
  }
  return finished;
}

function isOf({ outputs }: JournalEntry, job: PlannedJob): boolean {
  return (
    Object.keys(outputs).length === job.outputs.length &&
    job.outputs.every(({ file }) => file in outputs)
  );
}

/** A folder may have become a link since the batch was planned. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await explain(path, async () => {
    await mkdir(folder, { recursive: true });
    if (foldPath(await realpath(folder)) !== foldPath(folder))
      throw new CharmError("output-outside", `A link leads to another place than ${folder}.`, {
        hint: "Leave the output folder as it is while a batch runs.",
      });
    await replaceFile(path, content);
  });
}

/** Where these happen, no other file can be written either. */
const ofDisk = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "EFBIG"]);

async function explain<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CharmError ? error : unwritten(path, error);
  }
}

function unwritten(path: string, cause: unknown): CharmError {
  const isDisk = ofDisk.has((cause as NodeJS.ErrnoException).code ?? "");
  return new CharmError(
    isDisk ? "disk-failed" : "output-failed",
    `${path} could not be written: ${messageOf(cause)}`,
    {
      hint: isDisk
        ? "Files that were finished are whole. Make room, or see who may write there, and run the same command again: it goes on where it stood."
        : "What was there before is unchanged. Check who may write there.",
      exitCode: exitCodes.unexpected,
      cause,
    },
  );
}

/** A process that is killed leaves the file it was writing under the name that `replaceFile` gives it. */
async function clearTemporary(folder: string, jobs: readonly PlannedJob[]): Promise<void> {
  const paths = [
    ...jobs.flatMap(({ outputs }) => outputs.map(({ path }) => path)),
    ...ownFiles.map((file) => join(folder, file)),
  ];
  for (const [place, files] of groupBy(paths, dirname)) {
    const names = new Set(files.map((file) => basename(file)));
    for (const name of await readdir(place).catch(() => [])) {
      const written = /^\.(.+)\.\d+-[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
      if (written !== undefined && names.has(written)) await rm(join(place, name), { force: true });
    }
  }
}
