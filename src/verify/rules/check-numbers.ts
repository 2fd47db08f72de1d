// Looks for every time limit, age, date, level and amount of a claim in its sources, and for what it limits.
import { weigh, type SourceUnit } from "../align.ts";
import { findInstitutions, nameActors } from "../duty-holders.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { boundsConflict } from "../../text/bounds.ts";
import { keyOfDate, readQuantities, type Quantity } from "../../text/quantities.ts";
import { nameSupports } from "../name-supports.ts";
import { contentWords, isEmptyWord, readWords } from "../../text/word-stems.ts";
import { isGeneral } from "../general-words.ts";
import { findMadeUp } from "../illustration.ts";
import { isCounted, isReckoned } from "./reckon.ts";
import { at, findAgainst, type SentenceClaim } from "./rule.ts";

/** A number of a source with the unit it stands in and the words around it. */
interface Sighting {
  readonly fact: Quantity;
  readonly unit: SourceUnit;
  readonly nearby: ReadonlySet<string>;
}

/** A number of a claim, looked for in its sources. */
interface Sought {
  readonly claim: SentenceClaim;
  readonly fact: Quantity;
  /** Stems of the words around it in the claim. */
  readonly near: ReadonlySet<string>;
  /** Where the sources have the same number. */
  readonly same: readonly Sighting[];
}

/** Words to either side that tell what a number is about. */
const reach = 9;
/** Bare counts up to this may have been counted by the writer: "the nine standards". */
const countable = 12;
/** Surroundings that share less weight than this (about two telling words) have nothing to do with each other. */
const leastShared = 0.8;
/** By how much another number must fit a claim's surroundings better before the claim is called wrong. */
const clearLead = 0.8;
/** Share of a sentence that a unit must cover to be what it is about, without a look at the words near its number. */
const surelyAbout = 0.6;
/** By how much more of a sentence another unit must cover than any with the sentence's number. */
const clearlyBetter = 0.2;

