// Takes units of own documents; gives pairs that tell another time for the same thing.
import { readTimeFacts, type TimeFact } from "../../text/time-facts.ts";
import { boundOf } from "../../text/bounds.ts";
import { readQuantities } from "../../text/quantities.ts";
import { contentStemList } from "../../text/content-stems.ts";
import { findActors } from "../../verify/duty-holders.ts";
import type { OwnUnit } from "../own-unit.ts";
import type { ToldFact } from "./told-fact.ts";

interface Timed {
  readonly unit: OwnUnit;
  readonly fact: TimeFact;
  readonly stems: ReadonlySet<string>;
  readonly actors: string;
}

/** Share of the words of both that they have in common without their times: less may be about something else. */
const sameMatter = 0.6;
const fewest = 4;

export function findTimeConflicts(units: readonly OwnUnit[]): [ToldFact, ToldFact][] {
  const timed = units.flatMap(readTimed);
  const pairs: [ToldFact, ToldFact][] = [];
  for (const [i, one] of timed.entries())
    for (const other of timed.slice(i + 1))
      if (isApart(one, other)) pairs.push([toFact(one, other), toFact(other, one)]);
  return pairs;
}

function readTimed(unit: OwnUnit): Timed[] {
  const facts = readTimeFacts(unit.text);
  const [fact] = facts;
  // Of several times it would have to be known which is for what; a least is no time that another must be.
  if (fact === undefined || facts.length > 1 || /\bsupervis/i.test(unit.text)) return [];
  if (readPoliceTime(unit).length > 0) return [];
  if (boundOf(unit.text, fact.start, fact.end) === "least") return [];
  const bare = `${unit.text.slice(0, fact.start)} ${unit.text.slice(fact.end)}`;
  const stems = new Set(contentStemList(bare));
  const actors = [...new Set(findActors(bare).map(({ actor }) => actor))].toSorted().join(",");
  return stems.size < fewest ? [] : [{ unit, fact, stems, actors }];
}

function isApart(one: Timed, other: Timed): boolean {
  if (one.fact.role !== other.fact.role || one.fact.from !== other.fact.from) return false;
  if (one.actors !== other.actors) return false;
  const [a, b] = [one.fact.hours, other.fact.hours];
  if (a.most >= b.least && b.most >= a.least) return false;
  const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  return shared / (one.stems.size + other.stems.size - shared) >= sameMatter;
}

function toFact({ unit, fact }: Timed, other: Timed): ToldFact {
  const topic = unit.section ?? other.unit.section ?? "the same thing";
  const about = `The time for what is told under “${topic}”`;
  return { kind: "time-limit", key: unit.text, about, value: fact.words, says: fact.words, unit };
}

const tells =
  /\b(?:calls?|rings?|phones?|telephones?|contacts?|contacted|informs?|informed|tells?|told|notif(?:y|ies|ied)|reports?|reported|called|rung|alerts?)\b/i;
const away = /\b(?:missing|absent|not (?:back|home|returned|found|come)|late|whereabouts)\b/i;

/** How long a child may be missing before the police are told; a text with several times does not tell which. */
export function readPoliceTime(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  const title = `${unit.section ?? ""} ${unit.lead} ${text}`;
  if (!/\bpolice\b/i.test(text) || !tells.test(text) || !away.test(title)) return [];
  if (
    /\b(?:if|unless|high risk|low risk|medium risk|record|interview|returns?)\b/i.test(
      text.replace(/^if\b[^,]*,/i, away.test(text) ? "" : "if"),
    )
  )
    return [];
  const times = readQuantities(text).filter(({ kind }) => kind === "time");
  const [time] = times;
  if (time === undefined || times.length > 1 || !/min|hour/i.test(time.words)) return [];
  const about = "After what time the police are told of a missing child";
  return [
    {
      kind: "time-limit",
      key: "police",
      about,
      value: minutesOf(time.key),
      says: time.words,
      unit,
    },
  ];
}

/** So that "60 minutes" is an hour. */
function minutesOf(key: string): string {
  const [, count, unit] = /^time:(\d+(?:\.\d+)?)(min|h)$/.exec(key) ?? [];
  return count === undefined ? key : String(Number(count) * (unit === "h" ? 60 : 1));
}
