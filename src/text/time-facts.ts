// Takes a text; gives the times in it that bind: by when, how often, how long kept, how long done, how long before.
import { boundOf } from "./bounds.ts";
import type { Hours } from "./occasions.ts";
import { readQuantities, type Quantity } from "./quantities.ts";
import type { TextRange } from "./sentences.ts";
import { findTimeWords, type KeptFrom, type TimeRole } from "./time-words.ts";

export interface TimeFact extends TextRange {
  readonly role: TimeRole;
  /** The shortest and the longest that it may mean: a month has 28 to 31 days, a working day may be three days off. */
  readonly hours: Hours;
  readonly from: KeptFrom | null;
  /** As written. */
  readonly words: string;
}

const day = 24;
/** Shortest and longest, of one. */
const unitHours: Readonly<Record<string, Hours>> = {
  min: { least: 1 / 60, most: 1 / 60 },
  h: { least: 1, most: 1 },
  m: { least: 28 * day, most: 31 * day },
  y: { least: 365 * day, most: 366 * day },
};

/** In the order of the text. */
export function readTimeFacts(text: string): TimeFact[] {
  const worded = findTimeWords(text);
  const measured = readQuantities(text, worded).flatMap((quantity) => {
    const hours = quantity.kind === "time" ? hoursOf(quantity.key) : null;
    if (hours === null) return [];
    const role = roleOf(text, quantity);
    return role === null ? [] : [toFact(text, quantity, role, hours)];
  });
  const others = worded.flatMap((found) => {
    const kept = found.role === "deadline" && isKept(text, found);
    return [toFact(text, found, kept ? "keeping" : found.role, found.hours, found.from)];
  });
  return [...others, ...measured].sort((a, b) => a.start - b.start);
}

function toFact(
  text: string,
  { start, end }: TextRange,
  role: TimeRole,
  hours: Hours,
  from: KeptFrom | null = role === "keeping" ? keptFrom(text, end) : null,
): TimeFact {
  return { role, hours, from, words: text.slice(start, end), start, end };
}

/** Of the key of a quantity of time; null for what has no length, such as a school term. */
function hoursOf(key: string): Hours | null {
  const often = /^time:(\d+)x(\w+)$/.exec(key);
  if (often !== null) {
    const period = hoursOf(`time:1${periods[often[2] ?? ""] ?? "?"}`);
    const times = Number(often[1]);
    return period && { least: period.least / times, most: period.most / times };
  }
  const [, figure, name = ""] = /^time:(\d+(?:\.\d+)?)(\w+)$/.exec(key) ?? [];
  const count = Number(figure);
  if (/^(?:working|school)day$/.test(name))
    return { least: count * day, most: (count + 2 * Math.ceil(count / 5) + 1) * day };
  // Years are exact where months are not: twelve of them are one.
  if (name === "m" && count >= 12 && count % 12 === 0) return scale(unitHours["y"], count / 12);
  return scale(unitHours[name], count);
}

const periods: Readonly<Record<string, string>> = { year: "2m", month: "m", week: "68h", day: "h" };

function scale(unit: Hours | undefined, count: number): Hours | null {
  return unit === undefined || !Number.isFinite(count)
    ? null
    : { least: unit.least * count, most: unit.most * count };
}

const apart = /[.;:—]/;
/** Words of a text before and behind a place, up to where its clause ends. */
function around(text: string, { start, end }: TextRange): { before: string; behind: string } {
  const before = text.slice(0, start).split(apart).at(-1) ?? "";
  const behind = text.slice(end).split(apart)[0] ?? "";
  return { before, behind };
}

const often =
  /\b(?:every|each|per|once in|at (?:\w+ )?intervals of(?: (?:no|not) more than)?)(?: (?:period of|calendar))?\s+(?:at least )?$/i;
