// A claim that follows its source nearly word for word must not depart from it in a word that matters.
import { findDepartures, type Departure, type Following } from "../departures.ts";
import { closeMatches, type UnitMatch } from "../align.ts";
import type { Severity } from "../../findings/codes.ts";
import {
  compareActors,
  findActors,
  readBearers,
  readEntrusted,
  type Actor,
} from "../duty-holders.ts";
import type { Finding } from "../../findings/finding.ts";
import { denies, readModals, strongest } from "../modality.ts";
import { readQuantities, valueOf } from "../../text/quantities.ts";
import { isEmptyWord, readWords, type Word } from "../../text/word-stems.ts";
import { judgeLikeness } from "./check-duty-holder.ts";
import { allows } from "../conditions.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** Shares of a claim's words, in order, from which on it is held to the wording of its source. */
const followsClosely = 0.75;
const fewestWords = 7;
/** From this nearness on a word is another for what the source has. */
const synonym = 0.54;
/** A longer gap in the source is something left out, not something exchanged. */
const longestExchange = 4;

const negators = new Set(["not", "no", "never", "nor", "neither", "without", "cannot", "none"]);
/** Words of one group exclude each other. */
const groups: readonly (readonly string[])[] = [
  ["all", "every", "each", "any", "both"],
  ["some", "most", "many", "few", "certain", "several"],
  ["only", "solely", "exclusively"],
  ["always"],
  ["sometimes", "usually", "normally", "often", "occasionally", "rarely"],
  ["before", "prior"],
  ["after", "following", "since"],
  ["during"],
  ["until"],
  ["and"],
  ["or"],
  ["if", "where", "when"],
  ["unless", "except"],
  ["more", "greater", "higher"],
  ["less", "fewer", "lower"],
  ["minimum", "least"],
  ["maximum", "most"],
  ["first", "initial"],
  ["last", "final"],
  ["internal"],
  ["external"],
  ["written", "writing"],
  ["oral", "verbal", "orally", "verbally"],
  ["annual", "annually", "yearly"],
  ["monthly"],
  ["weekly"],
  ["day", "daily"],
  ["week"],
  ["month"],
  ["year"],
  ["hour"],
];
const isSome = (group: number) => groups[group]?.[0] === "some";
const groupOf = new Map(
  groups.flatMap((words, index) => words.map((word) => [word, index] as const)),
);

export function checkWording(claim: SentenceClaim): readonly Finding[] {
  const words = readWords(claim.sentence);
  if (words.length < fewestWords) return [];
  let best: { match: UnitMatch; following: Following } | null = null;
  for (const match of closeMatches(claim.matches, 0.7).slice(0, 6)) {
    for (const text of [match.unit.text, `${match.unit.lead} ${match.unit.text}`]) {
      const following = findDepartures(foldFigures(words), foldFigures(readWords(text)));
      if (following.followed > (best?.following.followed ?? 0)) best = { match, following };
    }
  }
  if (best === null || best.following.followed < followsClosely) return [];
  const { match } = best;
  const found = best.following.departures.flatMap((departure) => judge(claim, departure, match));
  // One departure is a slip or a change; many are another way of putting it.
  return found.filter(
    ({ severity }) => severity === "error" || best.following.departures.length <= 4,
  );
}

/** "three" and "3" are one word. */
function foldFigures(words: readonly Word[]): Word[] {
  return words.map((entry) => {
    const value = valueOf(entry.text);
    return Number.isNaN(value) ? entry : { ...entry, stem: String(value) };
  });
}

/** "twice a year" for "at least once every 6 months": the same time in other words. */
function isSameNumber({ claimed, said, before, after }: Departure): boolean {
  const keysOf = (words: readonly Word[]) => {
    const whole = [before, ...words, after].filter((entry) => entry !== null);
    return readQuantities(join(whole)).map(({ key }) => key);
  };
  const [mine, theirs] = [keysOf(claimed), keysOf(said)];
  return mine.some((key) => theirs.includes(key));
}

/** Of many words left out, those that stand before what the claim goes on with: "[…] that no" person. */
function nearestWords({ claimed, said, after }: Departure): readonly Word[] {
  return said.length > longestExchange && claimed.length <= 1 && after !== null
    ? said.slice(-2)
    : said;
}

/** "must ensure that an independent person visits": the visitor does it, and the claim may say so. */
function isEntrusted({ unit }: UnitMatch, actor: Actor): boolean {
  return readEntrusted(`${unit.lead} ${unit.text}`).includes(actor);
}

/** What it can mean that words of the source were exchanged for others. */
type ExchangeCode =
  | "negation-changed"
  | "must-for-should"
  | "should-for-must"
  | "wrong-duty-holder"
  | "wording-changed";

