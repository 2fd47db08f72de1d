// A claim that follows its source nearly word for word must not depart from it in a word that matters.
import { alignWords, type Departure, type WordAlignment } from "../align-words.ts";
import { closeMatches, type Match } from "../align.ts";
import { makeFinding, type FindingCode } from "../codes.ts";
import { compareActors, findActors, readEntrusted, type Actor } from "../duty-holders.ts";
import type { Finding, Severity } from "../finding.ts";
import { denies, readModals, strongest } from "../modality.ts";
import { nameSupport } from "../place.ts";
import { isEmptyWord, readWords, type Word } from "../words.ts";
import { at, type Claim } from "./rule.ts";

/** Shares of a claim's words, in order, from which on it is held to the wording of its source. */
const followsClosely = 0.75;
const fewestWords = 7;
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
const groupOf = new Map(
  groups.flatMap((words, index) => words.map((word) => [word, index] as const)),
);

export function checkWording(claim: Claim): readonly Finding[] {
  const words = readWords(claim.sentence);
  if (words.length < fewestWords) return [];
  let best: { match: Match; alignment: WordAlignment } | null = null;
  for (const match of closeMatches(claim.matches, 0.7).slice(0, 6)) {
    for (const text of [match.unit.text, `${match.unit.lead} ${match.unit.text}`]) {
      const alignment = alignWords(words, readWords(text));
      if (alignment.followed > (best?.alignment.followed ?? 0)) best = { match, alignment };
    }
  }
  if (best === null || best.alignment.followed < followsClosely) return [];
  const { match } = best;
  const found = best.alignment.departures.flatMap((departure) => judge(claim, departure, match));
  // One departure is a slip or a change; many are another way of putting it.
  return found.filter(
    ({ severity }) => severity === "error" || best.alignment.departures.length <= 4,
  );
}

/** Of many words left out, those that stand before what the claim goes on with: "[…] that no" person. */
function nearestWords({ claimed, said, after }: Departure): readonly Word[] {
  return said.length > longestExchange && claimed.length <= 1 && after !== null
    ? said.slice(-2)
    : said;
}

/** "must ensure that an independent person visits": the visitor does it, and the claim may say so. */
function isEntrusted({ unit }: Match, actor: Actor): boolean {
  return readEntrusted(`${unit.lead} ${unit.text}`).includes(actor);
}

function judge(claim: Claim, departure: Departure, match: Match): Finding[] {
  const { claimed } = departure;
  const said = nearestWords(departure);
  if (said.length > longestExchange || claimed.length > longestExchange) return [];
  const place = nameSupport(match.unit.support);
  const mine = join(claimed);
  const theirs = join(said);
  const find = (code: FindingCode, severity: Severity = "error") => {
    const message = `The statement follows ${place} word for word but has “${mine || "nothing"}” for “${theirs || "nothing"}”.`;
    const args = { message, claimed: mine || "nothing", said: theirs || "nothing", place };
    return [makeFinding(code, args, { ...at(claim, mine || theirs), severity })];
  };
  // "whether or not" is no denial.
  if (/\bor not\b/.test(mine + theirs)) return [];
  if (has(claimed, negators) !== has(said, negators)) {
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
    const likeness = compareActors(actors[0], actors[1]);
    return likeness === "same"
      ? []
      : find("wrong-duty-holder", likeness === "near" ? "warning" : "error");
  }
  return judgeWords(claimed, said, find);
}

function actorIn({ before, after }: Departure, words: readonly Word[]): Actor | undefined {
  if (words.length === 0) return undefined;
  const text = join([before, ...words, after].filter((word) => word !== null));
  const from = before === null ? 0 : before.text.length;
  return findActors(text).find(({ end }) => end > from)?.actor;
}

function judgeWords(
  claimed: readonly Word[],
  said: readonly Word[],
  find: (code: FindingCode, severity?: Severity) => Finding[],
): Finding[] {
  const mine = claimed.map(({ text }) => groupOf.get(text)).find((group) => group !== undefined);
  const theirs = said.map(({ text }) => groupOf.get(text)).find((group) => group !== undefined);
  if (mine !== undefined && theirs !== undefined) {
    const joining = [mine, theirs].every((group) => /^(?:and|or)$/.test(groups[group]?.[0] ?? ""));
    return mine === theirs ? [] : find("wording-changed", joining ? "warning" : "error");
  }
  const only = (words: readonly Word[]) =>
    words.some(({ text }) => text === "only" || text === "unless");
  if (only(claimed) !== only(said)) return find("wording-changed", "warning");
  const telling = (words: readonly Word[]) => words.filter(({ text }) => !isEmptyWord(text));
  const exchanged = telling(claimed).length > 0 && telling(said).length > 0;
  return exchanged && claimed.length <= 2 && said.length <= 2
    ? find("wording-changed", "warning")
    : [];
}

function has(words: readonly Word[], set: ReadonlySet<string>): boolean {
  return words.some(({ text }) => set.has(text) || text.endsWith("n't"));
}

function join(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" ");
}
