// Compares when things are to be done: times in words ("without delay", "by the end of the third day"), and what a time is
// counted from.
import { readTimeFacts, type TimeFact } from "../../text/time-facts.ts";
import type { Finding } from "../../findings/finding.ts";
import { makeFinding } from "../../findings/finding.ts";
import { readQuantities, type Quantity } from "../../text/quantities.ts";
import { contentStems, contentWords } from "../../text/word-stems.ts";
import type { SourceUnit, UnitMatch } from "../align.ts";
import { findActors } from "../duty-holders.ts";
import { nameSupports } from "../name-supports.ts";
import { blankOut } from "../quotes.ts";
import { at, findAgainst, type SentenceClaim } from "./rule.ts";

/** @param close units that the sentence is drawn from, best first */
export function checkTimes(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  return [
    ...checkWorded(claim, close),
    ...checkCounted(claim, close),
    ...checkOrder(claim, close),
    ...checkBorrowed(claim, close),
    ...checkShared(claim, close),
    ...checkUnquoted(claim, close),
  ];
}

/** Times that are no figure with a measure: those are looked for where numbers are. */
function checkWorded(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const measured = readQuantities(claim.sentence, claim.references);
  const worded = readAll(claim.sentence).filter(
    ({ start, end, role }) =>
      (role === "deadline" || role === "interval") &&
      !measured.some((other) => other.start < end && start < other.end),
  );
  return worded.flatMap((fact) => {
    const all = claim.units.flatMap(({ lead, text }) => readAll(`${lead} ${text}`));
    const prompt = /\b(?:promptly|immediate|prompt|earliest|quickly)\b/i;
    if (all.some((said) => meets(fact, said))) return [];
    if (fact.hours.least === 0 && claim.units.some(({ text }) => prompt.test(text))) return [];
    const said = close.flatMap(({ unit }) =>
      readTimeFacts(`${unit.lead} ${unit.text}`)
        .filter(({ role }) => role === fact.role)
        .map((other) => ({ unit, words: other.words })),
    )[0];
    const held = { claimed: fact.words, sources: nameSupports(claim.supports) };
    const reference = fact.words;
    if (said === undefined) {
      const args = { variant: "absent", ...held } as const;
      return [
        makeFinding("number-not-in-source", args, { ...at(claim), reference, severity: "warning" }),
      ];
    }
    const args = { variant: "instead", ...held, said: said.words } as const;
    return [findAgainst(claim, said.unit.support, "number-not-in-source", args, { reference })];
  });
}

/** "within 7 days", which one source gives for a return, of what another wants "without delay". */
function checkBorrowed(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const times = readQuantities(claim.sentence, claim.references).filter(
    ({ kind }) => kind === "time",
  );
  const mine = contentStems(blankOut(claim.sentence, times));
  const shares = ({ stems }: SourceUnit) => [...stems].filter((stem) => mine.has(stem));
  const gives = ({ lead, text }: SourceUnit, keys: readonly string[]) =>
    readQuantities(`${lead} ${text}`).some(({ key }) => keys.includes(key));
  for (const fact of times) {
    const own = claim.units.filter((unit) => unit.quoted && gives(unit, [fact.key]));
    const told = new Set(own.flatMap(shares));
    for (const { unit } of own.length === 0 ? [] : close) {
      if (
        !unit.quoted ||
        gives(
          unit,
          times.map(({ key }) => key),
        )
      )
        continue;
      const theirs = new Set(shares(unit));
      const more = [...theirs].filter((stem) => !told.has(stem)).length;
      const less = [...told].filter((stem) => !theirs.has(stem)).length;
      const said = readTimeFacts(`${unit.lead} ${unit.text}`).find(
        ({ role }) => role === "deadline",
      );
      if (said === undefined || more < fewestMore || more <= less) continue;
      const args = { variant: "of-another", claimed: fact.words, said: said.words } as const;
      const options = { reference: fact.words, severity: "warning" } as const;
      return [findAgainst(claim, unit.support, "number-not-in-source", args, options)];
    }
  }
  return [];
}