export function checkNumbers(claim: SentenceClaim): readonly Finding[] {
  const facts = readAsserted(claim);
  if (facts.length === 0 || claim.supports.length === 0) return [];
  const sightings = claim.units.flatMap(sightNumbers);
  const named = new Set(
    claim.supports.flatMap(({ document, trail }) => {
      const about = [
        document.title,
        document.version ?? "",
        document.date ?? "",
        document.file,
        ...trail,
      ].join(" ");
      return [...about.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    }),
  );
  return facts.flatMap((fact) => {
    const same = sightings.filter((sighting) => agrees(fact, sighting.fact));
    const sought = { claim, fact, near: stemsNear(claim.sentence, fact), same };
    const recounted = findRecounted(sought, sightings);
    if (recounted !== null) return [recounted];
    if (same.length === 0) {
      if (fact.value !== null && named.has(fact.value) && isPlain(fact)) return [];
      if (fact.kind === "date" && isDateOfDocument(claim, fact)) return [];
      return checkAbsent(sought, sightings);
    }
    const rivals = sightings.filter(
      (sighting) =>
        sighting.fact.kind === fact.kind && !facts.some((other) => agrees(other, sighting.fact)),
    );
    return checkBinding(sought, rivals) ?? checkBound(sought);
  });
}

/** Numbers of a sentence without those of a made-up case, and without a date that follows from one by a time the source sets. */
function readAsserted({ sentence, references, units, context }: SentenceClaim): Quantity[] {
  const facts = readQuantities(sentence, references);
  const made = context.strict === true ? findMadeUp(sentence) : null;
  if (made === null) return facts;
  const isMadeUp = ({ start, end }: Quantity) => start >= made.start && end <= made.end;
  const days = facts.filter(({ kind }) => kind === "date").map(dayOf);
  const spans = units.flatMap(({ lead, text }) =>
    readQuantities(`${lead} ${text}`).filter(({ kind }) => kind === "time"),
  );
  const follows = (fact: Quantity) =>
    fact.kind === "date" && spans.some(({ key }) => days.some((day) => key === spanOf(day, fact)));
  return facts.filter((fact) => !isMadeUp(fact) && !follows(fact));
}

const dayOf = ({ key }: Quantity) => key.slice(5).split("-").map(Number);

/** The time between two dates as a time's key, where it is a number of whole years. */
function spanOf([year = 0, month, day]: readonly number[], fact: Quantity): string | null {
  const [toYear = 0, toMonth, toDay] = dayOf(fact);
  if (month !== toMonth || day !== toDay) return null;
  return readQuantities(`${toYear - year} years`)[0]?.key ?? null;
}

/** "three landings" where the source counts two of them. */
function findRecounted({ claim, fact }: Sought, sightings: readonly Sighting[]): Finding | null {
  const noun = fact.kind === "count" ? nounBehind(claim.sentence, fact) : null;
  if (noun === null) return null;
  const counted = sightings.filter(
    ({ unit, fact: other }) =>
      other.kind === "count" && nounBehind(`${unit.lead} ${unit.text}`, other) === noun,
  );
  const [first] = counted;
  if (first === undefined || counted.some(({ fact: other }) => other.value === fact.value))
    return null;
  const held = { claimed: fact.words, sources: nameSupports(claim.supports) };
  const args = { variant: "instead", ...held, said: first.fact.words } as const;
  const reference = fact.words;
  return findAgainst(claim, first.unit.support, "number-not-in-source", args, { reference });
}

/** Stem of the word that is counted; null for one that any text counts. */
function nounBehind(text: string, { end }: Quantity): string | null {
  const [noun] = readWords(text.slice(end, end + 30));
  return noun === undefined || isGeneral(noun.text) || isEmptyWord(noun.text) ? null : noun.stem;
}

/** "The Guide (April 2015) says": when a document was made, not when something is due. */
function isDateOfDocument({ supports }: SentenceClaim, fact: Quantity): boolean {
  return supports.some(({ document: { date, title, version } }) => {
    const key = date === null ? null : keyOfDate(date);
    const dates = [
      ...(key === null ? [] : [{ ...fact, key }]),
      ...readQuantities(`${title} (${version ?? ""})`),
    ];
    return dates.some((other) => other.kind === "date" && agrees(fact, other));
  });
}

/** A year names a document more often than it limits anything, and a bare count may be the writer's own. */
function isPlain({ kind }: Quantity): boolean {
  return kind === "count" || kind === "year";
}

/** A count agrees with any number of the same figure, and a date with one that says more. */
function agrees(claimed: Quantity, said: Quantity): boolean {
  if (claimed.key === said.key) return true;
  if (claimed.kind === "count" || said.kind === "count" || claimed.kind === "age") {
    return claimed.value !== null && claimed.value === said.value;
  }
  if (claimed.kind === "year" && said.kind === "date")
    return said.key.slice(5).startsWith(claimed.key.slice(5));
  if (claimed.kind !== "date" || said.kind !== "date") return false;
  const [year, month, day] = claimed.key.slice(5).split("-");
  const [saidYear, saidMonth, saidDay] = said.key.slice(5).split("-");
  return (
    month === saidMonth && (!year || !saidYear || year === saidYear) && (!day || day === saidDay)
  );
}

function sightNumbers(unit: SourceUnit): Sighting[] {
  const text = `${unit.lead} ${unit.text}`;
  return readQuantities(text).map((fact) => ({ fact, unit, nearby: stemsNear(text, fact) }));
}

/** Stems of the words that tell, within reach of a number. */
function stemsNear(text: string, fact: Quantity): Set<string> {
  const words = readWords(text);
  const first = words.findIndex(({ end }) => end > fact.start);
  const last = words.findLastIndex(({ start }) => start < fact.end);
  const from = words[Math.max(0, first - reach)]?.start ?? 0;
  const to = words[Math.min(words.length - 1, last + reach)]?.end ?? text.length;
  return new Set([
    ...contentWords(text.slice(from, fact.start)).map(({ stem }) => stem),
    ...contentWords(text.slice(fact.end, to)).map(({ stem }) => stem),
  ]);
}

function checkAbsent(sought: Sought, sightings: readonly Sighting[]): Finding[] {
  const { claim, fact } = sought;
  if (fact.kind === "count" && fact.bound === null && isCounted(claim, fact)) return [];
  if (fact.kind === "count" && isReckoned(claim, fact)) return [];
  const ofKind = sightings.filter((sighting) => sighting.fact.kind === fact.kind);
  const near = closest(sought, ofKind);
  const held = { claimed: fact.words, sources: nameSupports(claim.supports) };
  const mayBeCounted = fact.kind === "count" && (fact.value ?? 0) <= countable && near === null;
  const severity = mayBeCounted || fact.kind === "year" ? "warning" : "error";
  const options = { reference: fact.words, severity } as const;
  if (near === null) {
    const args = { variant: "absent", ...held } as const;
    return [makeFinding("number-not-in-source", args, { ...at(claim), ...options })];
  }
  const args = { variant: "instead", ...held, said: near.fact.words } as const;
  return [findAgainst(claim, near.unit.support, "number-not-in-source", args, options)];
}

/** The number of a source whose surroundings are most like the claim's; null when none is at all. */
function closest(sought: Sought, sightings: readonly Sighting[]): Sighting | null {
  let best: { shared: number; sighting: Sighting } | null = null;
  for (const sighting of sightings) {
    const shared = weighShared(sought, sighting);
    if (shared > (best?.shared ?? leastShared)) best = { shared, sighting };
  }
  return best?.sighting ?? null;
}

/**
 * The number stands in the source, but what it is said of has another. Null when nothing speaks against it.
 * @param rivals numbers of its kind that the claim does not give
 */
function checkBinding(sought: Sought, rivals: readonly Sighting[]): Finding[] | null {
  const { claim, fact, same } = sought;
  if (isPlain(fact)) return null;
  const own = Math.max(...same.map((sighting) => weighShared(sought, sighting)));
  const rival = closest(sought, rivals) ?? ofBestMatch(claim, rivals);
  if (rival === null) return checkRecipient(sought);
  const theirs = weighShared(sought, rival);
  const clearer = theirs >= own + clearLead && theirs >= own * 1.3;
  if (!clearer && !standsElsewhere(sought, rival)) return checkRecipient(sought);
  const args = { variant: "of-another", claimed: fact.words, said: rival.fact.words } as const;
  const reference = fact.words;
  return [findAgainst(claim, rival.unit.support, "number-not-in-source", args, { reference })];
}

/** The number in the unit that the sentence as a whole is most like. */
function ofBestMatch({ matches }: SentenceClaim, rivals: readonly Sighting[]): Sighting | null {
  const [best] = matches;
  if (best === undefined || best.covered < surelyAbout) return null;
  return rivals.find(({ unit }) => unit === best.unit) ?? null;
}

/** "to each placing authority within 28 days", where the 28 days are for HMCI and the authority stands in another item. */
function checkRecipient({ claim, fact, same }: Sought): Finding[] | null {
  const named = findInstitutions(claim.sentence);
  if (named.size === 0) return null;
  const limited = same.map(({ unit }) => findInstitutions(`${unit.lead} ${unit.text}`));
  const others = limited.every(
    (found) => found.size > 0 && [...found].every((actor) => !named.has(actor)),
  );
  const elsewhere = claim.units.some(({ text }) =>
    [...findInstitutions(text)].some((actor) => named.has(actor)),
  );
  const [first] = same;
  if (!others || !elsewhere || first === undefined) return null;
  const reference = fact.words;
  const said = nameActors(limited[0] ?? []);
  const args = { variant: "to-another", claimed: fact.words, said } as const;
  return [findAgainst(claim, first.unit.support, "number-not-in-source", args, { reference })];
}

/** Whether the whole sentence fits the rival's unit clearly better than any unit with the number it gives. */
function standsElsewhere({ claim, same }: Sought, rival: Sighting): boolean {
  const matchOf = (unit: SourceUnit) => claim.matches.find((match) => match.unit === unit);
  const own = same.map(({ unit }) => matchOf(unit)?.covered ?? 0);
  return (matchOf(rival.unit)?.covered ?? 0) >= Math.max(...own) + clearlyBetter;
}

function checkBound({ claim, fact, same }: Sought): Finding[] {
  const { bound } = fact;
  if (bound === null) return [];
  const said = same.filter(
    (sighting) => sighting.fact.kind === fact.kind && sighting.fact.bound !== null,
  );
  const conflicting = said.filter((sighting) =>
    boundsConflict(bound, sighting.fact.bound ?? bound),
  );
  const [first] = conflicting;
  if (first === undefined || conflicting.length < said.length || said.length < same.length)
    return [];
  const args = {
    variant: "changed",
    claimed: withBound(claim.sentence, fact),
    said: withBound(`${first.unit.lead} ${first.unit.text}`, first.fact),
  } as const;
  const reference = fact.words;
  return [findAgainst(claim, first.unit.support, "limit-changed", args, { reference })];
}

/** The number with the words before it that make it a limit. */
function withBound(text: string, fact: Quantity): string {
  const before = readWords(text.slice(0, fact.start)).slice(-3);
  return text.slice(before[0]?.start ?? fact.start, fact.end).trim();
}

/** Weight of the stems that the surroundings of both numbers share. */
function weighShared({ claim, near }: Sought, { nearby }: Sighting): number {
  let shared = 0;
  for (const stem of near) if (nearby.has(stem)) shared += weigh(claim.context, stem);
  return shared;
}
