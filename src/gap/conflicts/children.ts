// Takes a unit of an own document; gives what it tells of the children that the home is for: their ages, their number.
import type { OwnUnit } from "../own-unit.ts";
import { figure, readWhole, valueOf, type ToldFact } from "./told-fact.ts";

/** It is told of the home as a whole, and not of some of the children, or of a rule for an age. */
const ofHome =
  /\b(?:age range|registered (?:for|to|with)|registration|capacity|(?:cares?|caring|home(?: is)?|places?|placements?|intended) for|(?:may|can) be placed|accommodat\w*|admits?|admission|provides? (?:a home|care|accommodation|residential)|looks? after|offers?|takes?|who we (?:care|are)|about (?:us|the home)|number of (?:children|places|beds)|places|beds)\b/i;
const ofSome =
  /\b(?:bed ?times?|pocket money|allowance|curfew|smok|alcohol|bank accounts?|savings|mobile|phone|contracepti|consent|staff|qualified|training|vetting|experience|if|when|where a|each child (?:over|under)|over the age|aged over|aged under|siblings?|waiting|referr(?:ed|als)|per cent|visitors?|previous(?:ly)?|formerly|example|such as)\b/i;

const range = new RegExp(
  `\\b(?:aged?|ages?|age range)?:?\\s*(?:of |from |between )?(\\d{1,2})(?:\\s*(?:years?)?(?:\\s+old)?)?\\s*(?:-|–|—|to|and|until|up to)\\s*(?:(under|their)\\s+)?(\\d{1,2})(?:th)?(?:\\s+(birthday))?`,
  "gi",
);

export function readAges(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  const whole = readWhole(unit);
  // Under the heading of a table stand figures of many kinds.
  if (!ofHome.test(unit.kind === "row" ? text : whole) || ofSome.test(text)) return [];
  return [...text.matchAll(range)].flatMap((match) => {
    const [words, low = "", under, high = "", birthday] = match;
    const around = text.slice(Math.max(0, match.index - 25), match.index + words.length + 25);
    const [from, to] = [Number(low), Number(high) - (under === "under" || birthday ? 1 : 0)];
    const named =
      /\b(?:aged?|ages|years?|year[- ]olds?|birthday)\b/i.test(around) ||
      /\b(?:children|young people|boys|girls) (?:between|from)\b/i.test(around) ||
      /\bages?\b/i.test(unit.lead);
    if (!named || from < 4 || to > 25 || from >= to || /[£:.]\d/.test(around)) return [];
    return [agesTold(from, to, unit)];
  });
}

export function agesTold(from: number, to: number, unit: OwnUnit | null): ToldFact {
  const says = `${from} to ${to} years`;
  return {
    kind: "ages",
    key: "home",
    about: "Ages of the children the home is for",
    value: `${from}-${to}`,
    says,
    unit,
  };
}

const counted =
  "(?:children|young people|young persons|residents|places|beds|child|young person|boys|girls)";
const counts: readonly RegExp[] = [
  new RegExp(
    `\\b(?:up to|maximum of|no more than|registered (?:(?:with \\w+ )?for|to (?:accommodate|care for|provide (?:care|accommodation)(?: and \\w+)? (?:for|to)))|capacity (?:of|for|is)|accommodat(?:es?|ing|ion for)|(?:provides?|offers?) (?:care|accommodation|a home|(?:[\\w-]+ )?placements?)(?: and \\w+)? (?:for|to)|home for|cares? for)\\s+(?:up to |a maximum of |a total of )?(${figure})\\s+(?:\\w+[- ]?){0,3}?${counted}\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:number of (?:children|places|beds|young people)|capacity|places|beds|registered places)\\s*[:|]\\s*(?:up to )?(${figure})\\b`,
    "i",
  ),
  new RegExp(`\\b(?:an?|our)\\s+(${figure})[- ](?:bed|bedded|place|child)\\b(?! house|room)`, "i"),
];

export function readCapacity(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  if (
    /\b(?:vehicle|car|minibus|worked|experience|career|table|staff|emergency|solo|example|previous(?:ly)?|formerly)\b/i.test(
      text,
    )
  )
    return [];
  const found = counts
    .map((pattern) => pattern.exec(text)?.[1])
    .find((words) => words !== undefined);
  return found === undefined ? [] : [capacityTold(valueOf(found), unit)];
}

export function capacityTold(count: number, unit: OwnUnit | null): ToldFact {
  const says = `${count} children`;
  return {
    kind: "capacity",
    key: "home",
    about: "Number of children the home is for",
    value: String(count),
    says,
    unit,
  };
}
