// A batch as it is going to be run: its jobs with their outputs, and which of them cannot run.
import type { Home } from "../homes/homes.ts";
import type { Asked, BatchFormat } from "./manifest.ts";
import type { PlacedOutput } from "./place-outputs.ts";

/** Why a job is not done: in words, with what to do about it. */
export interface JobFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export interface PlannedOutput extends PlacedOutput {
  readonly format: BatchFormat;
}

export interface PlannedJob {
  /** Line of the manifest. */
  readonly line: number;
  /** Null where the job names none. */
  readonly home: Home | null;
  /** Name of its home, or of the one that its facts are of; null where neither is known. */
  readonly homeName: string | null;
  readonly asked: Asked;
  /** At least one. */
  readonly outputs: readonly PlannedOutput[];
  /** Known before anything runs; null where the job can run. */
  readonly failure: JobFailure | null;
}

/** What questions and drafts cost, where a language model answers and writes them. */
export interface PlannedCalls {
  readonly model: string;
  readonly questions: number;
  readonly drafts: number;
  /** At most, but for calls that fail in passing. */
  readonly calls: number;
  /** At most, by the usual lengths of prompts and replies. */
  readonly tokens: number;
  /** Of so many tokens; null where no prices are configured. */
  readonly cost: number | null;
  readonly currency: string | null;
}

export interface BatchPlan {
  /** How messages name the manifest. */
  readonly manifest: string;
  /** Of all outputs: absolute, with links followed. */
  readonly folder: string;
  /** In the order of the manifest. */
  readonly jobs: readonly PlannedJob[];
  /** Jobs that an earlier run finished; they are made anew only where something has changed since. */
  readonly finished: number;
  /** Null where no language model is used. */
  readonly calls: PlannedCalls | null;
}

/** What a job is called in lists: the pack, or the question. */
export function nameJob({ asked }: Pick<PlannedJob, "asked">): string {
  return asked.kind === "pack" ? asked.pack : asked.question;
}

/** The one output that tells a job from the others, run after run. */
export function keyOfJob({ outputs }: PlannedJob): string {
  return outputs[0]?.file ?? "";
}

/** What a language model has left of a limit is known only when nothing else is under way: then one job runs at a time. */
export function runsOneByOne(
  { calls }: Pick<BatchPlan, "calls">,
  { maxTokens, maxCost }: { readonly maxTokens: number | null; readonly maxCost: number | null },
): boolean {
  return calls !== null && (maxTokens !== null || maxCost !== null);
}
