// Takes what an own document says and what law binds to; gives where the two are about the same matter and how they
// stand to each other. Where that cannot be told there is nothing.
import { firstOfEach, groupBy } from "../lists.ts";
import { readTimeFacts } from "../text/time-facts.ts";
import { contentStems } from "../text/word-stems.ts";
import { findBreak } from "./breaks.ts";
import { compareTimes, type Verdict } from "./compare-times.ts";
import { fits } from "./fits.ts";
import { describeMatters, type Described, type MatterDeps } from "./matter.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { affirms, promises } from "./rules.ts";
import { speaksForItself } from "./voice.ts";

export interface Judgement {
  readonly verdict: Verdict;
  readonly own: OwnSentence;
  readonly norm: Norm;
  /** Logarithm of the odds that both are about the same. */
  readonly likelihood: number;
  /** Likely enough by itself, whatever was asked. */
  readonly sure: boolean;
  /** The figures that differ, as each of them writes it; where it is no figure, what the document says, and nothing. */
  readonly said: { readonly own: string; readonly law: string };
}

/** Of times, fitted by logistic regression on sentences of plans (docs/answers.md). */
const timeWeights = { near: 10, rival: -4.9, beside: -3.6, intercept: -0.9 };
/** Of what breaks another rule: how much what is nearer than the nearest that does counts against it. */
const ruleWeights = { near: 10, nearer: -4, even: -5 };

/** From which likelihood on something is said by itself, and of what the question asks about. */
const least = { time: 0.5, rule: 0.5 };
const leastAsked = { time: 0, rule: -1 };
/** What is only denied must be nearer, since most of what is denied is nothing that law demands. */
const ofBare = 1.1;
/** No known statement nearer than this: a time of something else. */
const nearestTime = 0.44;
/** What is about none may be nearer by so much. */
const aside = 0.04;
/** That a document does what it must is said where it is surer: nobody looks again. */
const surer = 0.4;
/** What was asked about goes before what was not, by so much. */
const askedFirst = 0.4;
/** Norms of one paragraph this close to each other may each be meant. */
const close = 0.5;
/** What a word counts that only one of two norms of a paragraph has. */
const ownWord = 0.4;
interface Candidate extends Described {
  readonly likelihood: number;
}

/**
 * For each sentence how it stands to what law binds to, once for each kind of norm; nothing where that cannot be told.
 * @param isAsked whether a norm is what the question is about
 */
export async function judgeAll(
  sentences: readonly OwnSentence[],
  norms: readonly Norm[],
  deps: MatterDeps,
  isAsked: (norm: Norm, own: OwnSentence) => boolean = () => false,
): Promise<Judgement[][]> {
  const paired = sentences.map((own) => ({ own, norms: pairsOf(own, norms) }));
  const described = await describeMatters(paired, deps);
  return paired.map(({ own }, i) => {
    const byKind = groupBy(described[i] ?? [], ({ norm }) => norm.kind);
    const judged = [...byKind.values()].flatMap(
      (each) => judge(own, each, (norm) => isAsked(norm, own)) ?? [],
    );
    // Whoever is let off a duty is not told how often it is to be done as well.
    return firstOfEach(
      judged,
      ({ norm }) => `${norm.document.id}#${norm.sentence.provision.ordinal}`,
    );
  });
}

/** Norms of kinds that a sentence may meet or break. */
export function pairsOf(own: OwnSentence, norms: readonly Norm[]): Norm[] {
  if (!speaksForItself(own.said)) return [];
  const { fact } = own;
  const timed = fact !== null && affirms(own.said);
  const times = readTimeFacts(own.said).length;
  return norms.filter((norm) => {
    if (norm.kind === "rule") return true;
    if (!timed || norm.fact === null || compareTimes(fact, norm.fact) === null) return false;
    // Of two times in one breath, how often something is done need not be how often it is told.
    return (norm.fact.role === fact.role || times === 1) && fits(own, norm);
  });
}

