// Takes a text; gives how often something is done where the occasions are named: "in May and in November", "on 1 March and
// on 1 September of each year", "each spring and each autumn".
import type { TextRange } from "./sentences.ts";

/** Length of a time, as far as its words tell it. */
export interface Hours {
  readonly least: number;
  readonly most: number;
}

const day = 24;
const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** The month in the middle of each. */
const seasons: Readonly<Record<string, number>> = { spring: 4, summer: 7, autumn: 10, winter: 1 };

const name = `(?:${monthNames.map((one) => one[0]?.toUpperCase() + one.slice(1)).join("|")})`;
const season = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)";
const part =
  "(?:the )?(?:start|beginning|middle|end|(?:first|second|third|last) (?:week|day|\\w+day)) of ";
const lead = `(?:(?:in|on|at|by|every|each|the|of|and|both|around|during|early|late|mid)[ -])*`;
const one = `${lead}(?:${part}${lead})?(?:(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${name}(?: \\d{1,2}(?:st|nd|rd|th)?)?|${season})(?! \\d{4})`;
const yearly =
  "(?:,? (?:of |in )?(?:each|every|the|a) (?:calendar )?year| (?:each|every) year|,? (?:annually|yearly))";
/** Two or more of them, or one that is said to come each year. */
const several = new RegExp(
  `(?<![\\w-])(?:${one})(?:(?:,? and |, | & )(?:${one}))+(?:${yearly})?(?![\\w])`,
  "g",
);
const single = new RegExp(`(?<![\\w-])(?:${one})${yearly}(?![\\w])`, "g");
const each = new RegExp(`(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(${name})|(${season})`, "g");

export interface Occasions extends TextRange {
  readonly hours: Hours;
}

/** How long it is at the most from one of them to the next, over the turn of the year as well. */
export function findOccasions(text: string): Occasions[] {
  const all = [several, single].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match[0];
      const start = match.index + (found.length - found.trimStart().length);
      const months = [...found.matchAll(each)].map(([, month, of = ""]) =>
        month === undefined
          ? (seasons[of.toLowerCase()] ?? 0)
          : monthNames.indexOf(month.toLowerCase()) + 1,
      );
      const hours = widest(months);
      // "A year" and a month by itself is when something is done, and need not be how often.
      const told = pattern === single || /\b(?:in|on|each|every|of|by|at|both)\b/.test(found);
      return hours === null || !told
        ? []
        : [{ start, end: match.index + found.trimEnd().length, hours }];
    }),
  );
  return all.filter(
    (occasions, i) =>
      !all.slice(0, i).some(({ start, end }) => start < occasions.end && occasions.start < end),
  );
}

function widest(months: readonly number[]): Hours | null {
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined || sorted.includes(0)) return null;
  const gaps = sorted.map((month, i) => (sorted[i + 1] ?? first + 12) - month);
  const gap = Math.max(...gaps);
  return gap === 12
    ? { least: 365 * day, most: 366 * day }
    : { least: gap * 28 * day, most: gap * 31 * day };
}