const ahead =
  /^(?:\s+or more)?\s*(?:before(?:hand)?\b|in advance\b|ahead\b|prior to\b|['’]s?\s+(?:clear |written )?notice\b|notice\b)/i;
const reckoned = /^\s+(?:after|of|from|following|since|later|behind)\b/i;
const byThen =
  /\b(?:by the end of|not more than|no more than|at most|in|inside|under|over|given|has|have)\s+(?:the |a |their first |its first |his first |her first )?$/i;
const windowOf = /\b(?:last|past|previous|preceding|next|first|twelve)\s+$/i;
const condition = /\b(?:period|absence|absences|absent|away|off)\b[^.;:—]*$/i;
/** "for more than 28 days", "of 28 days or more". */
const counting = /\b(?:more|longer) than\s+\||\bover\s+\||\|\s*(?:or|and) (?:more|longer|over)\b/i;

/** What a measured time is to what is done; null where it binds nothing that can be compared. */
function roleOf(text: string, quantity: Quantity): TimeRole | null {
  const { before, behind } = around(text, quantity);
  const { words } = quantity;
  if (isOften(words, before, behind)) return "interval";
  if (condition.test(before) && counting.test(`${before}|${behind}`)) return "threshold";
  if (windowOf.test(before)) return null;
  if (ahead.test(behind)) return "notice";
  if (isKept(text, quantity)) return "keeping";
  const bound = boundOf(text, quantity.start, quantity.end);
  if (/^within\b/i.test(words) || bound === "within") return "deadline";
  if (isLong(before, behind)) return condition.test(before) ? null : "length";
  if (bound === "least") return null;
  if (bound === "after") return null;
  if (reckoned.test(behind)) return "deadline";
  return byThen.test(before) && !/\b(?:been|lasts?|takes?)\b/i.test(before) ? "deadline" : null;
}

function isOften(words: string, before: string, behind: string): boolean {
  if (/^(?:every|each|per|once|twice)\b|\btimes\b|ly$/i.test(words.trim())) return true;
  return often.test(before) || /^\s*(?:-?\s*intervals?|apart|basis)\b/i.test(behind);
}

function isLong(before: string, behind: string): boolean {
  return (
    /\bfor\s+(?:at least |a minimum of |no less than |not less than |over |more than )?$/i.test(
      before,
    ) || /^['’]?s?\s+(?:of\s+)?(?:\w+\s+){0,2}experience\b/i.test(behind)
  );
}

const keeping =
  /\b(?:kept|keeps?|keeping|retain\w*|store[ds]?|storing|held|holds?|archive[ds]?|preserve[ds]?)\b/i;
const ending =
  /\b(?:destroy\w*|shred\w*|delet\w*|erase[ds]?|wipe[ds]?|dispose[ds]?|disposal|thr(?:ow|ows|own|owing) (?:away|out)|got rid of|binned)\b/i;

/** Whether a period tells how long something is kept, or after what time it is no more. */
function isKept(text: string, place: TextRange): boolean {
  const { before, behind } = around(text, place);
  if (ending.test(before)) return /\b(?:after|once)?\s*$/.test(before);
  const nearest = before.split(/,| and (?=the|a|an|we|staff)\b/).at(-1) ?? "";
  const kept = keeping.test(nearest) || (keeping.test(before) && /\bfor\s/.test(nearest));
  if (!kept) return false;
  return /\b(?:for|until|till)\b[^,]*$/i.test(before) || /^\s*(?:after|from)\b/i.test(behind);
}

/** "from the child's date of birth", "after the death", "from the last entry". */
function keptFrom(text: string, end: number): KeptFrom | null {
  const behind = text.slice(end).split(/[,.;:—]/)[0] ?? "";
  if (/\b(?:birth|born)\b/i.test(behind)) return "birth";
  if (/\b(?:death|dies|died)\b/i.test(behind)) return "death";
  return /\b(?:entry|entries)\b/i.test(behind) ? "entry" : null;
}
