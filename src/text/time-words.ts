// Takes a text; gives the times in it that are written without a measure to read: "without delay", "every other month",
// "by the end of the week", "until their 25th birthday".
import { findOccasions, type Hours } from "./occasions.ts";
import { month, valueOf } from "./quantities.ts";
import type { TextRange } from "./sentences.ts";

/**
 * - `deadline`: by when, from what happened: "within 24 hours of"
 * - `interval`: how often: "every six months", "at least once a year"
 * - `keeping`: for how long something is kept
 * - `length`: for how long something was done at least: "worked for at least 2 years"
 * - `notice`: how long before what happens: "one month before"
 * - `threshold`: from which length of an absence on something is done: "absent for 28 days or more"
 */
export type TimeRole = "deadline" | "interval" | "keeping" | "length" | "notice" | "threshold";

/** What a period of keeping is counted from. */
export type KeptFrom = "birth" | "death" | "entry";

export interface TimeWords extends TextRange {
  readonly role: TimeRole;
  readonly hours: Hours;
  readonly from: KeptFrom | null;
}

const day = 24;
/** One of each, the longest that it can be. */
const longest: Readonly<Record<string, number>> = {
  hour: 1,
  shift: 24,
  day,
  night: day,
  week: 7 * day,
  fortnight: 14 * day,
  month: 31 * day,
  term: 120 * day,
  quarter: 92 * day,
  year: 366 * day,
};
const spans = Object.keys(longest).join("|");
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const ordinal = `(?:${ordinals.join("|")}|\\d{1,2}(?:st|nd|rd|th))`;
const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const season = "(?:spring|summer|autumn|winter|christmas|easter)";
const figure = "\\d{1,3}|[a-z]+(?:-[a-z]+)?";

interface Reader {
  readonly role: TimeRole;
  readonly pattern: RegExp;
  /** Null when the words are no time after all. */
  readonly read: (match: RegExpMatchArray) => Hours | null;
  readonly from?: KeptFrom;
}

/** Nothing shorter is asked of anyone, and nothing longer is told in its words. */
function upTo(hours: number): Hours {
  return { least: hours, most: hours };
}

function many(count: number, name = ""): Hours | null {
  const one = longest[name.toLowerCase()];
  if (one === undefined || !Number.isFinite(count)) return null;
  const least = /month/i.test(name) ? 28 * day : /year/i.test(name) ? 365 * day : one;
  return { least: least * count, most: one * count };
}

function rankOf(word = ""): number {
  const at = ordinals.indexOf(word.toLowerCase());
  return at >= 0 ? at + 1 : Number.parseInt(word, 10);
}

