// Takes a lock and the library as it is now; tells of each report and policy what became of what it rests on.
import { findSuperseded } from "../annotate/editions.ts";
import type { DocumentInfo } from "../document.ts";
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { comparePlace, type Counterpart, type PlaceChange } from "../lock/compare-place.ts";
import { readTexts, type DocumentTexts } from "../lock/document-texts.ts";
import { tellChange, type ToldChange } from "../lock/describe-status.ts";
import type { Held } from "../lock/lock-sources.ts";
import type {
  Citation,
  Lock,
  LockedDocument,
  LockedEngine,
  LockedPlace,
  LockedPolicy,
  LockedReport,
  LockedSettings,
  Rest,
} from "../lock/lock.ts";

/** Beside what becomes of a place (`PlaceKind`). The worst comes first. */
export const reportStates = [
  "missing",
  "gone",
  "changed",
  "superseded",
  "read-otherwise",
  "settings",
  "edited",
  "moved",
  "fresh",
] as const;
export type ReportState = (typeof reportStates)[number];

/** What moved is re-pointed, and what a person edited is theirs: neither says anything that no longer holds. */
const staleStates: ReadonlySet<ReportState> = new Set([
  "missing",
  "gone",
  "changed",
  "superseded",
  "read-otherwise",
  "settings",
]);

export function isStale(states: readonly ReportState[]): boolean {
  return states.some((state) => staleStates.has(state));
}

export interface JudgedPlace<P extends LockedPlace> {
  readonly place: P;
  readonly change: PlaceChange;
}

export interface JudgedReport {
  readonly report: LockedReport;
  /** In the order of `reportStates`; only `fresh` where nothing is to be told. */
  readonly states: readonly ReportState[];
  /** Only what changed, in the order of the report. */
  readonly changes: readonly JudgedPlace<Citation>[];
  /** What the settings lead to now, where that is something else. */
  readonly made: LockedEngine | null;
}

export interface JudgedPolicy {
  readonly policy: LockedPolicy;
  readonly states: readonly ReportState[];
  readonly changes: readonly JudgedPlace<Rest>[];
}

export interface StatusDeps {
  readonly library: Pick<Library, "documents" | "provisions">;
  /** Digest of a file's bytes; null where there is no such file. @param file name in the folder of the lock */
  readonly hashNow: (file: string) => Promise<string | null>;
  /** What settings lead to now. */
  readonly engineNow: (settings: LockedSettings) => Promise<LockedEngine>;
  /** Id of the model that passages are found with. */
  readonly embedder: string;
  readonly signal: AbortSignal;
}

/** Judges places of any number of locks against one library, whose documents are read once. */
export interface PlaceJudge {
  readonly judge: (
    place: LockedPlace,
    quotes?: readonly (readonly [number, number])[],
  ) => Promise<PlaceChange | null>;
  /** What the library holds of a document as it was cited. */
  readonly heldOf: (document: Pick<LockedDocument, "file" | "sha256">) => Promise<Held>;
  /** File of the newer edition of a document; null where there is none. */
  readonly newerOf: (file: string) => string | null;
}

/** @param library may hold both editions of a document */
export function createJudge({ documents, provisions }: StatusDeps["library"]): PlaceJudge {
  const read = new Map<string, Promise<DocumentTexts>>();
  const textsOf = (info: DocumentInfo): Promise<DocumentTexts> => {
    const held = read.get(info.id) ?? provisions(info.id).then(readTexts);
    read.set(info.id, held);
    return held;
  };
  const newer = new Map(findSuperseded(documents).map((pair) => [pair.older.file, pair.newer]));
  const newerOf = (file: string) => newer.get(file)?.file ?? null;
  const counterparts = new Map<string, Promise<Counterpart | null>>();
  const counterpart = (locked: LockedDocument): Promise<Counterpart | null> => {
    const key = `${locked.file} ${locked.sha256} ${locked.newer ?? ""}`;
    const held = counterparts.get(key) ?? match(locked);
    counterparts.set(key, held);
    return held;
  };
  const match = async (locked: LockedDocument): Promise<Counterpart | null> => {
    const info = findNow(locked, documents);
    if (info === null) return null;
    // What was superseded when it was cited was cited knowingly.
    const next = newer.get(info.file);
    const supersedes =
      next !== undefined && info.file === locked.file && next.file !== locked.newer;
    const taken = supersedes ? next : info;
    return { info: taken, texts: await textsOf(taken), supersedes };
  };
  return {
    judge: async (place, quotes = []) =>
      comparePlace(place, quotes, await counterpart(place.document)),
    heldOf: async ({ file, sha256 }) => {
      const info = documents.find((one) => one.file === file && one.sha256 === sha256);
      return { texts: info === undefined ? null : await textsOf(info), newer: newerOf(file) };
    },
    newerOf,
  };
}

