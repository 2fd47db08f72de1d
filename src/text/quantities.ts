// Takes a text; gives its quantities with what they measure: times, ages, dates, sizes, amounts; words and digits alike.
import { ageBound, boundOf, type Bound } from "./bounds.ts";

export type QuantityKind =
  | "time"
  | "age"
  | "date"
  | "year"
  | "level"
  | "percent"
  | "money"
  | "size"
  | "count";

/** A stretch of the text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Quantity extends Stretch {
  readonly kind: QuantityKind;
  /** Comparable: equal facts have equal keys, however they are written ("12 months" and "one year" alike). */
  readonly key: string;
  /** Its figure, for counts that a source writes with a unit. */
  readonly value: number | null;
  readonly bound: Bound | null;
  readonly words: string;
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const figure = `\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?:${tens.join("|")})(?:[- ](?:${small.slice(1, 10).join("|")}))?|${small.join("|")}|a hundred|one hundred`;

/** Value of a figure in words or digits; NaN when it is none. */
export function valueOf(words = ""): number {
  const text = words.toLowerCase().replaceAll(",", "").trim();
  if (/^\d/.test(text)) return Number(text);
  if (/^(?:a|one) hundred$/.test(text)) return 100;
  const unit = small.indexOf(text);
  if (unit >= 0) return unit;
  const [ten, rest] = text.split(/[- ]/);
  const at = tens.indexOf(ten ?? "");
  return at < 0 ? Number.NaN : (at + 2) * 10 + (rest === undefined ? 0 : small.indexOf(rest));
}

const unit =
  "working days?|school days?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|minutes?|mins?";
const sizes =
  "(?:square|sq\\.?|cubic) (?:metres?|meters?|feet|m)|metres?|meters?|m²|m2|sqm|centimetres?|cm|millimetres?|mm|kilometres?|km|miles?|feet|ft|inch(?:es)?|litres?|ml|kilograms?|kg|milligrams?|mg|grams?|degrees?|°C|° C";
