// Takes a provider's own documents and a day; tells what is due by it, each with the provision that asks for it.
import { findAnnouncedReview, isPast, speaksOfItself } from "../check/policy/check-review-date.ts";
import { sectionOf } from "../check/policy/policy.ts";
import { findDates } from "../identify/read-date.ts";
import { groupBy } from "../lists.ts";
import { hashPieces, type Paper } from "../lock/paper.ts";
import {
  addDays,
  addMonths,
  findDoneDates,
  isToCome,
  lastDay,
  latestOf,
} from "../lock/paper-dates.ts";
import { writeDay } from "../text/write-day.ts";

/**
 * - `review-passed`: the document says itself when it is to be reviewed
 * - `location-review`: none is dated in the current calendar year
 * - `quality-of-care-review`: the last is older than six months
 * - `statement-of-purpose`: it was changed, and nothing notes that a copy was sent
 */
export const dueCodes = [
  "review-passed",
  "location-review",
  "quality-of-care-review",
  "statement-of-purpose",
] as const;
export type DueCode = (typeof dueCodes)[number];

/** What a provision says, as the library has it. */
export interface CitedProvision {
  /** As a reader cites it. */
  readonly name: string;
  readonly file: string;
  readonly page: number | null;
  readonly text: string;
}

export interface Due {
  readonly code: DueCode;
  /** Null where there is no such document. */
  readonly file: string | null;
  readonly home: string | null;
  readonly section: string | null;
  readonly page: number | null;
  /** Day by which it is, or was, to be done: ISO date or its leading part; null where it is not known. */
  readonly by: string | null;
  readonly overdue: boolean;
  readonly message: string;
  /** Null where the document itself asks for it. */
  readonly provision: CitedProvision | null;
}

/**
 * @param reference as people write it
 * @returns null where the library does not hold it
 */
export type Cite = (reference: string) => Promise<CitedProvision | null>;

/** What the law asks for by which rules here go: where its text says otherwise now, they say nothing. */
interface Rule {
  readonly reference: string;
  readonly says: RegExp;
}

const rules = {
  location: { reference: "regulation 46(1)", says: /\bcalendar year\b/i },
  quality: { reference: "regulation 45(1)", says: /\b(?:6|six) months\b/i },
  purpose: { reference: "regulation 16(3)(b)", says: /\b28 days\b/i },
} as const satisfies Record<string, Rule>;

export interface FoundDue {
  readonly due: readonly Due[];
  /** What could not be told, and why. */
  readonly notes: readonly string[];
}

/** @param homes names of the homes; empty where there is one, or none is named */
export async function findDue(
  papers: readonly Paper[],
  homes: readonly string[],
  today: string,
  cite: Cite,
): Promise<FoundDue> {
  const notes: string[] = [];
  const unheld: string[] = [];
  // The law is not told from memory.
  const read = async ({ reference, says }: Rule): Promise<CitedProvision | null> => {
    const provision = await cite(reference);
    if (provision !== null && says.test(provision.text)) return provision;
    if (provision === null) unheld.push(reference);
    else notes.push(`${provision.name} no longer says what charm goes by; read it yourself.`);
    return null;
  };
  const due = papers.flatMap((paper) => findReview(paper, today));
  const byHome = groupBy(papers, ({ home }) => home);
  const owners = homes.length === 0 ? (papers.length === 0 ? [] : [null]) : homes;
  const [location, quality, purpose] = [
    await read(rules.location),
    await read(rules.quality),
    await read(rules.purpose),
  ];
  for (const home of owners) {
    // What lies in no home's folder may be about any.
    const own = home === null ? papers : [...(byHome.get(home) ?? []), ...(byHome.get(null) ?? [])];
    if (location !== null) due.push(...findLocation(own, { home, today, provision: location }));
    if (quality !== null) due.push(...findQuality(own, { home, today, provision: quality }));
  }
  if (purpose !== null) for (const paper of papers) due.push(...findPurpose(paper, today, purpose));
  if (unheld.length > 0 && papers.length > 0)
    notes.push(
      `The library does not hold ${unheld.join(", ")}: nothing is said of what they ask for.`,
    );
  return { due, notes };
}

function findReview({ file, home, pieces }: Paper, today: string): Due[] {
  const review = findAnnouncedReview(pieces);
  if (review === null || !isPast(review.iso, today)) return [];
  const piece = pieces[review.piece];
  const message = `Its next review was to be by ${writeDay(review.iso)}.`;
  const place = { section: piece ? sectionOf(piece) : null, page: piece?.page ?? null };
  const by = review.iso;
  return [
    { code: "review-passed", file, home, ...place, by, overdue: true, message, provision: null },
  ];
}

interface Context {
  readonly home: string | null;
  readonly today: string;
  readonly provision: CitedProvision;
}