function judge(
  own: OwnSentence,
  described: readonly Described[],
  isAsked: (norm: Norm) => boolean,
): Judgement | null {
  const weighed = described.map((one) => ({ ...one, likelihood: weigh(one) }));
  const candidates = weighed
    .map((one) => ({ ...one, likelihood: one.likelihood + tellApart(own, one, weighed) }))
    .toSorted((a, b) => rankOf(b, isAsked) - rankOf(a, isAsked));
  const [best] = candidates;
  if (best === undefined) return null;
  if (best.norm.kind === "rule") {
    // Of several provisions of one matter, the one that the sentence is against.
    const beside = candidates.filter(({ likelihood }) => best.likelihood - likelihood < close);
    return firstOf(beside, (one) => judgeRule(own, one, isAsked(one.norm)));
  }
  const judged = judgeTime(own, best, isAsked(best.norm));
  if (judged === null) return null;
  // Where another paragraph of the same list may be meant and would have it otherwise, nobody knows.
  const rival = candidates.find(
    (other) =>
      other !== best &&
      best.likelihood - other.likelihood < close &&
      isBeside(best.norm, other.norm),
  );
  if (rival === undefined) return judged;
  const otherwise = judgeTime(own, { ...rival, likelihood: best.likelihood }, true);
  return otherwise?.verdict === judged.verdict ? judged : null;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Of a time any statement about the provision tells the matter; of another rule, one that breaks it. */
function weigh({ norm, features }: Described): number {
  const { about, times, breaks, kept, rival, rivalTime, beside, besideAlike } = features;
  if (norm.kind === "time") {
    const weights = timeWeights;
    const near = Math.max(times, about - 0.05);
    if (near < nearestTime || beside - near > aside) return -Infinity;
    return (
      weights.near * near + weights.rival * rivalTime + weights.beside * beside + weights.intercept
    );
  }
  const nearer = [kept, rival, besideAlike].map((other) => Math.max(0, other - breaks));
  const sum = nearer.reduce((total, each) => total + each, 0);
  return ruleWeights.near * breaks + ruleWeights.nearer * sum + ruleWeights.even;
}

function rankOf({ norm, likelihood }: Candidate, isAsked: (norm: Norm) => boolean): number {
  return likelihood + (isAsked(norm) ? askedFirst : 0);
}

function isBeside(one: Norm, other: Norm): boolean {
  const above = ({ document, sentence }: Norm) =>
    `${document.id}#${sentence.provision.parent ?? ""}`;
  return above(one) === above(other);
}

/** Words that it shares with this norm and not with the likeliest of the same list, less those the other way round. */
function tellApart({ text }: OwnSentence, { norm }: Candidate, all: readonly Candidate[]): number {
  const [best] = all
    .filter((other) => isBeside(other.norm, norm))
    .toSorted((a, b) => b.likelihood - a.likelihood);
  if (best === undefined || best.norm === norm) return 0;
  const mine = contentStems(text);
  const [ours, theirs] = [norm, best.norm].map((each) => new Set(wordsOf(each)));
  const only = (some?: ReadonlySet<string>, others?: ReadonlySet<string>) =>
    [...mine].filter((stem) => some?.has(stem) === true && others?.has(stem) === false).length;
  return ownWord * (only(ours, theirs) - only(theirs, ours));
}

function wordsOf({ sentence: { own, items } }: Norm): string[] {
  return [own, ...items].flatMap((text) => [...contentStems(text)]);
}

function judgeTime(
  own: OwnSentence,
  { norm, likelihood }: Candidate,
  isAsked: boolean,
): Judgement | null {
  const needed = isAsked ? leastAsked.time : least.time;
  if (likelihood < needed || own.fact === null || norm.fact === null) return null;
  const verdict = compareTimes(own.fact, norm.fact);
  if (verdict === null) return null;
  if (verdict !== "falls-short" && (likelihood < needed + surer || !promises(own.said)))
    return null;
  const said = { own: own.fact.words, law: norm.fact.words };
  return { verdict, own, norm, likelihood, sure: likelihood >= least.time, said };
}

/** Stands against a rule by how both bind. */
function judgeRule(
  own: OwnSentence,
  { norm, likelihood }: Candidate,
  isAsked: boolean,
): Judgement | null {
  const found = findBreak(own, norm.sentence);
  if (found === null) return null;
  const more = found.bare ? ofBare : 0;
  if (likelihood < (isAsked ? leastAsked.rule : least.rule) + more) return null;
  const said = { own: own.said, law: "" };
  const sure = likelihood >= least.rule + more;
  return { verdict: found.verdict, own, norm, likelihood, sure, said };
}
