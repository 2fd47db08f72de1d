// Takes what an own document says and what law binds to; gives where the two are about the same matter and how they
// stand to each other. Where that cannot be told there is nothing.
import { firstOfEach, groupBy } from "../lists.ts";
import { contentStems } from "../text/word-stems.ts";
import { speaksOfMeasure } from "../field/banned-measures.ts";
import { compareTimes, type Verdict } from "./compare-times.ts";
import { fits } from "./fits.ts";
import { describeMatters, type Described, type MatterDeps, type MatterFeatures } from "./matter.ts";
import type { Norm, NormKind } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { affirms, judgesItself, permitsEarly, promises, readLetOff } from "./rules.ts";

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

/** Fitted by logistic regression on sentences of made-up policies and all that the Regulations bind to (docs/answers.md). */
const weights = { from: 6.5, to: 11.5, subject: 5.1, behind: -20.4, intercept: -11.1 };

/** From which likelihood on something is said; what its form alone all but tells needs less. */
const least: Readonly<Record<NormKind, number>> = { time: 0.9, ban: -2.4, duty: -2.6, leave: -2.2 };
/** That a document does what it must is said where it is surer: nobody looks again. */
const surer = 0.4;
/** What was asked about goes before what was not, by so much. */
const askedFirst = 0.8;
/** What was asked about needs less. */
const asked: Readonly<Record<NormKind, number>> = { time: 2.9, ban: 0.6, duty: 2.2, leave: 0.8 };
/** A ban is one of many things; a sentence that comes nearer to something else does not do what it bans. */
const farthest = 0.12;
const plainBan = -1.4;
/** Norms of one paragraph this close to each other may each be meant. */
const close = 1.5;
/** What a word counts that only one of two norms of a paragraph has. */
const ownWord = 1;

interface Candidate {
  readonly norm: Norm;
  readonly features: MatterFeatures;
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
  const kinds = kindsOf(own);
  return norms.filter(
    (norm) =>
      kinds.has(norm.kind) &&
      (norm.kind !== "time" || norm.fact?.role === own.fact?.role) &&
      fits(own, norm),
  );
}

function judge(
  own: OwnSentence,
  described: readonly Described[],
  isAsked: (norm: Norm) => boolean,
): Judgement | null {
  const weighed = described.map(({ norm, features }) => ({
    norm,
    features,
    likelihood: weigh(features),
  }));
  const candidates = weighed
    .map((one) => ({ ...one, likelihood: one.likelihood + tellApart(own, one, weighed) }))
    .toSorted((a, b) => rankOf(b, isAsked) - rankOf(a, isAsked));
  const [best] = candidates;
  if (best === undefined) return null;
  const judged = judgeBy(own, best, isAsked(best.norm));
  if (judged === null) return null;
  // Where another paragraph of the same list may be meant and would have it otherwise, nobody knows.
  const rival = candidates.find(
    (other) =>
      other !== best &&
      best.likelihood - other.likelihood < close &&
      isBeside(best.norm, other.norm),
  );
  if (rival === undefined || rival.norm.kind !== "time") return judged;
  const otherwise = judgeBy(own, { ...rival, likelihood: best.likelihood }, true);
  return otherwise?.verdict === judged.verdict ? judged : null;
}

function weigh({ from, to, subject, behind }: MatterFeatures): number {
  return (
    weights.from * from +
    weights.to * to +
    weights.subject * subject +
    weights.behind * behind +
    weights.intercept
  );
}

/** Of what is alike likely the law goes before guidance on it. */
function rankOf({ norm, likelihood }: Candidate, isAsked: (norm: Norm) => boolean): number {
  const law = norm.document.authority === "legislation" ? 1 : 0;
  return likelihood + law + (isAsked(norm) ? askedFirst : 0);
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

function kindsOf(own: OwnSentence): ReadonlySet<NormKind> {
  const kinds = new Set<NormKind>();
  if (own.fact !== null && affirms(own.said)) kinds.add("time");
  if (readLetOff(own.said) !== null) kinds.add("duty");
  if (permitsEarly(own.said)) kinds.add("leave");
  kinds.add("ban");
  return kinds;
}

function judgeBy(
  own: OwnSentence,
  { norm, features, likelihood }: Candidate,
  isAsked: boolean,
): Judgement | null {
  const needed = least[norm.kind] - (isAsked ? asked[norm.kind] : 0);
  if (likelihood < needed) return null;
  const sure = likelihood >= least[norm.kind];
  const give = (verdict: Verdict, ownWords: string, law: string): Judgement => ({
    verdict,
    own,
    norm,
    likelihood,
    sure,
    said: { own: ownWords, law },
  });
  if (norm.kind === "time") {
    if (own.fact === null || norm.fact === null) return null;
    const verdict = compareTimes(own.fact, norm.fact);
    if (verdict === null) return null;
    if (verdict !== "falls-short" && (likelihood < needed + surer || !promises(own.said)))
      return null;
    return give(verdict, own.fact.words, norm.fact.words);
  }
  if (norm.kind === "duty") return give("falls-short", own.said, "");
  if (norm.kind === "leave") {
    return mentions(own.said, norm) > 1 ? null : give("falls-short", own.said, "");
  }
  if (features.behind > farthest || (isOwnCase(norm) && !judgesItself(own.said))) return null;
  // Of what is no measure to be known by its words, more must tell.
  if (
    !isOwnCase(norm) &&
    speaksOfMeasure(norm.sentence.own, own.text) === null &&
    likelihood < plainBan
  )
    return null;
  if (excepted(own.said, norm)) return null;
  return give("contradicts", own.text, "");
}

/** "no person who is the subject of …": forbids one's own case. */
function isOwnCase({ sentence }: Norm): boolean {
  return /\bno (?:person|one|individual) who\b/i.test(sentence.own);
}

/** How many of its conditions a sentence speaks of. */
function mentions(text: string, { sentence: { own, items } }: Norm): number {
  const mine = contentStems(text);
  const common = contentStems(own);
  return items.filter(
    (item) =>
      [...contentStems(item)].filter((stem) => mine.has(stem) && !common.has(stem)).length > 1,
  ).length;
}

/** Does what the ban excepts: "other than a requirement for the payment of a reasonable sum". */
function excepted(text: string, { sentence }: Norm): boolean {
  const exception = /\b(?:other than|except)\b(.*)$/i.exec(sentence.own)?.[1];
  if (exception === undefined) return false;
  const mine = contentStems(text);
  return [...contentStems(exception)].filter((stem) => mine.has(stem)).length > 1;
}
