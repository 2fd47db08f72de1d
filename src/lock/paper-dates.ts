// Takes a document of the provider's own; gives the days on which it says that something was done.
import { findDates } from "../identify/read-date.ts";
import type { Paper } from "./paper.ts";

/** What says that a date is that of the work itself. */
const done =
  /\b(?:reviewed|review date|date of (?:the |this )?(?:last |latest )?(?:review|assessment|report|completion|revision)|assessed|assessment date|completed|carried out|conducted|undertaken|updated|revised|amended|issued|approved|date)\b[^.;|]{0,25}[:|]?\s*$|\bsigned\b[^;|]{0,45}$/i;
/** What says that it is one to come, or of something else. */
const other =
  /\b(?:next|due|expir\w*|until|born|birth|commenc\w*|opened|registered)\b[^.;|]{0,25}$|\bby\s*$/i;
/** Characters before a date in which its label stands. */
const reach = 60;

/** ISO dates or their leading parts, the earliest first. */
export function findDoneDates({ file, title, date, pieces }: Paper): string[] {
  const labelled = pieces.flatMap(({ text }, at) =>
    findDates(text).flatMap((found) => {
      const own = text.slice(Math.max(0, found.at - reach), found.at);
      // The label of a date that opens its piece may stand in the cell or line before.
      const before = own.trim() === "" ? (pieces[at - 1]?.text ?? "").slice(-reach) : own;
      return done.test(before) && !other.test(before) ? [found.iso] : [];
    }),
  );
  const named = [title ?? "", nameOf(file)].flatMap((text) =>
    findDates(text).map(({ iso }) => iso),
  );
  const all = [...labelled, ...named, ...(date === null ? [] : [date])];
  const years = all.length > 0 ? [] : [title ?? "", nameOf(file)].flatMap(yearsIn);
  return [...new Set([...all, ...years])].toSorted();
}

/** Of a month or a year, when it has not begun. */
export function isToCome(iso: string, today: string): boolean {
  return iso > today.slice(0, iso.length);
}

function nameOf(file: string): string {
  return file
    .replace(/^.*\//, "")
    .replace(/\.\w+$/, "")
    .replaceAll("_", " ");
}

function yearsIn(text: string): string[] {
  return text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
}

/** The last of dates; null for none. A month or year counts as its last day. */
export function latestOf(dates: readonly string[]): string | null {
  return dates.reduce<string | null>(
    (latest, iso) => (latest === null || lastDay(iso) > lastDay(latest) ? iso : latest),
    null,
  );
}

/** The last day of a date's leading part. */
export function lastDay(iso: string): string {
  const [year = "", month = "12", day] = iso.split("-");
  if (day !== undefined) return iso;
  return toIso(new Date(Date.UTC(Number(year), Number(month), 0)));
}

export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return toIso(new Date(date.getTime() + days * 86_400_000));
}

/** The same day of a later month; its last day where it has no such day. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toIso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))));
}

function toIso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