/** "within 28 days", which another paragraph of the piece gives, of what the words quoted want "without delay". */
function checkUnquoted(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const quoted = claim.units.filter((unit) => unit.quoted);
  const [time, ...more] = readTimeFacts(claim.sentence).filter(({ role }) => role === "deadline");
  if (time === undefined || more.length > 0) return [];
  const given = quoted.flatMap(({ lead, text }) => readTimeFacts(`${lead} ${text}`));
  if (given.some((said) => meets(time, said))) return [];
  for (const { unit } of close) {
    const said = readTimeFacts(`${unit.lead} ${unit.text}`).find(({ role }) => role === time.role);
    if (!unit.quoted || said === undefined) continue;
    const args = { variant: "of-another", claimed: time.words, said: said.words } as const;
    const options = { reference: time.words, severity: "warning" } as const;
    return [findAgainst(claim, unit.support, "number-not-in-source", args, options)];
  }
  return [];
}

/** Joins a second deed to a first. */
const joint = /,? (?:and|or) (?=[^,;.]*\b(?:must|should|has to|have to|needs? to|is to|are to)\b)/i;

/** "Within 24 hours a record must be made and the child must be spoken to", where that may be done within 5 days. */
function checkShared(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const [time, ...more] = readQuantities(claim.sentence, claim.references).filter(
    ({ kind }) => kind === "time",
  );
  // In front of both it holds for both; with a time of its own, the second has none from the first.
  if (time === undefined || more.length > 0 || time.start > frontMost) return [];
  const [, ...others] = claim.sentence.slice(time.end).split(joint);
  const timed = close.flatMap(({ unit }) => {
    const said = readTimeFacts(`${unit.lead} ${unit.text}`).find(({ role }) => role === "deadline");
    return said === undefined ? [] : [{ unit, said }];
  });
  const gives = ({ unit: { lead, text } }: (typeof timed)[number]) =>
    readQuantities(`${lead} ${text}`).some(({ key }) => key === time.key);
  const first = timed.find(gives);
  for (const other of first === undefined ? [] : others) {
    const stems = [...contentStems(other)];
    const shared = ({ unit }: (typeof timed)[number]) =>
      stems.filter((stem) => unit.stems.has(stem)).length;
    const nearest = timed.toSorted((a, b) => shared(b) - shared(a))[0];
    if (nearest === undefined || timed.some((one) => gives(one) && shared(one) >= shared(nearest)))
      continue;
    const args = { variant: "of-another", claimed: time.words, said: nearest.said.words } as const;
    const options = { reference: time.words, severity: "warning" } as const;
    return [findAgainst(claim, nearest.unit.support, "number-not-in-source", args, options)];
  }
  return [];
}

/** Characters of a sentence in which a time stands in front. */
const frontMost = 12;

/** Words by which a source must tell more of a sentence than the one with its time. */
const fewestMore = 2;

const firstOf =
  /\b(?:within|in|during) (?:the|his|her|their|its|your) first (hour|day|week|month|year)\b/gi;

const partsOfDay =
  /\b(?:every|each) (?:morning|afternoon|evening|night|shift|meal ?time|weekday|working day)\b/gi;

function readAll(text: string): TimeFact[] {
  return [...readTimeFacts(text), ...readOther(text)];
}

/** "within the first week": a week long; "every evening": once a day. */
function readOther(text: string): TimeFact[] {
  const read = (match: RegExpMatchArray, plain: string) =>
    readTimeFacts(plain).map((fact) => {
      const start = match.index ?? 0;
      return { ...fact, words: match[0], start, end: start + match[0].length };
    });
  return [
    ...[...text.matchAll(firstOf)].flatMap((match) => read(match, `within one ${match[1]}`)),
    ...[...text.matchAll(partsOfDay)].flatMap((match) => read(match, "once a day")),
  ];
}

const ahead = /\b(?:before(?:hand)?|prior to|in advance|ahead of)\b/i;
/** Words by which a source speaks of a time before something as well. */
const alsoAhead =
  /\b(?:before\w*|prior|advance|ahead|until|unless|only if|first|proposes?|proposed|intention|pending|previous\w*|already|considering|despite|after consult\w+|is available|in place|no later than|attaining|announced|unannounced)\b/i;

