// Takes paths and a day; gives the status of reports and policies there: what is stale, and apart from it what is due.
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { lockName } from "../lock/lock.ts";
import type { ToldChange } from "../lock/describe-status.ts";
import { findUnborne } from "../use-cases/check-field.ts";
import { findDue, type Due } from "../use-cases/due.ts";
import { listChecked } from "../use-cases/list-checked.ts";
import {
  isStale,
  reportStates,
  tellChanges,
  type JudgedReport,
  type ReportState,
} from "../use-cases/status.ts";
import { openCite, readPapers, type NamedPaper } from "./due-papers.ts";
import {
  loadLocks,
  offerOf,
  showPath,
  tellNothingLocked,
  withJudged,
  type JudgedGroup,
  type LoadedLock,
} from "./lock-status.ts";
import type { StatusEntry, StatusReport, StatusRequestOptions } from "./lock-services.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** @throws CharmError as `findLocks` and `loadLock`, and as the library is opened */
export async function statusOf(
  run: RunDeps,
  { paths, today }: StatusRequestOptions,
  hooks: Hooks,
): Promise<StatusReport> {
  const { cwd } = run.surroundings;
  const show = (path: string) => showPath(path, cwd);
  const given = paths.length === 0 ? [cwd] : paths;
  const locks = await loadLocks(given);
  const [reports, policies]: [StatusEntry[], StatusEntry[]] = [[], []];
  let provisions = 0;
  const lost = await withJudged(run, locks, hooks, async (group) => {
    for (const entry of group.reports) {
      provisions += entry.judged.report.citations.length;
      reports.push(await toReport(entry, show));
    }
    for (const { folder, judged } of group.policies) {
      provisions += judged.policy.rests.length;
      const file = show(join(folder, judged.policy.file));
      policies.push(toEntry(file, judged, tellChanges(judged.changes)));
    }
  });
  const named = await namePapers(paths, locks, show);
  const { due, notes } = await dueOf(run, named, today, hooks, show);
  const all = [...reports, ...policies];
  const told = [
    ...tellNothingLocked(locks),
    ...notes,
    ...lost.map(
      (home) => `charm.yaml has no home “${home}” any more, for which reports here were made.`,
    ),
    ...(await tellUnknown(paths, locks, show)),
  ];
  const count = (state: ReportState) => all.filter(({ status }) => status === state).length;
  const sorted = (entries: StatusEntry[]) =>
    entries.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return {
    today,
    reports: sorted(reports),
    policies: sorted(policies),
    due,
    notes: told,
    summary: {
      reports: reports.length,
      policies: policies.length,
      provisions,
      stale: all.filter(({ stale }) => stale).length,
      due: due.length,
      byStatus: Object.fromEntries(reportStates.map((state) => [state, count(state)])) as Record<
        ReportState,
        number
      >,
    },
  };
}

/** Files that were named and that no lock knows. */
async function tellUnknown(
  paths: readonly string[],
  locks: readonly LoadedLock[],
  show: (path: string) => string,
): Promise<string[]> {
  const known = new Set(
    locks.flatMap(({ folder, lock }) =>
      [...lock.reports, ...lock.policies].map(({ file }) => join(folder, file)),
    ),
  );
  const unknown: string[] = [];
  for (const path of paths) {
    const isFile = await stat(path).then(
      (one) => one.isFile(),
      () => false,
    );
    if (isFile && !known.has(path) && basename(path) !== lockName)
      unknown.push(`${show(path)} is in no lock: it is not known what it rests on.`);
  }
  const isNone = locks.every(({ lock }) => lock.reports.length + lock.policies.length === 0);
  return isNone ? [...unknown, noLocks] : unknown;
}

const noLocks =
  "There is no charm.lock.json: reports are noted by charm ask -o, policies by charm check --lock.";

function toEntry(
  file: string,
  { states }: Pick<JudgedReport, "states">,
  changes: readonly ToldChange[],
  notes: readonly string[] = [],
): StatusEntry {
  const status = states[0] ?? "fresh";
  return { file, status, states, stale: isStale(states), changes, notes };
}

async function toReport(
  { folder, judged }: JudgedGroup["reports"][number],
  show: (path: string) => string,
): Promise<StatusEntry> {
  const { report, states, made } = judged;
  const path = join(folder, report.file);
  const offer = await stat(offerOf(path)).then(
    () => true,
    () => false,
  );
  const notes = [
    ...(offer
      ? [`${show(offerOf(path))} has the new answers: take over what you want, then delete it.`]
      : []),
    ...(made === null ? [] : [`Answers would now be written by ${made.model ?? made.engine}.`]),
    ...(states.includes("missing")
      ? ["The report is not there; charm refresh takes its entry out of the lock."]
      : []),
  ];
  return toEntry(show(path), judged, tellChanges(judged.changes), notes);
}

/** Policies that locks tell of, and documents that were named or lie in folders that were. */
async function namePapers(
  paths: readonly string[],
  locks: readonly LoadedLock[],
  show: (path: string) => string,
): Promise<NamedPaper[]> {
  const named = new Map<string, NamedPaper>();
  for (const { folder, policies } of locks) {
    for (const { file, text } of policies) {
      const path = join(folder, file);
      if (await isThere(path)) named.set(path, { path, shown: show(path), locked: text });
    }
  }
  const reports = new Set(
    locks.flatMap(({ folder, lock }) => lock.reports.map(({ file }) => join(folder, file))),
  );
  const given = (await Promise.all(paths.map(isThere))).flatMap((there, at) =>
    there ? [paths[at] ?? ""] : [],
  );
  const listed = await listChecked(given).catch(() => []);
  for (const { path, unread } of listed) {
    if (unread !== null || reports.has(path) || named.has(path)) continue;
    if (!(await isReport(path))) named.set(path, { path, shown: show(path), locked: null });
  }
  return [...named.values()];
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Reports quote what guidance says of dates; none of it is about the report. */
async function isReport(path: string): Promise<boolean> {
  if (!/\.(?:md|markdown)$/i.test(basename(path))) return false;
  const text = await readFile(path, "utf8").catch(() => "");
  return /^# AI Assistant Strategy Session Report$/m.test(text.slice(0, 2000));
}

async function dueOf(
  run: RunDeps,
  named: readonly NamedPaper[],
  today: string,
  hooks: Hooks,
  show: (path: string) => string,
): Promise<{ readonly due: readonly Due[]; readonly notes: readonly string[] }> {
  const { list, choice } = run.homes;
  // Dates of all homes are looked at where none is named: nothing of one is told beside another's.
  const all =
    choice.kind === "none" ? { ...run.homes, choice: { kind: "all" } as const } : run.homes;
  const library = await run.openLibrary({ ...hooks, onOwnLeftOut: () => {} }, undefined, all);
  try {
    const { papers, unread } = await readPapers(run, library, named, {
      show,
      signal: hooks.signal,
    });
    const homes = choice.kind === "one" ? [choice.home.name] : list.map(({ name }) => name);
    const found = await findDue(papers, homes, today, await openCite(library));
    const late = library.documents.filter(({ modified }) => dayOf(modified) > today);
    const past =
      late.length === 0
        ? []
        : [
            `Today is taken to be ${today}, yet ${late[0]?.file ?? ""} was last changed on ${dayOf(late[0]?.modified ?? 0)}: if that is not what you meant, set the clock of this machine right.`,
          ];
    const unborne = await findUnborne(library);
    return { due: found.due, notes: [...past, ...unread, ...found.notes, ...unborne] };
  } finally {
    library.close();
  }
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
