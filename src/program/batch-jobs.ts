// Takes the plan of a batch; writes the outputs of its jobs, with the library and the models opened once for all of them.
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { digestOf } from "../batch/journal.ts";
import { summaryNames } from "../batch/own-files.ts";
import type { BatchPlan, PlannedJob } from "../batch/plan.ts";
import { recordAnswer, recordDraft } from "../batch/make-record.ts";
import { openStore, type BatchStore } from "../batch/store.ts";
import { summarise, type BatchSummary } from "../batch/summary.ts";
import { writeSummary } from "../batch/write-summary.ts";
import { writeSummaryXlsx } from "../batch/write-summary-xlsx.ts";
import { CharmError } from "../errors.ts";
import type { Home, HomeChoice, Homes } from "../homes/homes.ts";
import { chooseAnew } from "../homes/scope.ts";
import { addUsage, type RunUsage } from "../language-model/spending.ts";
import type { Library } from "../library/library.ts";
import { findPack } from "../packs/find-pack.ts";
import { renderReport } from "../report/layout-report.ts";
import { toSafeJson } from "../text/sanitise.ts";
import { runBatch, type JobResult, type JobWork } from "../use-cases/run-batch.ts";
import { askQuestions } from "./ask-questions.ts";
import { openDrafter, ownPacks } from "./draft-packs.ts";
import { narrowLibrary } from "./narrow-library.ts";
import { openComparer } from "./open-comparer.ts";
import { refuseOtherNames } from "./refuse-other-names.ts";
import type { RunDeps } from "./run-deps.ts";
import {
  unsaidOptions,
  type BatchHooks,
  type BatchOutcome,
  type BatchRunOptions,
} from "./services.ts";

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
        openBatch(run, library, plan, options, hooks),
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
  batch: Batch,
  store: BatchStore,
  plan: BatchPlan,
  { force, parallel, maxCost, maxTokens }: BatchRunOptions,
  { signal, onJob }: BatchHooks,
): Promise<BatchOutcome> {
  const usual = plan.calls === null ? usualParallel.here : usualParallel.endpoint;
  // What is left of a limit is known only when nothing else is under way.
  const isLimited = plan.calls !== null && (maxCost !== null || maxTokens !== null);
  const results = await runBatch(
    plan,
    { force, parallel: isLimited ? 1 : (parallel ?? usual) },
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

interface Batch {
  readonly inputsOf: (job: PlannedJob) => Promise<unknown>;
  readonly work: (job: PlannedJob) => Promise<JobWork>;
  readonly usage: () => RunUsage | null;
}

function openBatch(
  run: RunDeps,
  library: Library,
  plan: BatchPlan,
  { version, maxCost, maxTokens }: BatchRunOptions,
  hooks: BatchHooks,
): Batch {
  const runFor = openRuns(run, library);
  const openEmbedder = openComparer(run);
  const base = dirname(resolve(run.surroundings.cwd, plan.manifest));
  const quiet = { ...hooks, onOwnLeftOut: () => {} };
  let used: RunUsage | null = null;
  const answer = async (job: PlannedJob, question: string): Promise<JobWork> => {
    const limits = {
      maxTokens: leftOf(maxTokens, used && used.promptTokens + used.completionTokens),
      maxCost: leftOf(maxCost, used?.cost ?? null),
    };
    const wish = { ...unsaidOptions, ...limits };
    for await (const one of askQuestions(runFor(job.home), [question], wish, quiet)) {
      if (one.usage !== undefined) used = addUsage(used, one.usage);
      return { files: filesOf(job, renderReport([one])), record: recordAnswer(one) };
    }
    throw new CharmError("question-unanswered", "The question was not answered.");
  };
  const draft = async (job: PlannedJob): Promise<JobWork> => {
    if (job.asked.kind !== "pack") throw new TypeError("a draft has a pack");
    const { pack, facts, date } = job.asked;
    const drafter = openDrafter(runFor(job.home), openEmbedder);
    const drafted = await drafter(
      {
        pack,
        packPath: resolve(base, pack),
        facts: facts === null ? null : resolve(base, facts),
        date,
      },
      quiet,
    );
    return { files: filesOf(job, drafted.markdown), record: recordDraft(drafted) };
  };
  return {
    inputsOf: async ({ home, homeName, asked, outputs }) => {
      const { homes, settings, openLibrary } = runFor(home);
      const view = await openLibrary(quiet);
      return {
        version,
        home: homeName,
        homes: homes.list.map(({ name, aliases }) => [name, aliases]),
        formats: outputs.map(({ format }) => format),
        library: view.fingerprint,
        documents: view.documents.map(lookOf),
        asked,
        ...(asked.kind === "pack"
          ? {
              pack: await findPack(asked.pack, resolve(base, asked.pack), ownPacks(run)),
              facts: await digestOfFacts(home, asked.facts, base),
            }
          : { model: settings.model, offline: settings.offline }),
      };
    },
    work: async (job) => {
      const { asked } = job;
      const made = asked.kind === "question" ? await answer(job, asked.question) : await draft(job);
      for (const { content } of made.files) refuseOtherNames(String(content), job.home, run.homes);
      return made;
    },
    usage: () => used,
  };
}

/** What drafts and answers are made from of a document, besides its text. */
function lookOf(document: Library["documents"][number]) {
  const { file, sha256, title, short, authority, version, date } = document;
  return [file, sha256, title, short, authority, version, date];
}

/** Null for no limit. */
function leftOf(limit: number | null, used: number | null): number | null {
  return limit === null ? null : Math.max(0, limit - (used ?? 0));
}

function filesOf({ outputs }: PlannedJob, markdown: string) {
  return outputs.map(({ file }) => ({ file, content: markdown }));
}

async function digestOfFacts(
  home: Home | null,
  facts: string | null,
  base: string,
): Promise<readonly string[]> {
  const path = facts === null ? home?.facts : resolve(base, facts);
  if (path === null || path === undefined) return [];
  return [basename(path), digestOf(await readFile(path))];
}

/** Homes whose view of the library is held at a time: jobs come home by home. */
const mostViews = 8;

/** A run for each home, which sees of the one library what a run for that home alone would see. */
function openRuns(run: RunDeps, library: Library): (home: Home | null) => RunDeps {
  const views = new Map<string, Library>();
  const viewOf = (seen: Homes): Library => {
    const { choice } = seen;
    const key = choice.kind === "one" ? `one ${choice.home.name}` : choice.kind;
    const held = views.get(key);
    if (held !== undefined) return held;
    const narrow = narrowLibrary(library, seen, { refuse: undefined, onOwnLeftOut: () => {} });
    // The library behind it is closed once, at the end.
    const view = { ...narrow, close: () => {} };
    const [oldest] = views.keys();
    if (views.size >= mostViews && oldest !== undefined) views.delete(oldest);
    views.set(key, view);
    return view;
  };
  return (home) => {
    const homes = chooseAnew(run.homes, choiceFor(home, run.homes));
    const wanted = home?.name ?? null;
    return {
      ...run,
      homes,
      settings: { ...run.settings, homes: { ...run.settings.homes, wanted } },
      openLibrary: async (_hooks, refuse, seen = homes) => {
        refuse?.(library.documents);
        return viewOf(seen);
      },
    };
  };
}

function choiceFor(home: Home | null, { list }: Homes): HomeChoice {
  if (home !== null) return { kind: "one", home };
  return list.length === 0 ? { kind: "all" } : { kind: "none" };
}