/** By its name, its bytes, what says that it takes its place, or else what it is called. */
function findNow(locked: LockedDocument, documents: readonly DocumentInfo[]): DocumentInfo | null {
  const { file, sha256, short, title, authority } = locked;
  const only = (list: readonly DocumentInfo[]) => (list.length === 1 ? list[0] : undefined);
  return (
    documents.find((one) => one.file === file) ??
    documents.find((one) => one.sha256 === sha256) ??
    only(documents.filter(({ supersedes }) => supersedes === file)) ??
    only(documents.filter((one) => one.authority === authority && one.title === title)) ??
    only(documents.filter((one) => one.authority === authority && one.short === short)) ??
    null
  );
}

/** Reports of a lock, in its order. @param judge of a library that holds what the reports could see */
export async function judgeReports(
  reports: Lock["reports"],
  judge: PlaceJudge,
  deps: StatusDeps,
): Promise<JudgedReport[]> {
  const judged: JudgedReport[] = [];
  for (const report of reports) {
    deps.signal.throwIfAborted();
    judged.push(await judgeReport(report, judge, deps));
  }
  return judged;
}

async function judgeReport(
  report: LockedReport,
  judge: PlaceJudge,
  { hashNow, engineNow, embedder }: StatusDeps,
): Promise<JudgedReport> {
  const hash = await hashNow(report.file);
  if (hash === null) return { report, states: ["missing"], changes: [], made: null };
  const changes: JudgedPlace<Citation>[] = [];
  for (const place of report.citations) {
    const change = await judge.judge(place, place.quotes);
    if (change !== null) changes.push({ place, change });
  }
  const made = await engineNow(report.settings);
  const other = isOtherEngine(made, report.made);
  const states: ReportState[] = [
    ...changes.map(({ change }) => change.kind),
    ...(other || embedder !== report.embedder ? (["settings"] as const) : []),
    ...(hash === report.sha256 ? [] : (["edited"] as const)),
  ];
  return { report, states: order(states), changes, made: other ? made : null };
}

function isOtherEngine(a: LockedEngine, b: LockedEngine): boolean {
  return a.engine !== b.engine || a.model !== b.model || a.prompt !== b.prompt;
}

function order(states: readonly ReportState[]): ReportState[] {
  const held = new Set<ReportState>(states.length === 0 ? ["fresh"] : states);
  return reportStates.filter((state) => held.has(state));
}

/** Policies of a lock, in its order. */
export async function judgePolicies(
  policies: Lock["policies"],
  judge: PlaceJudge,
  { hashNow, signal }: Pick<StatusDeps, "hashNow" | "signal">,
): Promise<JudgedPolicy[]> {
  const judged: JudgedPolicy[] = [];
  for (const policy of policies) {
    signal.throwIfAborted();
    const hash = await hashNow(policy.file);
    const changes: JudgedPlace<Rest>[] = [];
    for (const place of hash === null ? [] : policy.rests) {
      const change = await judge.judge(place);
      if (change !== null) changes.push({ place, change });
    }
    const states: ReportState[] = [
      ...changes.map(({ change }) => change.kind),
      ...(hash === null ? (["missing"] as const) : []),
      ...(hash === null || hash === policy.sha256 ? [] : (["edited"] as const)),
    ];
    judged.push({ policy, states: order(states), changes });
  }
  return judged;
}

/** The changes of one place are one, however often it is cited. */
export function tellChanges<P extends Citation | Rest>(
  changes: readonly JudgedPlace<P>[],
): ToldChange[] {
  const keyOf = ({ place, change }: JudgedPlace<P>) =>
    `${place.document.file} ${place.address ?? place.text} ${change.kind} ${place.page ?? ""} ${change.now?.page ?? ""}`;
  return [...groupBy(changes, keyOf).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const places: (Citation | Rest)[] = [first, ...others].map(({ place }) => place);
    const questions = places.flatMap((place) => ("question" in place ? [place.question] : []));
    const sections = places.flatMap((place) => ("sections" in place ? place.sections : []));
    const where = { questions: [...new Set(questions)], sections };
    return [tellChange(first.place, first.change, where)];
  });
}
