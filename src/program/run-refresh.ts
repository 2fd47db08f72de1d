// Takes paths; brings the reports locked there up to date with the library, and gives the note of what changed.
import { join } from "node:path";
import { CharmError, exitCodes } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import { prepareFile } from "../files/write-file-atomically.ts";
import { loadLock, saveLock, withEntries, withoutEntries } from "../lock/lock-file.ts";
import type { Lock, LockedPolicy, LockedReport, Rest } from "../lock/lock.ts";
import { toLocked } from "../lock/lock-sources.ts";
import { hashOf } from "../text/hash-of.ts";
import type { Answer } from "../report/answer.ts";
import { refreshReport, type RefreshDeps } from "../use-cases/refresh.ts";
import { tellChanges, type JudgedPolicy, type JudgedReport } from "../use-cases/status.ts";
import { askQuestions } from "./ask-questions.ts";
import { remakeMatrix } from "./lock-matrix.ts";
import { runFor, toOptions, openEngineNow } from "./lock-run.ts";
import {
  loadLocks,
  offerOf,
  showPath,
  tellNothingLocked,
  withJudged,
  type InFolder,
  type JudgedGroup,
} from "./lock-status.ts";
import type { PolicyToReview, RefreshedEntry, RefreshResult } from "./lock-services.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/**
 * One report after the other, each whole: first the report, then its lock. What is up to date is not touched.
 * @param paths absolute; the working directory when empty
 * @throws CharmError as `findLocks` and `loadLock`, as asking does, and where a file cannot be written
 */
export async function refreshLocked(
  run: RunDeps,
  paths: readonly string[],
  hooks: Hooks,
): Promise<RefreshResult> {
  const { cwd } = run.surroundings;
  const show = (path: string) => showPath(path, cwd);
  const locks = await loadLocks(paths.length === 0 ? [cwd] : paths);
  const reports: RefreshedEntry[] = [];
  const policies: PolicyToReview[] = [];
  const lost = await withJudged(run, locks, hooks, async (group) => {
    for (const entry of group.reports) {
      hooks.signal.throwIfAborted();
      const done = await refreshOne(group, entry, hooks, show);
      if (done !== null) reports.push(done);
    }
    for (const entry of group.policies) {
      const told = await refreshPolicy(group, entry, show);
      if (told !== null) policies.push(told);
    }
  });
  const byFile = <T extends { readonly file: string }>(all: T[]) =>
    all.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const notes = [
    ...tellNothingLocked(locks),
    ...lost.map(
      (home) =>
        `charm.yaml has no home “${home}” any more: reports made for it are left as they are.`,
    ),
  ];
  return { reports: byFile(reports), policies: byFile(policies), notes };
}

type Show = (path: string) => string;

/** Null where nothing is to be done. */
async function refreshOne(
  group: JudgedGroup,
  { folder, lock, judged }: InFolder<JudgedReport>,
  hooks: Hooks,
  show: Show,
): Promise<RefreshedEntry | null> {
  const { report, states, changes } = judged;
  const path = join(folder, report.file);
  const entry = { file: show(path), answered: [], repointed: 0, changes: tellChanges(changes) };
  if (states.includes("missing")) {
    const gone = new Set([report.file, offerOf(report.file)]);
    await change(folder, (held) => withoutEntries(held, gone));
    return { ...entry, done: "removed", written: null };
  }
  const offered = lock.reports.find(({ file }) => file === offerOf(report.file));
  const isStale = changes.length > 0 || states.includes("settings");
  if (!isStale) {
    // An offer that was taken away is dealt with: what it rested on is what the report rests on.
    if (offered !== undefined && (await readText(offerOf(path))) === null)
      await change(folder, (held) =>
        withEntries(withoutEntries(held, new Set([offered.file])), [report]),
      );
    return null;
  }
  if (offered !== undefined && (await isFresh(group, folder, offered))) return null;
  const bytes = await readFile(path);
  const { gap } = report.settings;
  const done =
    gap === undefined
      ? await refreshReport(judged, bytes.toString("utf8"), depsOf(group, hooks))
      : await remakeMatrix(group, { folder, report }, hooks);
  const content = Buffer.from(done.content);
  const questions = done.answered.map((number) => report.questions[number - 1]?.question ?? "");
  const told = { ...entry, answered: questions, repointed: done.repointed };
  // A run that was cut short between a report and its lock left the very text that is made here.
  const isOurs = hashOf(bytes) === report.sha256 || bytes.equals(content);
  const file = isOurs ? report.file : offerOf(report.file);
  const target = isOurs ? path : offerOf(path);
  const there = await readFile(target).catch(() => null);
  if (there === null || !there.equals(content)) await (await prepareFile(target)).write(content);
  await change(folder, (held) => withEntries(held, [{ ...done.report, file }]));
  return { ...told, done: isOurs ? "refreshed" : "offered", written: show(target) };
}

