// Takes the pieces of a policy and the day of checking; tells where the review that it announces is overdue.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { findDates } from "../../identify/read-date.ts";
import type { Piece } from "./policy.ts";

/** What announces a review; a plain "review date" may be that of the last one. */
const next =
  /\b(?:next (?:[a-z]+ ){0,2}review|review (?:is |falls )?due|due for (?:its )?(?:next )?review|(?:due )?to be (?:next )?(?:reviewed|looked at again|read again)|(?:will|must|should) (?:next )?be (?:next )?reviewed|reviewed again|review (?:again )?(?:by|on)|date (?:of|for) (?:the )?next (?:[a-z]+ )?review|look (?:at it|at this) again)\b/i;
/** A word that says that what follows is of the past. */
const gone = /\b(?:last|previous|was|were)\b[^|]{0,20}$/i;

/** A review that a document announces. */
export interface AnnouncedReview {
  /** Index of the piece that gives the date. */
  readonly piece: number;
  /** ISO date or its leading part. */
  readonly iso: string;
  /** As written. */
  readonly words: string;
}

/** The latest that is announced: a history of reviews tells of those that were due once. Null where none is. */
export function findAnnouncedReview(pieces: readonly Piece[]): AnnouncedReview | null {
  const due = pieces.flatMap(({ text }, piece) => {
    // The value of a label may stand in the next paragraph or cell.
    const following = pieces[piece + 1]?.text ?? "";
    const label = next.exec(text);
    if (label === null || gone.test(text.slice(0, label.index))) return [];
    const from = label.index + label[0].length;
    const own = findDates(text).find(({ at }) => at >= from && at - from <= farthest);
    const isField = /^(?:next|date)/i.test(label[0]) && isBare(text.slice(from, own?.at));
    if (!isField && !speaksOfItself(text.slice(0, label.index))) return [];
    if (own !== undefined) return [{ piece, iso: own.iso, words: text.slice(own.at, own.end) }];
    const year = /^[\s:|]*(?:date[\s:|]*)?((?:19|20)\d\d)[\s.]*$/i.exec(text.slice(from))?.[1];
    if (year !== undefined) return [{ piece, iso: year, words: year }];
    const rest = text.slice(from).replaceAll(/[\s:|]|date|due|on|by/gi, "");
    const [below] = rest === "" ? findDates(following) : [];
    if (below === undefined || below.at > 0) return [];
    return [{ piece: piece + 1, iso: below.iso, words: following.slice(below.at, below.end) }];
  });
  return due.reduce<AnnouncedReview | null>(
    (held, one) => (held === null || one.iso > held.iso ? one : held),
    null,
  );
}

/** Nothing stands between a label and its value but what joins them. */
function isBare(between: string): boolean {
  return !/[\p{L}]/u.test(between.replaceAll(/\b(?:date|due|is|on|by)\b/gi, ""));
}

/**
 * Whether what stands before a verb is about the document: nothing, other fields, or words for it. "The child's plan will
 * be reviewed" is about something else.
 */
export function speaksOfItself(before: string): boolean {
  const clause = before.replace(/^.*[.;:|\t\n]/s, "");
  const dated = findDates(clause).reduceRight(
    (rest, { at, end }) => rest.slice(0, at) + rest.slice(end),
    clause,
  );
  if (!/\p{L}{2,}/u.test(dated)) return true;
  return ofDocument.test(dated) && !ofOthers.test(dated);
}

const ofDocument =
  /\b(?:this|it|policy|procedure|document|statement|protocol|handbook|manual|guide|plan|assessment|form|version|issue|date|last|which|and)\b/i;
const ofOthers = /\b(?:child|children|young person|placement|care plan|staff|register)\b/i;

/** @param today ISO date */
export function checkReviewDate(
  pieces: readonly Piece[],
  today: string,
): { readonly piece: number; readonly finding: Finding }[] {
  const latest = findAnnouncedReview(pieces);
  if (latest === null || !isPast(latest.iso, today)) return [];
  const args = { date: latest.words };
  const finding = makeFinding("review-overdue", args, { reference: latest.words });
  return [{ piece: latest.piece, finding }];
}

/** Characters between a label and its date, at most. */
const farthest = 40;

/** Of a month or a year, when it is over. */
export function isPast(iso: string, today: string): boolean {
  return iso < today.slice(0, iso.length);
}
