// Takes evidence and what was asked; gives its statements, those likeliest to belong into the answer first.
import type { Wordings } from "../plan/wordings.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { answeringUnitOf } from "../retrieve/score-units.ts";
import { describeAll, type Features, type Sighted } from "./features.ts";
import type { MatchStatements } from "./match-statements.ts";
import type { MeasureNearness } from "./nearness.ts";
import { byPlace, sieve } from "./sieve.ts";
import { textOfLines, type PassageStatement } from "./statements.ts";
import { featureWeights } from "./weights.ts";

export interface RankedStatement extends PassageStatement {
  readonly evidence: Evidence;
  /** Logarithm of the odds that it belongs into the answer; comparable between questions. */
  readonly score: number;
  /** The regulation, section or heading it stands in: statements of one unit belong together. */
  readonly unit: string;
  /** It holds the kind of thing that is asked for. */
  readonly holds: boolean;
}

/** What those get that are not scored: they stand behind all others. */
export const unscored = -99;

export interface ScorerDeps {
  readonly match: MatchStatements;
  readonly nearness: MeasureNearness;
}

export async function rankStatements(
  wordings: Wordings,
  evidence: readonly Evidence[],
  deps: ScorerDeps,
): Promise<RankedStatement[]> {
  const described = await describeStatements(wordings, evidence, deps);
  return described
    .map(({ sighted, features }) => ({ sighted, score: scoreFeatures(features, sighted) }))
    .sort((a, b) => b.score - a.score || byPlace(a.sighted, b.sighted))
    .map(({ sighted, score }) => ({
      ...sighted.statement,
      evidence: sighted.evidence,
      unit: answeringUnitOf(sighted.evidence),
      holds: sighted.holds,
      score,
    }));
}

/** Whether something is likely enough to answer: below this hardly any question with an answer falls (docs/answers.md). */
export const answeredFrom = -1.2;

export function isAnswered(ranked: readonly RankedStatement[]): boolean {
  return (ranked[0]?.score ?? unscored) >= answeredFrom;
}

/** A statement with what is known of it; null for one that is not scored. */
export interface DescribedStatement {
  readonly sighted: Sighted;
  readonly features: Features | null;
}

/** Those that are scored come first. */
export async function describeStatements(
  wordings: Wordings,
  evidence: readonly Evidence[],
  { match, nearness }: ScorerDeps,
): Promise<DescribedStatement[]> {
  const { foremost, rest } = await sieve(wordings, evidence, match);
  const texts = foremost.map(({ statement, evidence: { passage } }) => {
    const titles = passage.trail.slice(-2).join(". ");
    const own = textOfLines(statement, passage.text);
    return titles === "" ? own : `${titles}. ${own}`;
  });
  const near = texts.length === 0 ? [] : await nearness(wordings.asked, texts);
  const features = describeAll(foremost, near, wordings.asks?.kind);
  return [
    ...foremost.map((sighted, i) => ({ sighted, features: features[i] ?? null })),
    ...rest.map((sighted) => ({ sighted, features: null })),
  ];
}

function scoreFeatures(features: Features | null, { known }: Sighted): number {
  if (features === null) return unscored;
  const { constant, ...weights } = featureWeights[known ? "known" : "unknown"];
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((total, name) => total + weights[name] * features[name], constant);
}