function judge(claim: SentenceClaim, departure: Departure, match: UnitMatch): Finding[] {
  const { claimed } = departure;
  const said = nearestWords(departure);
  if (said.length > longestExchange || claimed.length > longestExchange) return [];
  const mine = join(claimed);
  const theirs = join(said);
  const find = (code: ExchangeCode, severity: Severity = "error") => {
    const args = {
      variant: "exchanged",
      claimed: mine || "nothing",
      said: theirs || "nothing",
    } as const;
    const options = { reference: mine || theirs, severity };
    return [findAgainst(claim, match.unit.support, code, args, options)];
  };
  // "whether or not" is no denial.
  if (/\bor not\b/.test(mine + theirs) || isSameNumber(departure)) return [];
  if (has(claimed, negators) !== has(said, negators)) {
    // A denial that stands elsewhere in the sentence is still there: "no notice is required".
    const texts = [match.unit.text, `${match.unit.lead} ${match.unit.text}`];
    if (texts.some((text) => countNegators(text) === countNegators(claim.sentence))) return [];
    // A source that denies twice may be told in part.
    return denies(claim.sentence) === has(claimed, negators) ? find("negation-changed") : [];
  }
  const forces = [strongest(readModals(mine)), strongest(readModals(theirs))] as const;
  if (forces[0] !== null && forces[1] !== null && forces[0] !== forces[1]) {
    return find(
      forces[0] === "must" || forces[1] === "may" ? "must-for-should" : "should-for-must",
    );
  }
  // "registered [manager]" for "registered [person]": a name may begin or end outside the words exchanged.
  const actors = [actorIn(departure, claimed), actorIn(departure, said)] as const;
  if (actors[0] !== undefined && isEntrusted(match, actors[0])) return [];
  if (actors[0] !== undefined && actors[1] !== undefined) {
    if (isTurnedRound(claim, match, actors[0], actors[1])) return [];
    const likeness = compareActors(actors[0], actors[1]);
    return likeness === "same"
      ? []
      : find("wrong-duty-holder", judgeLikeness(likeness, actors[0], claim.context));
  }
  return judgeWords(claim, claimed, said, find);
}

/** "HMCI must be notified" for "the registered person must notify HMCI": not one in the place of the other. */
function isTurnedRound(
  { sentence }: SentenceClaim,
  { unit }: UnitMatch,
  claimed: Actor,
  said: Actor,
): boolean {
  const source = `${unit.lead} ${unit.text}`;
  const bears = (text: string, actor: Actor) =>
    readBearers(text).some((bearer) => bearer.actor === actor);
  const named = findActors(source).some(({ actor }) => actor === claimed);
  return named && bears(source, said) && !bears(sentence, claimed);
}

function actorIn({ before, after }: Departure, words: readonly Word[]): Actor | undefined {
  if (words.length === 0) return undefined;
  const text = join([before, ...words, after].filter((word) => word !== null));
  const from = before === null ? 0 : before.text.length;
  const to = from + join(words).length + 1;
  return findActors(text).find(({ start, end }) => end > from && start < to)?.actor;
}

function judgeWords(
  claim: SentenceClaim,
  claimed: readonly Word[],
  said: readonly Word[],
  find: (code: ExchangeCode, severity?: Severity) => Finding[],
): Finding[] {
  const mine = claimed.map(({ text }) => groupOf.get(text)).find((group) => group !== undefined);
  const theirs = said.map(({ text }) => groupOf.get(text)).find((group) => group !== undefined);
  if (mine !== undefined && theirs !== undefined) {
    // Of those who may, some may.
    if (isSome(mine) && strongest(readModals(claim.sentence)) === "may") return [];
    const joining = [mine, theirs].every((group) => /^(?:and|or)$/.test(groups[group]?.[0] ?? ""));
    return mine === theirs ? [] : find("wording-changed", joining ? "warning" : "error");
  }
  const only = (words: readonly Word[]) =>
    words.some(({ text }) => text === "only" || text === "unless");
  if (only(claimed) !== only(said)) {
    // "must be agreed before" says as much as "may only be … if it is agreed".
    const binds = readModals(claim.sentence).some(({ force }) => force === "must");
    return binds && !allows(claim.sentence) ? [] : find("wording-changed", "warning");
  }
  if (isFigure(claimed) && isFigure(said)) {
    // All others are looked for where numbers are.
    const passedOver = [...claimed, ...said].some(({ text }) => /^(?:one|zero)$/.test(text));
    return passedOver ? find("wording-changed") : [];
  }
  const telling = (words: readonly Word[]) => words.filter(({ text }) => !isEmptyWord(text));
  const exchanged = telling(claimed).length > 0 && telling(said).length > 0;
  const meaning = claim.context.meaning?.(claim.sentence);
  const near = ({ start }: Word) => (meaning?.words.get(start) ?? 0) >= synonym;
  if (exchanged && telling(claimed).every(near)) return [];
  return exchanged && claimed.length <= 2 && said.length <= 2
    ? find("wording-changed", "warning")
    : [];
}

/** "one" for "two", which reading numbers passes over. */
function isFigure(words: readonly Word[]): boolean {
  return words.length === 1 && words.every(({ text }) => !Number.isNaN(valueOf(text)));
}

function countNegators(text: string): number {
  // "without delay" denies nothing of the sentence.
  return readWords(text).filter((entry) => entry.text !== "without" && has([entry], negators))
    .length;
}

function has(words: readonly Word[], set: ReadonlySet<string>): boolean {
  return words.some(({ text }) => set.has(text) || text.endsWith("n't"));
}

function join(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" ");
}