/** Names that such documents go by. */
const names = {
  location:
    /\b(?:location(?:al)?|locality) (?:risk )?(?:assessment|review)|\b(?:assessment|review) of (?:the )?(?:home'?s )?(?:location|premises|suitability of (?:the )?location)|\bpremises (?:and location )?review|\breg(?:ulation)?\.? ?46\b/i,
  quality:
    /\bquality of care (?:review|report)|\b(?:review|report) (?:of|on) (?:the )?quality of care|\breg(?:ulation)?\.? ?45\b/i,
  purpose: /\bstatement of purpose\b/i,
} as const;
/** A text about how such documents are made is none of them. */
const about = /\b(?:policy|policies|procedure|guidance|template|checklist|form|guide)\b/i;

function isCalled(name: RegExp, { title, file }: Paper): boolean {
  const called = [title ?? "", file.replace(/^.*\//, "").replaceAll(/[_-]+/g, " ")];
  return called.some((one) => name.test(one)) && !called.some((one) => about.test(one));
}

function findLocation(papers: readonly Paper[], { home, today, provision }: Context): Due[] {
  const own = papers.filter((paper) => isCalled(names.location, paper));
  const dates = own.flatMap(findDoneDates);
  const year = today.slice(0, 4);
  // What is dated after today was not done yet, or the clock is wrong: nothing can be told.
  if (dates.some((iso) => iso.startsWith(year) || isToCome(iso, today))) return [];
  const last = latestOf(dates);
  const before = String(Number(year) - 1);
  // Of a home without any review it is not known whether it was open last year.
  const overdue = last !== null && !last.startsWith(before);
  const told =
    own.length === 0
      ? `No review of the home's location is among these documents, so none is dated in ${year}.`
      : last === null
        ? `No review of the home's location is dated in ${year}: this one gives no date.`
        : `No review of the home's location is dated in ${year}${overdue ? `, and none in ${before}` : ""}; the last is of ${writeDay(last)}.`;
  const file = newest(own)?.file ?? null;
  const place = { file, home, section: null, page: null };
  const by = overdue ? `${before}-12-31` : `${year}-12-31`;
  return [{ code: "location-review", ...place, by, overdue, message: told, provision }];
}

/** The document with the last date. */
function newest(papers: readonly Paper[]): Paper | undefined {
  const dayOf = (paper: Paper) => {
    const last = latestOf(findDoneDates(paper));
    return last === null ? "" : lastDay(last);
  };
  return papers.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0];
}

function findQuality(papers: readonly Paper[], { home, today, provision }: Context): Due[] {
  const own = papers.filter((paper) => isCalled(names.quality, paper));
  const place = { home, section: null, page: null, provision };
  const code = "quality-of-care-review";
  if (own.length === 0) {
    const message = "No quality of care review is among these documents.";
    return [{ code, ...place, file: null, by: null, overdue: false, message }];
  }
  const dates = own.flatMap(findDoneDates);
  if (dates.some((iso) => isToCome(iso, today))) return [];
  const last = latestOf(dates);
  const file = newest(own)?.file ?? null;
  if (last === null) {
    const message = "The quality of care review gives no date.";
    return [{ code, ...place, file, by: null, overdue: false, message }];
  }
  const by = addMonths(lastDay(last), 6);
  if (by >= today) return [];
  const message = `The last quality of care review is of ${writeDay(last)}: older than six months since ${writeDay(by)}.`;
  return [{ code, ...place, file, by, overdue: true, message }];
}

/** Days in which a copy of a revised statement is to be sent. */
const daysToNote = 28;
/** A revision that nobody noted is told of for so many days; whoever sent a copy then has long known. */
const daysTold = 365;
const revised =
  /\b(?:revised|amended|updated|revision date|date of (?:this )?(?:revision|amendment))\b[^.;|]{0,25}[:|]?\s*$/i;
const noted =
  /\b(?:sent|notified|submitted|supplied|provided|copied|given|copy)\b[^.;|]{0,60}\b(?:ofsted|hmci|chief inspector)\b|\b(?:ofsted|hmci|chief inspector)\b[^.;|]{0,60}\b(?:notified|informed|sent|received|copy|copied)\b/i;

function findPurpose(paper: Paper, today: string, provision: CitedProvision): Due[] {
  if (!isCalled(names.purpose, paper)) return [];
  const { file, home, pieces, locked } = paper;
  const changed = locked !== null && locked !== hashPieces(pieces);
  const on = latestOf(datesBehind(paper, revised, today, speaksOfItself));
  const told = on !== null && addDays(lastDay(on), daysTold) >= today;
  if (!changed && !told) return [];
  const sent = latestOf(datesBehind(paper, noted, today));
  if (sent !== null && (on === null || lastDay(sent) >= on)) return [];
  const by = on === null ? null : addDays(lastDay(on), daysToNote);
  const overdue = by !== null && by < today;
  const when = on === null ? "since charm last noted it" : `on ${writeDay(on)}`;
  const until =
    by === null
      ? "the document does not say on which day"
      : `${daysToNote} days ${overdue ? "ended" : "end"} on ${writeDay(by)}`;
  const message = `The statement of purpose was changed ${when}; ${until}, and nothing in it notes that a copy was sent.`;
  const place = { file, home, section: null, page: null };
  return [{ code: "statement-of-purpose", ...place, by, overdue, message, provision }];
}

/** Dates that have such words before them in their piece, or in the one before. */
function datesBehind(
  { pieces }: Paper,
  label: RegExp,
  today: string,
  isMeant: (before: string) => boolean = () => true,
): string[] {
  return pieces.flatMap(({ text }, at) =>
    findDates(text).flatMap((found) => {
      const own = text.slice(0, found.at);
      const before = own.trim() === "" ? (pieces[at - 1]?.text ?? "") : own;
      const isPastDay = found.iso <= today.slice(0, found.iso.length);
      const words = label.exec(before);
      return isPastDay && words !== null && isMeant(before.slice(0, words.index))
        ? [found.iso]
        : [];
    }),
  );
}