/** "before it takes effect", where the source knows nothing of a before: worth a look. */
function checkOrder(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const claimed = ahead.exec(claim.sentence)?.[0];
  const [best] = close;
  if (claimed === undefined || best === undefined) return [];
  // Against a time by which it must be done, an earlier one is another time.
  const timed = close.some(({ unit }) =>
    readQuantities(unit.text).some(({ kind }) => kind === "time"),
  );
  if (!timed) return [];
  if (claim.units.some(({ lead, text }) => alsoAhead.test(`${lead} ${text}`))) return [];
  const args = { variant: "added", claimed } as const;
  const options = { reference: claimed, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "limit-changed", args, options)];
}

function meets(claimed: TimeFact, said: TimeFact): boolean {
  return (
    claimed.role === said.role &&
    claimed.hours.least <= said.hours.most &&
    said.hours.least <= claimed.hours.most
  );
}

/** "for 75 years from the day on which the child left", where they are counted from the child's birth. */
function checkCounted(claim: SentenceClaim, close: readonly UnitMatch[]): Finding[] {
  const near = claim.context.meaning?.(claim.sentence)?.words;
  for (const fact of readQuantities(claim.sentence, claim.references)) {
    if (fact.kind !== "time") continue;
    const mine = countedFrom(claim.sentence, fact);
    if (mine === null) continue;
    const same = claim.units.flatMap((unit) => {
      const source = `${unit.lead} ${unit.text}`;
      return readQuantities(source)
        .filter(({ key }) => key === fact.key)
        .map((said) => ({ unit, from: countedFrom(source, said) }));
    });
    const first = same.find(({ from }) => from !== null);
    if (first?.from === undefined || first.from === null) continue;
    const turned = same.every(({ from }) => from !== null && isOtherEnd(mine, from));
    if (
      !turned &&
      same.some(({ from }) => from === null || from.stems.some((stem) => mine.stems.includes(stem)))
    )
      continue;
    // "the change" for "the revision" counts from the same day.
    if (!turned && isAnother(mine, near)) continue;
    if (!close.some(({ unit }) => unit === first.unit)) continue;
    const args = {
      claimed: `${fact.words} ${mine.words}`,
      said: `${fact.words} ${first.from.words}`,
      variant: "changed",
    } as const;
    const options = { reference: mine.words, severity: "warning" } as const;
    return [findAgainst(claim, first.unit.support, "limit-changed", args, options)];
  }
  return [];
}

/** Words for the two ends of whatever takes time. */
const ends = [
  /\b(?:beginn?ings?|begins?|began|begun|starts?|started|commence\w*|opening|outset)\b/i,
  /\b(?:ends?|ended|ending|complet\w+|finish\w*|conclu\w+|clos(?:es|ed|ing))\b/i,
] as const;

function isOtherEnd({ words: mine }: Beginning, { words: said }: Beginning): boolean {
  const [first, last] = ends;
  const only = (one: RegExp, other: RegExp, text: string) => one.test(text) && !other.test(text);
  return (
    (only(first, last, mine) && only(last, first, said)) ||
    (only(last, first, mine) && only(first, last, said))
  );
}

/** Words that stand for the same beginning. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/\b(?:born|birthday)\b/gi, "birth"],
  [/\b(?:dies|died|dying)\b/gi, "death"],
];

/** From this nearness on a word may be another for what the source counts from. */
const another = 0.62;

function isAnother({ places }: Beginning, near: ReadonlyMap<number, number> = new Map()): boolean {
  const strange = places.flatMap((place) => near.get(place) ?? []);
  return strange.some((value) => value >= another);
}

interface Beginning {
  readonly words: string;
  readonly stems: readonly string[];
  /** Where its telling words begin. */
  readonly places: readonly number[];
}

/** What a time is counted from, as written and by its telling stems; null where that is not said. */
function countedFrom(text: string, { end }: Quantity): Beginning | null {
  const behind = /^\s+(?:from|after|of|following|since)\s+((?:(?! to )[^.;:—()]){3,120})/i.exec(
    text.slice(end),
  );
  if (behind?.[1] === undefined) return null;
  let words = behind[1];
  for (const [form, name] of alike) words = words.replaceAll(form, name);
  const own = blankOut(words, findActors(words)).replaceAll(
    /\b(?:date|day|time|that|this|it|first|last|same|other|one)s?\b/gi,
    " ",
  );
  const stems = [...contentStems(own)];
  const from = end + behind[0].length - behind[1].length;
  const places = contentWords(behind[1]).map(({ start }) => from + start);
  return stems.length === 0 ? null : { words: behind[0].trim(), stems, places };
}