const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );
export const month = `(?:${monthNames.join("|")}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;

/** What a word that stands behind "how many" measures; null for things that are counted. */
export function measuredBy(word: string): "time" | "size" | "money" | null {
  const is = (names: string) => new RegExp(`^(?:${names})$`, "i").test(word);
  if (is(unit)) return "time";
  if (is(sizes)) return "size";
  return is("pounds?|pence") ? "money" : null;
}

/** Length of a time, in hours or months: days and weeks turn into hours, years into months. */
function timeKey(value: number, written = ""): string {
  const name = written.toLowerCase();
  if (/^(?:working|school)/.test(name)) return `time:${value}${name.split(" ")[0]}day`;
  if (name.startsWith("min")) return `time:${value}min`;
  if (name.startsWith("h")) return `time:${value}h`;
  if (name.startsWith("day")) return `time:${value * 24}h`;
  if (name.startsWith("week")) return `time:${value * 168}h`;
  if (name.startsWith("fort")) return `time:${value * 336}h`;
  return `time:${name.startsWith("month") ? value : value * 12}m`;
}

interface Reader {
  readonly kind: QuantityKind;
  readonly pattern: RegExp;
  /** Null when the match is none after all. */
  readonly read: (
    match: RegExpMatchArray,
  ) => { readonly key: string; readonly value: number | null } | null;
}

const frequencies: Readonly<Record<string, string>> = {
  hourly: "time:1h",
  daily: "time:24h",
  weekly: "time:168h",
  fortnightly: "time:336h",
  monthly: "time:1m",
  quarterly: "time:3m",
  annual: "time:12m",
  annually: "time:12m",
  yearly: "time:12m",
  termly: "time:term",
};

/** In order: what one reader has taken, those after it do not see. */
const readers: readonly Reader[] = [
  {
    kind: "date",
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})\\b\\.?,?(?: (\\d{4}))?`,
      "gi",
    ),
    read: ([, day, name, year]) =>
      year === undefined && isPlainWord(name)
        ? null
        : { key: dateKey(day, name, year), value: null },
  },
  {
    kind: "date",
    pattern: new RegExp(`\\b(${month})\\.?,? (\\d{4})\\b`, "gi"),
    read: ([, name, year]) =>
      isPlainWord(name) ? null : { key: dateKey(undefined, name, year), value: null },
  },
  {
    kind: "date",
    pattern: /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g,
    read: ([, day, number, year]) => ({
      key: dateKey(day, monthNames[Number(number) - 1], year),
      value: null,
    }),
  },
  {
    kind: "level",
    pattern: new RegExp(`\\blevels? (${figure})\\b`, "gi"),
    read: ([, level]) => ({ key: `level:${valueOf(level)}`, value: valueOf(level) }),
  },
  {
    kind: "percent",
    pattern: new RegExp(`\\b(${figure}) ?(?:%|per ?cent\\b|percentage)`, "gi"),
    read: ([, value]) => ({ key: `percent:${valueOf(value)}`, value: valueOf(value) }),
  },
  {
    kind: "percent",
    pattern:
      /\b(?:(half)(?! (?:an?|hour|day|year|term|way)\b)|(?:(?:an?|one) |(two|three)[- ])(third|quarter)s?)(?=(?: of)? (?:the|its|their|all|any|those|these|our|your|staff|of)\b)/gi,
    read: ([, half, count, part]) => {
      const share = half === undefined ? 100 / (/third/i.test(part ?? "") ? 3 : 4) : 50;
      const value = Math.round(share * (count === undefined ? 1 : valueOf(count)));
      return { key: `percent:${value}`, value };
    },
  },
  {
    kind: "time",
    pattern: new RegExp(
      `\\b(${figure}|an?) (?:and a half (${unit})|(${unit}) and a half)\\b`,
      "gi",
    ),
    read: ([, count, name, before]) => {
      const value = (/^an?$/i.test(count ?? "") ? 1 : valueOf(count)) + 0.5;
      return { key: timeKey(value, name ?? before), value };
    },
  },
  {
    kind: "time",
    pattern:
      /\b(?:half an? (hour|day|year)|an? (?:whole|full|entire) (hour|day|week|month|year))\b/gi,
    read: ([, half, name]) => {
      if (half === undefined) return { key: timeKey(1, name), value: 1 };
      const halves: Readonly<Record<string, string>> = { hour: "30min", day: "12h", year: "6m" };
      return { key: `time:${halves[half.toLowerCase()]}`, value: null };
    },
  },
  {
    kind: "money",
    pattern: /[£$€] ?(\d[\d,]*(?:\.\d+)?)(?: ?(million|billion|m|bn|k)\b)?/gi,
    read: ([, value, scale]) => ({ key: `money:${valueOf(value)}${scale ?? ""}`, value: null }),
  },
  {
    kind: "money",
    pattern: new RegExp(`\\b(${figure}) (pounds?|pence|euros?|dollars?)\\b`, "gi"),
    read: ([, value, name]) => ({
      key: `money:${/^pence$/i.test(name ?? "") ? valueOf(value) / 100 : valueOf(value)}`,
      value: valueOf(value),
    }),
  },
  {
    kind: "size",
    pattern: new RegExp(`\\b(${figure}) ?(${sizes})(?![\\p{L}\\d])`, "giu"),
    read: ([, value, name]) => ({
      key: `size:${valueOf(value)}${(name ?? "").toLowerCase().replace(/s$/, "")}`,
      value: valueOf(value),
    }),
  },
  {
    kind: "age",
    pattern: new RegExp(
      `\\b(?:aged?|ages?)(?: of| between| from| over| under| at least)? (${figure})\\b|\\b(?:under|over|above|below) (?:the age of )?(1[0-9]|2[0-5]|eighteen|sixteen|seventeen|ten|[5-9])\\b(?! (?:${unit}|%|per))|\\b(${figure})[- ]years?[- ](?:old|of age)s?\\b|\\b(${figure})(?:th|st)? birthday|\\b(?:children|young people|boys|girls) (?:between|from) (${figure}) (?:and|to) \\d+\\b(?! (?:${unit}|%|per))`,
      "gi",
    ),
    read: (match) => {
      const value = valueOf(match.slice(1).find((group) => group !== undefined) ?? "");
      return { key: `age:${value}`, value };
    },
  },
  {
    kind: "time",
    pattern: new RegExp(
      `\\b(twice|(${figure}) times) (?:a|an|each|every|per|in (?:an?|any|each|every)) (?:calendar |financial |academic |school )?(year|month|week|day)\\b|\\b(twice)[- ](yearly|annually|monthly|weekly|daily)\\b`,
      "gi",
    ),
    read: ([, words, times, period, twice, adverb]) => {
      const count = (words ?? twice ?? "").toLowerCase() === "twice" ? 2 : valueOf(times);
      const name =
        period ??
        (adverb ?? "")
          .replace(/(?:ly|nually)$/i, "")
          .replace(/^an$/i, "year")
          .replace(/^dai$/i, "day");
      return { key: fractionKey(count, name), value: count };
    },
  },
  {
    kind: "time",
    pattern: new RegExp(
      `\\b(${figure})(?:[- ]?(?:consecutive|complete|full|clear|calendar))?[- ](${unit})(?:ly)?\\b`,
      "gi",
    ),
    read: ([, value, name]) => ({ key: timeKey(valueOf(value), name), value: valueOf(value) }),
  },
  {
    kind: "time",
    pattern:
      /\b(half[- ]?yearly|six[- ]monthly|bi-?annual(?:ly)?|hourly|daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|termly)\b(?! (?:routines?|life|lives|work|contact|care|living|basis|activit|tasks?|running|records?|logs?))/gi,
    read: ([, word]) => {
      const name = (word ?? "").toLowerCase();
      return { key: frequencies[name] ?? "time:6m", value: null };
    },
  },
  {
    kind: "time",
    pattern:
      /\b(?:once (?:a|an|every|each|per|in (?:a|each|every))|every|each|per|within an?|in any|in each|in every) (?:calendar |financial |academic |school )?(hour|working day|day|week|fortnight|month|year)\b/gi,
    read: ([, name]) => ({ key: timeKey(1, name), value: 1 }),
  },
  {
    kind: "year",
    pattern: /(?<![\w.£/-])((?:1[89]|20)\d\d)(?![\w/]|[.,]\d)/g,
    read: ([, year]) => ({ key: `year:${year}`, value: Number(year) }),
  },
  {
    kind: "count",
    pattern: new RegExp(`(?<![\\w.£-])(${figure})(?![\\w]|[.,]\\d|\\))`, "gi"),
    read: ([, words]) => {
      const value = valueOf(words);
      // "one" and "zero" are mostly no numbers; 10.12 is a place.
      if (!Number.isInteger(value) || /^(?:one|zero)$/i.test(words ?? "")) return null;
      return { key: `count:${value}`, value };
    },
  },
];

