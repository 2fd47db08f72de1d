// Takes a job of a batch; gives what it is made from, and its files with what the summary tells of them.
import { basename, dirname, resolve } from "node:path";
import { readFile } from "../files/read-file.ts";
import { digestOf } from "../batch/journal.ts";
import { recordAnswer, recordDraft } from "../batch/make-record.ts";
import type { Asked } from "../batch/manifest.ts";
import type { BatchPlan, PlannedJob } from "../batch/plan.ts";
import type { JobRecord } from "../batch/record.ts";
import type { JobFile } from "../batch/store.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { CharmError } from "../errors.ts";
import { exportReport } from "../export/export-report.ts";
import type { Home } from "../homes/homes.ts";
import { addUsage, type RunUsage } from "../language-model/spending.ts";
import type { Library } from "../library/library.ts";
import { keep } from "../once.ts";
import { findPack } from "../packs/find-pack.ts";
import type { Pack } from "../packs/pack.ts";
import { renderReport } from "../report/layout-report.ts";
import type { BatchDeps } from "../use-cases/run-batch.ts";
import { askQuestions } from "./ask-questions.ts";
import { openDrafter, ownPacks } from "./draft-packs.ts";
import { openHomeRuns } from "./home-runs.ts";
import { listNotInForce } from "./keep-in-force.ts";
import { openComparer } from "./open-comparer.ts";
import { refuseOtherNames } from "./refuse-other-names.ts";
import type { RunDeps } from "./run-deps.ts";
import { unsaidOptions, type BatchRunOptions, type Hooks } from "./services.ts";

export interface BatchWork extends Pick<BatchDeps, "inputsOf" | "work"> {
  /** What a language model has used so far; null where none was asked. */
  readonly usage: () => RunUsage | null;
}

/** What all jobs share. */
interface Means {
  readonly options: BatchRunOptions;
  readonly hooks: Hooks;
  /** Folder of the manifest, from which packs and facts are named. */
  readonly base: string;
  readonly runFor: (home: Home | null) => RunDeps;
  readonly openEmbedder: () => Promise<TokenEmbedder>;
  readonly readPack: (pack: string) => Promise<Pack>;
}

/** @param library open as long as there is work */
export function openBatchWork(
  run: RunDeps,
  library: Library,
  plan: BatchPlan,
  options: BatchRunOptions,
  hooks: Hooks,
): BatchWork {
  const base = dirname(resolve(run.surroundings.cwd, plan.manifest));
  const means: Means = {
    options,
    hooks: { ...hooks, onOwnLeftOut: () => {} },
    base,
    runFor: openHomeRuns(run, library),
    openEmbedder: openComparer(run),
    readPack: keep(
      (pack: string) => findPack(pack, resolve(base, pack), ownPacks(run)),
      (pack) => pack,
    ),
  };
  let used: RunUsage | null = null;
  return {
    inputsOf: (job) => listInputs(job, means),
    work: async (job) => {
      const { asked, home } = job;
      const { markdown, record, usage } =
        asked.kind === "pack"
          ? await draft(home, asked, used, means)
          : await answer(home, asked.question, used, means);
      if (usage !== undefined) used = addUsage(used, usage);
      refuseOtherNames(markdown, home, run.homes);
      return { files: await writeForms(job, markdown), record };
    },
    usage: () => used,
  };
}

/** A report in Markdown, what the summary tells of it, and what a language model used for it. */
interface Made {
  readonly markdown: string;
  readonly record: JobRecord;
  readonly usage?: RunUsage | undefined;
}

type Drafted = Extract<Asked, { kind: "pack" }>;

/** @param used so far, of what the whole run may use */
async function draft(
  home: Home | null,
  { pack, facts, date }: Drafted,
  used: RunUsage | null,
  { options, base, hooks, runFor, openEmbedder }: Means,
): Promise<Made> {
  const request = {
    pack,
    packPath: resolve(base, pack),
    facts: facts === null ? null : resolve(base, facts),
    date,
    ...limitsLeft(options, used),
  };
  const drafted = await openDrafter(runFor(home), openEmbedder)(request, hooks);
  return { markdown: drafted.markdown, record: recordDraft(drafted), usage: drafted.usage };
}

/** @param used so far, of what the whole run may use */
async function answer(
  home: Home | null,
  question: string,
  used: RunUsage | null,
  { options, hooks, runFor }: Means,
): Promise<Made> {
  const wish = { ...unsaidOptions, ...limitsLeft(options, used) };
  for await (const one of askQuestions(runFor(home), [question], wish, hooks))
    return { markdown: renderReport([one]), record: recordAnswer(one), usage: one.usage };
  throw new CharmError("question-unanswered", "The question was not answered.");
}

function limitsLeft({ maxTokens, maxCost }: BatchRunOptions, used: RunUsage | null) {
  return {
    maxTokens: leftOf(maxTokens, used && used.promptTokens + used.completionTokens),
    maxCost: leftOf(maxCost, used?.cost ?? null),
  };
}

/** Null for no limit. */
function leftOf(limit: number | null, used: number | null): number | null {
  return limit === null ? null : Math.max(0, limit - (used ?? 0));
}

async function writeForms(
  { outputs, homeName }: PlannedJob,
  markdown: string,
): Promise<readonly JobFile[]> {
  return Promise.all(
    outputs.map(async ({ file, format }) => ({
      file,
      content:
        format === "md" ? markdown : await exportReport({ markdown, format, home: homeName }),
    })),
  );
}

/** Two jobs with the same inputs have the same files. */
async function listInputs(
  { home, homeName, asked, outputs }: PlannedJob,
  { options: { version }, hooks, base, runFor, readPack }: Means,
): Promise<unknown> {
  const { homes, settings, openLibrary } = runFor(home);
  const view = await openLibrary(hooks);
  return {
    version,
    home: homeName,
    homes: homes.list.map(({ name, aliases }) => [name, aliases]),
    formats: outputs.map(({ format }) => format),
    library: view.fingerprint,
    documents: view.documents.map(lookOf),
    // They change with the day alone.
    notInForce: listNotInForce(view, settings.asAt),
    asked,
    facts: await digestOfFacts(home, asked, base),
    model: settings.model,
    offline: settings.offline,
    ...(asked.kind === "pack" ? { pack: await readPack(asked.pack) } : {}),
  };
}

/** What drafts and answers are made from of a document, besides its text. */
function lookOf(document: Library["documents"][number]) {
  const { file, sha256, title, short, authority, version, date } = document;
  return [file, sha256, title, short, authority, version, date];
}

/** An answer may quote them as well as a draft does. */
async function digestOfFacts(
  home: Home | null,
  asked: Asked,
  base: string,
): Promise<readonly string[]> {
  const given = asked.kind === "pack" ? asked.facts : null;
  const path = given === null ? home?.facts : resolve(base, given);
  if (path === null || path === undefined) return [];
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    // Questions that ask for no fact are answered without them.
    if (asked.kind === "question" && error.code === "ENOENT") return null;
    throw error;
  });
  return bytes === null ? [] : [basename(path), digestOf(bytes)];
}