/** In order: what one has taken, those after it do not see. */
const readers: readonly Reader[] = [
  {
    role: "deadline",
    pattern:
      /\b(?:without (?:undue |further |any )?delay|immediately(?! (?:before|after|behind|prior|following))|at once|straight ?away|forthwith|the same (?:day|shift)|the day it happens)\b/gi,
    read: () => ({ least: 0, most: day }),
  },
  {
    role: "deadline",
    pattern: /\b(?:the )?(?:next|following) (?:working |school )?(?:day|morning)\b/gi,
    read: ([words]) =>
      /working|school/i.test(words) ? { least: 2 * day, most: 4 * day } : upTo(2 * day),
  },
  {
    role: "deadline",
    pattern: new RegExp(
      `\\b(?:by|before|until|at) the (?:${ordinal}|end) of the (?:next|following) (week|month|term|quarter|year)\\b`,
      "gi",
    ),
    read: ([words, name]) => {
      const at = /\bthe (\d+)/.exec(words);
      if (at === null || !/month/i.test(name ?? "")) return many(2, name);
      return upTo((31 + Number(at[1])) * day);
    },
  },
  {
    role: "deadline",
    pattern: new RegExp(
      `\\b(?:by|before|at) the end of (?:the|his|her|their|its|your|a|that) (${ordinal}) (${spans})\\b`,
      "gi",
    ),
    read: ([, rank, name]) => many(rankOf(rank), name),
  },
  {
    role: "deadline",
    pattern: new RegExp(
      `\\b(?:by|before|at) the end of (?:the|that|each|every) (${spans})\\b`,
      "gi",
    ),
    read: ([, name]) => upTo(longest[(name ?? "").toLowerCase()] ?? Number.NaN),
  },
  {
    role: "interval",
    pattern: new RegExp(
      `\\b(?:every|each) (other|${ordinal}) (day|week|month|term|quarter|year)\\b`,
      "gi",
    ),
    read: ([, rank, name]) => many(/other/i.test(rank ?? "") ? 2 : rankOf(rank), name),
  },
  {
    role: "interval",
    pattern: new RegExp(`\\b(?:each|every) (?:${season}|${month}(?! \\d))\\b`, "gi"),
    read: () => many(1, "year"),
  },
  {
    role: "interval",
    pattern: new RegExp(`\\b(?:each|every) ${weekday}\\b|\\bon ${weekday}s\\b`, "gi"),
    read: () => many(1, "week"),
  },
  {
    role: "interval",
    pattern:
      /\b(?:each|every|per|(?:once|twice) (?:a|in a|every|each)) half[ -]year\b|\bhalf[ -]yearly\b/gi,
    read: () => many(6, "month"),
  },
  {
    role: "deadline",
    pattern:
      /\b(?:at|in|with|until|by) (?:the|his|her|its|our|their) next (annual|yearly|quarterly|monthly|weekly)\b/gi,
    read: ([, often = ""]) =>
      many(1, /annual|yearly/i.test(often) ? "year" : often.replace(/ly$/i, "")),
  },
  { role: "interval", pattern: /\bbiennial(?:ly)?\b/gi, read: () => many(2, "year") },
  {
    role: "interval",
    pattern: /\b(?:in|on|at|every) alternat(?:e|ing) (day|week|month|term|quarter|year)s?\b/gi,
    read: ([, name]) => many(2, name),
  },
  {
    // Twice in a month, or once in two: both are meant by it.
    role: "interval",
    pattern: /\bbi-?(month|week)ly\b/gi,
    read: ([, name = ""]) => {
      const one = longest[name.toLowerCase()] ?? Number.NaN;
      return { least: one / 2.2, most: 2 * one };
    },
  },
  {
    role: "interval",
    pattern: /\b(?:once (?:a|in a)|every|each|per) (term|quarter)\b|\btermly\b/gi,
    read: ([, name = "term"]) =>
      /term/i.test(name) ? { least: 90 * day, most: 150 * day } : many(1, name),
  },
  {
    role: "interval",
    pattern:
      /\b(?:twice|(three|four|six|twelve) times) (?:in )?(?:each|every|any|the) (?:twelve|12) months\b/gi,
    read: ([, times = "two"]) => many(12 / valueOf(times), "month"),
  },
  {
    role: "interval",
    pattern:
      /\bonce (?:in )?(?:every |each |an? |per )(year|month|week|fortnight|quarter|term)\b|\bonce in (year|month|week)\b/gi,
    read: ([, name, other]) => many(1, name ?? other),
  },
  {
    role: "notice",
    pattern: new RegExp(
      `\\b(?:an?|one) (${spans})(?=['’]s notice| (?:before(?:hand)?|in advance|ahead)\\b)`,
      "gi",
    ),
    read: ([, name]) => many(1, name),
  },
  {
    role: "deadline",
    pattern: new RegExp(
      `\\b(?:within|inside|in) (?:an?|one) (?:working |school |full )?(${spans})\\b(?! (?:before|ahead))|(?<!\\bfor )\\b(?:an?|one) (${spans}) (?=after|from|later)`,
      "gi",
    ),
    read: ([, one, other]) => many(1, one ?? other),
  },
  {
    role: "keeping",
    pattern:
      /(?<=\b(?:kept|keeps?|held|stored?|retained?) (?:\w+ ){0,3}for )(?:an?|one) (week|month|quarter|year)\b/gi,
    read: ([, name]) => many(1, name),
  },
  {
    role: "keeping",
    pattern: new RegExp(
      `\\b(?:until|till) (?:[\\w’']+ ){1,4}?(\\d{1,3})(?:st|nd|rd|th) birthday\\b|\\b(?:until|till) (?:[\\w’']+ ){1,4}?(?:is|are|turns?|reach(?:es)?|would be|will be|would have been|aged?) (?:the age of )?(${figure})\\b`,
      "gi",
    ),
    read: ([, digits, words]) => many(valueOf(digits ?? words), "year"),
    from: "birth",
  },
  {
    role: "keeping",
    pattern:
      /\b(?:until|till) (?:[\w’']+ ){1,4}?((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\d{1,3}(?:st|nd|rd|th)) (?:anniversary of|birthday)(?: [\w’']+){0,4}\b/gi,
    read: ([words, rank = ""]) =>
      /birth/i.test(words) ? many(Number.parseInt(rank, 10) || ordinalOf(rank), "year") : null,
    from: "birth",
  },
];

/** "seventy-fifth". */
function ordinalOf(words: string): number {
  const [ten = "", unit] = words.toLowerCase().split("-");
  return valueOf(ten) + (unit === undefined ? 0 : rankOf(unit));
}

export function findTimeWords(text: string): TimeWords[] {
  const found: TimeWords[] = findOccasions(text).map((one) => ({
    ...one,
    role: "interval",
    from: null,
  }));
  for (const { role, pattern, read, from = null } of readers) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const hours = read(match);
      if (hours === null || !Number.isFinite(hours.most)) continue;
      found.push({ role, hours, from, start, end });
    }
  }
  return found;
}
