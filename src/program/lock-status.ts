// Takes paths; tells of every report and policy locked there what became of what it rests on, and what falls due.
import { join, relative, sep } from "node:path";
import { readFile } from "../files/read-file.ts";
import { ownerOfPath } from "../homes/scope.ts";
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { findLocks, loadLock } from "../lock/lock-file.ts";
import type { Lock, LockedPolicy, LockedReport, LockedSettings } from "../lock/lock.ts";
import { hashOf } from "../text/hash-of.ts";
import {
  createJudge,
  judgePolicies,
  judgeReports,
  type JudgedPolicy,
  type JudgedReport,
  type PlaceJudge,
} from "../use-cases/status.ts";
import { openEngineNow, runFor } from "./lock-run.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** A lock with where it lies. */
export interface LoadedLock {
  readonly folder: string;
  /** All of it. */
  readonly lock: Lock;
  /** What of it is meant. */
  readonly reports: readonly LockedReport[];
  readonly policies: readonly LockedPolicy[];
}

/** What was judged, with the folder of its lock. */
export interface InFolder<T> {
  readonly folder: string;
  /** The whole lock, as it was when the run began. */
  readonly lock: Lock;
  readonly judged: T;
}

/** What is open while the reports of one home, or of none, are looked at. */
export interface OpenGroup {
  readonly run: RunDeps;
  readonly library: Library;
  readonly judge: PlaceJudge;
}

export interface JudgedGroup extends OpenGroup {
  readonly reports: readonly InFolder<JudgedReport>[];
  readonly policies: readonly InFolder<JudgedPolicy>[];
}

/** What to do where nothing is noted yet. */
export function tellNothingLocked(locks: readonly LoadedLock[]): string[] {
  if (locks.some(({ reports, policies }) => reports.length + policies.length > 0)) return [];
  return [
    "Nothing is noted here of what reports and policies rest on. It is noted by: charm ask … -o report.md, and charm " +
      "check --lock or charm gap --lock for policies.",
  ];
}

/** @throws CharmError as `findLocks` and `loadLock` */
export async function loadLocks(paths: readonly string[]): Promise<LoadedLock[]> {
  const found = await findLocks(paths);
  return Promise.all(
    found.map(async ({ folder, files }) => {
      const lock = await loadLock(folder);
      const meant = (one: { readonly file: string }) => files === null || files.has(one.file);
      return {
        folder,
        lock,
        reports: lock.reports.filter(meant),
        policies: lock.policies.filter(meant),
      };
    }),
  );
}

/** Name of the offer that `charm refresh` writes beside a report that was edited by hand. */
export function offerOf(file: string): string {
  return `${file}.new`;
}

/**
 * Reports with what they rest on: of one whose offer was taken away (merged, renamed, thrown away) that is what the
 * offer rested on. Offers are not reports themselves.
 */
function settleOffers(
  reports: readonly LockedReport[],
  all: readonly LockedReport[],
  isThere: (file: string) => boolean,
): LockedReport[] {
  const byFile = new Map(all.map((one) => [one.file, one]));
  const offers = new Set(all.map(({ file }) => offerOf(file)));
  return reports
    .filter(({ file }) => !offers.has(file))
    .map((report) => {
      const offer = byFile.get(offerOf(report.file));
      return offer === undefined || isThere(offer.file) ? report : { ...offer, file: report.file };
    });
}

interface Placed {
  readonly folder: string;
  readonly lock: Lock;
  readonly report: LockedReport | null;
  readonly policy: LockedPolicy | null;
}

/**
 * Each home's library is opened once, and closed when `work` is done with it.
 * @param work given groups one after the other
 * @returns the homes that reports were made for and that are no longer in charm.yaml
 */
export async function withJudged(
  run: RunDeps,
  locks: readonly LoadedLock[],
  hooks: Hooks,
  work: (group: JudgedGroup) => Promise<void>,
): Promise<readonly string[]> {
  const hashes = await hashAll(locks);
  const placed: Placed[] = locks.flatMap(({ folder, lock, reports, policies }) => {
    const isThere = (file: string) => hashes.has(join(folder, file));
    const settled = settleOffers(reports, lock.reports, isThere);
    return [
      ...settled.map((report) => ({ folder, lock, report, policy: null })),
      ...policies.map((policy) => ({ folder, lock, report: null, policy })),
    ];
  });
  const groups = groupBy(placed, (one) => JSON.stringify(wishOf(one, run)));
  const lost: string[] = [];
  for (const [key, items] of groups) {
    const wish = JSON.parse(key) as LockedSettings;
    if (isOthers(wish, run)) continue;
    const own = runFor(run, wish);
    if (own === null) lost.push(wish.home ?? "");
    else await workGroup(own, { items, hashes }, hooks, work);
  }
  return lost;
}

/** What decides whose documents may be seen; a policy is the home's in whose folder it lies. */
function wishOf({ folder, report, policy }: Placed, { homes }: RunDeps): LockedSettings {
  if (report !== null) {
    const { home } = report.settings;
    return home === undefined ? {} : { home };
  }
  const owner = ownerOfPath(join(folder, policy?.file ?? ""), homes.list);
  return owner === null ? {} : { home: owner.name };
}

/** A run for one home tells nothing of reports that were made for another, or for all. */
function isOthers({ home }: LockedSettings, { homes: { choice } }: RunDeps): boolean {
  return choice.kind === "one" && home !== undefined && home !== choice.home.name;
}

async function workGroup(
  run: RunDeps,
  { items, hashes }: { items: readonly Placed[]; hashes: ReadonlyMap<string, string> },
  hooks: Hooks,
  work: (group: JudgedGroup) => Promise<void>,
): Promise<void> {
  const { signal } = hooks;
  const library = await run.openLibrary({ ...hooks, onOwnLeftOut: () => {} });
  try {
    const judge = createJudge(library);
    const engineNow = openEngineNow(run);
    const reports: InFolder<JudgedReport>[] = [];
    const policies: InFolder<JudgedPolicy>[] = [];
    for (const [lock, own] of groupBy(items, (one) => one.lock)) {
      const folder = own[0]?.folder ?? "";
      const hashNow = async (file: string) => hashes.get(join(folder, file)) ?? null;
      const embedder = library.metadata.embedderId;
      const deps = { library, hashNow, engineNow, embedder, signal };
      const judged = await judgeReports(
        own.flatMap(({ report }) => report ?? []),
        judge,
        deps,
      );
      reports.push(...judged.map((one) => ({ folder, lock, judged: one })));
      const rested = await judgePolicies(
        own.flatMap(({ policy }) => policy ?? []),
        judge,
        deps,
      );
      policies.push(...rested.map((one) => ({ folder, lock, judged: one })));
    }
    await work({ run, library, judge, reports, policies });
  } finally {
    library.close();
  }
}

/** Digests by absolute path; files that are not there have none. */
async function hashAll(locks: readonly LoadedLock[]): Promise<Map<string, string>> {
  const paths = locks.flatMap(({ folder, lock }) =>
    [...lock.reports, ...lock.policies].map(({ file }) => join(folder, file)),
  );
  const hashes = new Map<string, string>();
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) hashes.set(path, hashOf(bytes));
  }
  return hashes;
}

/** A path as a user reads it: from the working directory, with forward slashes. */
export function showPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}