/** Whether an offer that was made before still holds. */
async function isFresh(
  { judge }: JudgedGroup,
  folder: string,
  offer: LockedReport,
): Promise<boolean> {
  if ((await readText(join(folder, offer.file))) === null) return false;
  for (const citation of offer.citations)
    if ((await judge.judge(citation, citation.quotes)) !== null) return false;
  return true;
}

function depsOf({ run, judge, library }: JudgedGroup, hooks: Hooks): RefreshDeps {
  const { embedderId: embedder } = library.metadata;
  const { documents, fingerprint } = library;
  const madeNow = openEngineNow(run);
  return {
    answer: async (questions, settings) => {
      const own = runFor(run, settings) ?? run;
      const { engine } = await madeNow(settings);
      // Without a connection a model's report is not to become one of extracts.
      const options = toOptions(settings);
      const wish = engine === "openai" ? ({ ...options, engine } as const) : options;
      const answers: Answer[] = [];
      const quiet = { ...hooks, onOwnLeftOut: () => {} };
      for await (const answer of askQuestions(own, questions, wish, quiet))
        answers.push(refuseFallback(answer));
      return answers;
    },
    held: judge.heldOf,
    newerOf: judge.newerOf,
    library: {
      fingerprint,
      documents: documents.filter(({ passageCount }) => passageCount > 0).length,
    },
    madeNow,
    embedder,
  };
}

/** An endpoint that fails is no reason to take a model's words out of a report. */
function refuseFallback(answer: Answer): Answer {
  const failed = answer.findings.find(({ code }) => code === "model-not-used");
  if (failed === undefined) return answer;
  throw new CharmError("refresh-model-failed", `“${answer.question}”: ${failed.message}`, {
    hint: "Its report is left as it is; those before it are done. Run charm refresh again for the rest.",
    exitCode: exitCodes.unexpected,
  });
}

/** Pages of a policy's provisions are set right in the lock; what reads otherwise waits for a person. */
async function refreshPolicy(
  { judge }: JudgedGroup,
  { folder, judged }: InFolder<JudgedPolicy>,
  show: Show,
): Promise<PolicyToReview | null> {
  const { policy, states, changes } = judged;
  if (states.includes("missing")) {
    await change(folder, (lock) => withoutEntries(lock, new Set([policy.file])));
    return null;
  }
  const moved = new Map(
    changes.flatMap(({ place, change: { kind, now } }) =>
      kind === "moved" && now !== null && now.address === place.address
        ? [[place, now] as const]
        : [],
    ),
  );
  if (moved.size > 0) {
    const rests = policy.rests.map((rest) => {
      const now = moved.get(rest);
      if (now === undefined) return rest;
      const document = toLocked(now.document, judge.newerOf(now.document.file));
      return { ...rest, document, page: now.page };
    });
    const fresh: LockedPolicy = { ...policy, rests };
    await change(folder, (lock) => withEntries(lock, [], [fresh]));
  }
  const told = tellChanges<Rest>(changes.filter(({ place }) => !moved.has(place)));
  return told.length === 0 ? null : { file: show(join(folder, policy.file)), changes: told };
}

/** The lock is read again each time: what others wrote meanwhile stays. */
async function change(folder: string, work: (lock: Lock) => Lock): Promise<void> {
  await saveLock(folder, work(await loadLock(folder)));
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
