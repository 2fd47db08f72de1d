// Takes what became of a report's citations; says which questions are to be answered again, and which only re-pointed.
import type { DocumentInfo } from "../document.ts";
import { groupBy } from "../lists.ts";
import type { PlaceChange } from "./compare-place.ts";
import type { Citation, LockedReport } from "./lock.ts";
import type { SourceNow } from "./repoint.ts";

export interface CitationChange {
  readonly place: Citation;
  readonly change: PlaceChange;
}

export interface RefreshPlan {
  /** Numbers of the questions whose answers no longer hold. */
  readonly answer: ReadonlySet<number>;
  /** Of every other question, where sources that moved stand now. */
  readonly repoint: ReadonlyMap<number, readonly SourceNow[]>;
}

/** @param all every question is to be answered again */
export function planRefresh(
  { questions, citations }: LockedReport,
  changes: readonly CitationChange[],
  all: boolean,
): RefreshPlan {
  const numbers = questions.map((_, at) => at + 1);
  if (all) return { answer: new Set(numbers), repoint: new Map() };
  const answer = new Set<number>();
  const repoint = new Map<number, readonly SourceNow[]>();
  for (const number of numbers) {
    const own = changes.filter(({ place }) => place.question === number);
    if (own.length === 0) continue;
    const cited = citations.filter(({ question }) => question === number);
    const sources = own.some(needsAnswer) ? null : placeSources(cited, own);
    if (sources === null) answer.add(number);
    else repoint.set(number, sources);
  }
  return { answer, repoint };
}

/** What its words name otherwise than before, or no longer quote rightly. */
function needsAnswer({ place, change: { kind, now } }: CitationChange): boolean {
  if (kind !== "moved" || now === null || now.parted) return true;
  return now.address !== place.address || now.document.short !== place.document.short;
}

/** Null where a source stands on two pages now, or two on one: then they are to be numbered anew. */
function placeSources(
  cited: readonly Citation[],
  changes: readonly CitationChange[],
): SourceNow[] | null {
  const now = new Map(changes.map(({ place, change }) => [place, change.now]));
  const moved: SourceNow[] = [];
  const taken = new Set<string>();
  for (const [source, places] of groupBy(cited, (citation) => citation.source)) {
    const spots = places.map((place) => {
      const there = now.get(place);
      return { file: there?.document.file ?? place.document.file, page: there?.page ?? place.page };
    });
    const keys = new Set(spots.map(({ file, page }) => `${file} ${page ?? ""}`));
    const [key = ""] = keys;
    // Sources of one file without pages are told apart by their headings.
    const isPaged = spots[0]?.page !== null;
    if (keys.size > 1 || (isPaged && taken.has(key))) return null;
    taken.add(key);
    const there = places.flatMap((place) => now.get(place) ?? [])[0];
    if (there !== undefined) moved.push({ source, document: there.document, page: there.page });
  }
  return moved;
}

/** The citations of questions that stay, as they stand now. @param newerOf file of a newer edition of a document */
export function carryCitations(
  citations: readonly Citation[],
  changes: readonly CitationChange[],
  toDocument: (info: DocumentInfo) => Citation["document"],
): Citation[] {
  const now = new Map(changes.map(({ place, change }) => [place, change.now]));
  return citations.map((citation) => {
    const there = now.get(citation);
    if (there === undefined || there === null) return citation;
    return { ...citation, document: toDocument(there.document), page: there.page };
  });
}
