// Takes words; gives the dates written in them, as ISO dates or their leading parts.
import { isDate } from "../text/is-day.ts";

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** Pattern of a month's name, whole or short. */
export const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const year = "(?:19|20)\\d\\d";
const weekday = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?";
/** The day is not taken from the end of another number: `5.3 June 2022` is version 5.3. */
const day = "(?:(?<![\\d.,/-])\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -])?";
const worded = `${weekday}${day}${monthName}\\.?,?[ -]${year}|${monthName} \\d{1,2}(?:st|nd|rd|th)?, ${year}`;
const numbered = `(?<![\\d.,/-])(?:${year}-\\d\\d(?:-\\d\\d)?|\\d{1,2}(?<apart>[./-])\\d{1,2}\\k<apart>(?:${year}|\\d\\d))`;
/** Pattern of a date; letters are to be compared without regard to case. */
const anyDate = `(?:${worded}|${numbered})(?![\\d/])`;

export interface FoundDate {
  readonly iso: string;
  /** Where its words begin and end, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
}

/** The dates in a line, in order; what has the form of a date and is no day is left out. */
export function findDates(line: string): FoundDate[] {
  return [...line.matchAll(new RegExp(anyDate, "gi"))].flatMap((match) => {
    const iso = toIso(match[0]);
    return iso === null ? [] : [{ iso, at: match.index, end: match.index + match[0].length }];
  });
}

/** The date that is all there is of a line, in brackets or not; null where there is more, or none. */
export function dateAlone(line: string): string | null {
  const alone = new RegExp(`^\\(?(${anyDate})\\)?\\.?$`, "i").exec(line.trim())?.[1];
  return alone === undefined ? null : toIso(alone);
}

/** `2 September 2024`, `April 2015`, `2015-04`, `01/04/2015` (day first) → ISO; null when there is no such day. */
export function toIso(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (iso) return build(Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : null);
  const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)$/.exec(text);
  if (slashed) {
    const written = Number(slashed[3]);
    return build(written < 100 ? 2000 + written : written, Number(slashed[2]), Number(slashed[1]));
  }
  const american = /^(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)?, (\d{4})$/u.exec(text);
  if (american)
    return build(Number(american[3]), monthNumber(american[1] ?? ""), Number(american[2]));
  const british =
    /^(?:\p{L}+day,? )?(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?(\p{L}{3,})\.?,?[ -](\d{4})$/iu.exec(
      text,
    );
  if (!british) return null;
  return build(
    Number(british[3]),
    monthNumber(british[2] ?? ""),
    british[1] ? Number(british[1]) : null,
  );
}

function monthNumber(name: string): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function build(yearNumber: number, month: number, dayNumber: number | null): string | null {
  const parts = [month, dayNumber].filter((part) => part !== null);
  const iso = [yearNumber, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
  return isDate(iso) ? iso : null;
}
