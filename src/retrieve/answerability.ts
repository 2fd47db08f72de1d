// Takes the kind of thing asked for and the passages found for a question; gives how likely they answer it.
import type { Asked, AskedKind } from "../plan/asked-kind.ts";
import { holdsKind } from "../plan/holds-kind.ts";
import type { Evidence } from "./evidence.ts";
import { fullWeights, plainWeights, type SignalWeights } from "./weights.ts";

export interface Answerability {
  /** 0–1, where as many questions with an answer are asked as without (docs/retrieval.md says of which). */
  readonly likelihood: number;
  /** Whether it is likely enough to try. */
  readonly answerable: boolean;
}

/** What the likelihood is made of; `scripts/fit-answerability.mjs` fits on the same. */
export interface AnswerSignals {
  /** Weighted sum of what the best passage's signals say of its text; nothing of its document. */
  readonly best: number;
  /** How far the best passage stands out from the foremost ten. */
  readonly lead: number;
  /** Greatest cosine of question and passage; 0 where token vectors are not known. */
  readonly nearest: number;
  /** 1 where none of the foremost passages holds what is asked for. */
  readonly lacking: 0 | 1;
}

export interface AnswerWeights extends Readonly<Record<keyof AnswerSignals, number>> {
  readonly constant: number;
}

/** Passages that are looked at. */
const foremost = 10;
/** Below this a question is better declined: hardly any with an answer falls below (docs/retrieval.md). */
const answerableFrom = 0.08;

/** Logistic regression over `fullWeights` and `plainWeights`, fitted by `scripts/fit-answerability.mjs` (docs/retrieval.md). */
const weights: { readonly full: AnswerWeights; readonly plain: AnswerWeights } = {
  full: { best: 0.237, lead: 0.279, nearest: 6.48, lacking: -3.77, constant: -8.18 },
  plain: { best: 0.413, lead: 0, nearest: 0, lacking: -4.38, constant: -2.68 },
};

/**
 * How the logit of that likelihood and the nearest subject's similarity give another, where subjects are known;
 * fitted by `scripts/fit-subject-likelihood.mjs`.
 */
const withSubjects = { logit: 0.453, subject: 11.5, constant: -7.81 };

/**
 * @param asks the kind of thing that the question asks for; null where none is known
 * @param subject similarity of the nearest subject whose provision the library holds; null where none is known
 * @param evidence what `retrieve` gave for the question, or what several wordings of it gave brought together; passages
 *   without signals (brought in by their neighbours) are not looked at
 */
export function assessAnswerability(
  asks: Asked | null,
  evidence: readonly Evidence[],
  subject: number | null = null,
): Answerability {
  // A question that names a provision is answered by it, however it is worded.
  if (evidence.some(({ signals }) => signals.named !== undefined)) {
    return { likelihood: 1, answerable: true };
  }
  const signals = readAnswerSignals(asks, evidence);
  if (signals === null) return { likelihood: 0, answerable: false };
  const compared = isCompared(evidence);
  const own = compared ? weights.full : weights.plain;
  const sum = (Object.keys(signals) as (keyof AnswerSignals)[]).reduce(
    (total, name) => total + own[name] * signals[name],
    own.constant,
  );
  // That a question is of the field says nothing of a sum of money that no document names.
  const logit =
    compared && subject !== null && signals.lacking === 0
      ? withSubjects.logit * sum + withSubjects.subject * subject + withSubjects.constant
      : sum;
  const likelihood = 1 / (1 + Math.exp(-logit));
  return { likelihood, answerable: likelihood >= answerableFrom };
}

/** Null where nothing was found. */
export function readAnswerSignals(
  asks: Asked | null,
  evidence: readonly Evidence[],
): AnswerSignals | null {
  const used = isCompared(evidence) ? fullWeights : lexicalWeights;
  const sums = evidence
    .filter(({ signals }) => signals.text !== undefined)
    .filter(({ signals }) => used === lexicalWeights || signals.tokens !== undefined)
    .map(({ signals }) => weigh(signals, used))
    .sort((a, b) => b - a)
    .slice(0, foremost);
  const [best] = sums;
  if (best === undefined) return null;
  return {
    best,
    lead: best - sums.reduce((total, sum) => total + sum, 0) / sums.length,
    nearest: used === lexicalWeights ? 0 : Math.max(...evidence.map((each) => each.similarity)),
    lacking: lacks(asks, evidence) ? 1 : 0,
  };
}

/** Cosines of other models are of another scale: without token vectors the words alone are weighed. */
const lexicalWeights: SignalWeights = { ...plainWeights, vector: 0 };

function isCompared(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ signals }) => signals.tokens !== undefined);
}

const ofText = ["text", "phrases", "vector", "tokens", "length"] as const;

function weigh(signals: Evidence["signals"], used: SignalWeights): number {
  return ofText.reduce((sum, name) => sum + used[name] * (signals[name] ?? 0), 0);
}

/** Kinds of which the foremost passages about anything rarely hold one by chance. */
const rare: ReadonlySet<AskedKind> = new Set(["money", "amount", "size", "count", "contact"]);

function lacks(asks: Asked | null, evidence: readonly Evidence[]): boolean {
  if (asks === null || !rare.has(asks.kind)) return false;
  return !evidence.slice(0, foremost).some(({ passage }) => holdsKind(passage.text, asks));
}
