// Takes what a row expects and the units that speak of it; gives what they do not say: time limits, recipients, items of a
// list, names, records and dates.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import { readTimeFacts } from "../text/time-facts.ts";
import type { Limit } from "../requirements/checklist.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { findBlanks } from "../text/blanks.ts";
import { readQuantities } from "../text/quantities.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit } from "./own-document.ts";
import type { OwnUnit } from "./own-unit.ts";

/** What is not said, and the units that say what the others leave out. */
export interface Lacks {
  /** In words, each what a reader has to add; empty where all is said. */
  readonly missing: readonly string[];
  readonly completing: readonly JudgedUnit[];
}

/**
 * @param units those that say it
 * @param beside those near them, in which items of a list may stand
 */
export function findLacks(
  { row: { expects }, led }: Requirement,
  units: readonly JudgedUnit[],
  beside: readonly JudgedUnit[],
  nearness: MeasureItem,
): Lacks {
  const said = units.map(({ lead, text }) => `${lead} ${text}`);
  const { limit, list, recipient, record, namedPerson, date } = expects;
  const holds = (unit: JudgedUnit, item: string) =>
    holdsTyped(unit, item) ?? mentions(unit, item, nearness);
  const items = [...recipient, ...(list.length > 1 ? list : [])].filter(
    (item) => !units.some((unit) => holds(unit, item)),
  );
  const found = items.map((item) => ({ item, unit: beside.find((unit) => holds(unit, item)) }));
  const named = namedPerson && !units.some(namesSomebody);
  const naming = named ? beside.find(namesSomebody) : undefined;
  const access = toGet.test(led) && !said.some((text) => gets.test(text));
  const getting = access ? beside.find(({ text }) => gets.test(text)) : undefined;
  const missing = [
    ...(limit === null || said.some((text) => keepsLimit(text, limit)) ? [] : [nameLimit(limit)]),
    ...found.flatMap(({ item, unit }) => (unit === undefined ? [item] : [])),
    ...(record && !said.some((text) => records.test(text)) ? ["that it is recorded"] : []),
    ...(named && naming === undefined ? ["a name"] : []),
    ...(access && getting === undefined ? ["how to get it"] : []),
    ...(date && !said.some(tellsDate) ? ["when it is reviewed"] : []),
  ];
  const completing = [...found.map(({ unit }) => unit), naming, getting];
  return { missing, completing: [...new Set(completing.flatMap((unit) => unit ?? []))] };
}

/** The law asks how somebody comes by a text. */
const toGet = /\bhow\b[^.;]{0,80}\b(?:access|obtain|get)\b/i;
const gets =
  /\b(?:cop(?:y|ies)|available|ask(?:ed)? for|on request|requested?|website|handed|given|provided|obtain\w*|accessed|download\w*|kept in|displayed|sent)\b/i;

/** Fitted on development rows: below, a unit may speak of something beside the item. */
const least = { share: 0.6, nearness: 0.42 };

function mentions(unit: JudgedUnit, item: string, nearness: MeasureItem): boolean {
  const said = readMatter(`${unit.lead} ${unit.text}`);
  return (
    shareOfMatter(readMatter(item), said) >= least.share || nearness(item, unit) >= least.nearness
  );
}

/** Things of a kind that can be told by their form; null for others. */
function holdsTyped({ lead, text }: OwnUnit, item: string): boolean | null {
  const said = `${lead} ${text}`;
  const row = typed.find(({ asks }) => asks.test(item));
  if (row === undefined) return null;
  return row.has.test(said) && (row.figure !== true || readQuantities(said).length > 0);
}

interface Typed {
  readonly asks: RegExp;
  readonly has: RegExp;
  /** A figure as well. */
  readonly figure?: true;
}

/** A closed class each: what is asked for, and every way of writing it. */
const typed: readonly Typed[] = [
  {
    asks: /^sex of children$/i,
    has: /\b(?:male|female|boys?|girls?|mixed|either (?:sex|gender)|any gender|all genders|single[- ]sex)\b/i,
  },
  { asks: /^age range$/i, has: /\b(?:age[ds]?|years?|year[- ]olds?)\b/i, figure: true },
  {
    asks: /^number of children$/i,
    has: /\b(?:children|young people|places|beds|capacity|residents)\b/i,
    figure: true,
  },
  { asks: /^(?:date|date and time)$/i, has: /\b(?:dates?|dated|when)\b/i },
  { asks: /^time$/i, has: /\b(?:times?|when|hours?)\b/i },
  { asks: /^location$/i, has: /\b(?:places?|locations?|where)\b/i },
  { asks: /^duration$/i, has: /\b(?:durations?|how long|length|lasted)\b/i },
  { asks: /^(?:name|name of the child)$/i, has: /\bnames?\b|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u },
  { asks: /^work address$/i, has: /\b(?:address|\p{Lu}{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b/iu },
  { asks: /^HMCI$/i, has: /\b(?:HMCI|Ofsted|chief inspector|inspectorate)\b/i },
  {
    asks: /^placing authority$/i,
    has: /\b(?:placing|social workers?|local authorit(?:y|ies)|responsible authority)\b/i,
  },
  {
    asks: /^parents(?: or carers)?$/i,
    has: /\b(?:parents?|mum|dad|family|parental responsibility)\b/i,
  },
  { asks: /^(?:local )?police(?: force)?$/i, has: /\bpolice\b/i },
  { asks: /^families$/i, has: /\b(?:famil(?:y|ies)|parents?|relatives?|siblings?)\b/i },
  { asks: /^friends$/i, has: /\b(?:friends?|peers|friendships?)\b/i },
  {
    asks: /^each (?:other )?relevant person$/i,
    has: /\brelevant persons?\b|\bpolice\b(?=[^.]*\b(?:council|authorit|social worker|parents?|child|young))|\b(?:council|authorit|social worker|parents?|child|young)\w*(?=[^.]*\bpolice\b)/i,
  },
];

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

/** "No later than 24 months after" is read as a time of keeping. */
const due = /deadline|keeping/;
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
      facts.some(({ role, hours: told }) => due.test(role) && told.least <= hours) ||
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
