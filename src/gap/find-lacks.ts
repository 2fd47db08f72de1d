// Takes what a row expects and the units that speak of it; gives what they do not say: time limits, recipients, items of a
// list, names, records and dates.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import { readTimeFacts } from "../facts/time-facts.ts";
import type { Expects, Limit } from "../requirements/checklist.ts";
import { findBlanks } from "../text/blanks.ts";
import { readQuantities } from "../text/quantities.ts";
import type { OwnUnit } from "./own-unit.ts";

/** In words, each what a reader has to add; empty where all is said. @param all where items of a list may stand */
export function findLacks<U extends OwnUnit>(
  expects: Expects,
  units: readonly U[],
  all: readonly U[],
  likeness: (text: string, unit: U) => number,
): string[] {
  const said = units.map(({ lead, text }) => `${lead} ${text}`);
  const { limit, list, recipient, record, namedPerson, date } = expects;
  const missing = (item: string) => !all.some((unit) => mentions(unit, item, likeness));
  return [
    ...(limit === null || said.some((text) => keepsLimit(text, limit)) ? [] : [nameLimit(limit)]),
    ...[...recipient, ...(list.length > 1 ? list : [])].filter(missing),
    ...(record && !said.some((text) => records.test(text)) ? ["that it is recorded"] : []),
    ...(namedPerson && !units.some(namesSomebody) ? ["a name"] : []),
    ...(date && !said.some(tellsDate) ? ["when it is reviewed"] : []),
  ];
}

/** Fitted on development rows: below, a unit may speak of something beside the item. */
const least = { share: 0.6, likeness: 0.5 };

function mentions<U extends OwnUnit>(
  unit: U,
  item: string,
  likeness: (text: string, unit: U) => number,
): boolean {
  const said = readMatter(`${unit.section ?? ""} ${unit.lead} ${unit.text}`);
  return (
    shareOfMatter(readMatter(item), said) >= least.share || likeness(item, unit) >= least.likeness
  );
}

const records =
  /\b(?:record\w*|logs?|logged|writ(?:es?|ten|ing)|wrote|notes?|noted|sign(?:s|ed)?|enter(?:s|ed)?|entry|entries|book|forms?|sheets?|chart|register|minutes|document(?:s|ed)|file[sd]?|report(?:s|ed)?|drawn)\b/i;

/** A name in capitals behind a post, or a company; places left blank name nobody. */
function namesSomebody({ text, lead }: OwnUnit): boolean {
  if (findBlanks(text).length > 0) return false;
  return (
    /\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}\.? )?\p{Lu}[\p{Ll}’'-]+/u.test(
      text.replace(
        /\b(?:Registered|Responsible|Deputy|Home|Children|Statement|Local|Designated)\b \p{Lu}\p{Ll}+/gu,
        " ",
      ),
    ) || /\b(?:Ltd|Limited|LLP|PLC)\b/.test(`${lead} ${text}`)
  );
}

function tellsDate(text: string): boolean {
  return readQuantities(text).some(({ kind }) => ["date", "year", "time"].includes(kind));
}

const day = 24;
const hoursOf: Readonly<Record<string, number>> = {
  hours: 1,
  days: day,
  months: 31 * day,
  years: 366 * day,
  "calendar-year": 366 * day,
};

const atOnce =
  /\b(?:without (?:undue |any |further )?delay|immediately|straight ?away|at once|forthwith|the same (?:day|shift)|as soon as|promptly|instantly)\b/i;
const soon = /\b(?:soon|quickly|same day|next (?:working )?day|within)\b/i;
const ahead = /\b(?:before|prior to|in advance|ahead of|until)\b/i;
const asked =
  /\b(?:on request|(?:if|when|where|whenever) (?:asked|requested|required)|asks? for|requests?|available to)\b/i;

/** Whether a text gives a time that is no longer, of keeping no shorter, than what is asked. */
export function keepsLimit(text: string, { kind, amount, unit }: Limit): boolean {
  if (kind === "without-delay") return atOnce.test(text);
  if (kind === "promptly") return atOnce.test(text) || soon.test(text);
  if (kind === "before") return ahead.test(text);
  if (kind === "on-request") return asked.test(text);
  const one = hoursOf[unit ?? ""];
  if (one === undefined || amount === null) return holdsAmount(text, amount, unit);
  const hours = one * amount;
  const facts = readTimeFacts(text);
  if (kind === "at-most")
    return (
      facts.some(({ role, hours: told }) => role === "deadline" && told.least <= hours) ||
      (hours <= 5 * day && atOnce.test(text))
    );
  if (kind === "every")
    return facts.some(({ role, hours: told }) => role === "interval" && told.least <= hours);
  return facts.some(
    ({ role, hours: told }) => /keeping|length|notice/.test(role) && told.most >= hours,
  );
}

/** Of references, per cent and what else is counted. */
function holdsAmount(text: string, amount: number | null, unit: string | null): boolean {
  const wanted = unit === "percent" ? ["percent"] : ["count", "percent"];
  return readQuantities(text).some(
    ({ kind, value }) =>
      wanted.includes(kind) && value !== null && amount !== null && value >= amount,
  );
}

const kinds = { "at-most": "within", "at-least": "at least", every: "every" } as const;

function nameLimit({ kind, amount, unit, from }: Limit): string {
  const behind = from === null ? "" : ` (from ${from})`;
  if (kind === "at-most" || kind === "at-least" || kind === "every")
    return `${kinds[kind]} ${amount} ${unit}${behind}`;
  if (kind === "before") return "that it comes before";
  return kind === "on-request" ? "on request" : `${kind.replace("-", " ")}${behind}`;
}