/** "over 12 may", "by 6 march": a verb, unless it is written as a name. */
function isPlainWord(name = ""): boolean {
  return /^(?:may|march|dec|sept?|mar)$/.test(name);
}

/** `2015-04-01` or a part of it, as documents are dated, in the form of a date's key. */
export function keyOfDate(iso: string): string | null {
  const [, year, number, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
  return year === undefined ? null : dateKey(day, monthNames[Number(number) - 1], year);
}

function dateKey(day: string | undefined, name = "", year = ""): string {
  const at = monthNames.findIndex((entry) => entry.startsWith(name.toLowerCase().slice(0, 3)));
  return `date:${year}-${at + 1}-${day === undefined ? "" : Number(day)}`;
}

/** "twice a year" is once in six months. */
function fractionKey(times: number, period: string): string {
  const name = period.toLowerCase();
  if (name.startsWith("year") && 12 % times === 0) return `time:${12 / times}m`;
  return `time:${times}x${name}`;
}

/** Quantities of a text in order. @param skip stretches to leave out, such as references */
export function readQuantities(text: string, skip: readonly Stretch[] = []): Quantity[] {
  const taken = [...skip];
  const facts: Quantity[] = [];
  for (const { kind, pattern, read } of readers) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((other) => other.start < end && start < other.end)) continue;
      const fact = read(match);
      if (fact === null) continue;
      const bound = boundOf(text, start, end) ?? ageBound(match[0]);
      facts.push({ kind, ...fact, bound, words: match[0], start, end });
      taken.push({ start, end });
    }
  }
  return facts.sort((a, b) => a.start - b.start);
}
