// Takes evidence and what was asked; gives its statements ranked by how well each answers.
import { fieldTitle } from "../references/known-instruments.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements, type Statement } from "./statements.ts";
import { coverage, weighStems } from "./terms.ts";
import { scoreDocuments, scoreUnits, unitOf } from "../retrieve/score-units.ts";

/** What is known of a statement, each 0–1 within one part of a question. */
export interface Features {
  /** Rank score of its passage. */
  readonly passage: number;
  /** Nearness in meaning of the statement itself. */
  readonly meaning: number;
  /** Share of the question's telling words that it uses. */
  readonly words: number;
  /** Share of them in the titles it stands under. */
  readonly title: number;
  /** Score of its regulation or heading: the unit that answers best. */
  readonly unit: number;
  /** Score of its document: the one that answers most. */
  readonly document: number;
  /** Its document is about children's homes, or is the home's own; not about schools, courts or authorities. */
  readonly field: number;
  /** It is a row of a table, which says little without its headings. */
  readonly row: number;
  /** The question names its provision. */
  readonly named: number;
  /** How short it is: what says the same in fewer words leaves room for more. */
  readonly brevity: number;
  /** It obliges, permits or forbids, rather than describes. */
  readonly norm: number;
}

export interface RankedStatement extends Statement {
  readonly evidence: Evidence;
  /** Weighted sum of its features; comparable within one part of a question. */
  readonly score: number;
  /** The regulation, section or heading it stands in: statements of one unit belong together. */
  readonly unit: string;
  readonly features: Features;
}

export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

export type FeatureWeights = Readonly<Record<keyof Features, number>>;

/** Fitted on 18 development questions with `node bench/fit-answers.mjs --index DIR --questions FILE`, then rounded. */
export const featureWeights: FeatureWeights = {
  passage: 0.1,
  meaning: 0.6,
  words: 0.07,
  title: 0.36,
  unit: 0.27,
  document: 0.04,
  field: 0.36,
  row: -0.1,
  named: 0.2,
  brevity: 0.1,
  norm: 0.04,
};

/** A statement of this many words has no brevity at all. */
const longStatement = 100;
/** Statements compared by meaning; each costs a run of the model. */
const mostCompared = 80;

export async function rankStatements(
  query: string,
  evidence: readonly Evidence[],
  embed: Embed,
  weights: FeatureWeights = featureWeights,
): Promise<RankedStatement[]> {
  return scoreStatements(await describeStatements(query, evidence, embed), weights);
}

export type DescribedStatement = Omit<RankedStatement, "score">;

/** Public for bench/fit-answers.mjs. @public */
export function scoreStatements(
  described: readonly DescribedStatement[],
  weights: FeatureWeights,
): RankedStatement[] {
  return described
    .map((entry) => ({ ...entry, score: sumFeatures(entry.features, weights) }))
    .sort(
      (a, b) =>
        b.score - a.score || compareIds(a.evidence, b.evidence) || lastStart(a) - lastStart(b),
    );
}

/** What is known of each statement, before it is weighed. @public */
export async function describeStatements(
  query: string,
  evidence: readonly Evidence[],
  embed: Embed,
): Promise<DescribedStatement[]> {
  const stems = weighStems(
    query,
    evidence.map(({ passage }) => passage.text),
  );
  const best = Math.max(...evidence.map(({ score }) => score), Number.MIN_VALUE);
  const units = scoreUnits(evidence, best);
  const documents = scoreDocuments(evidence, best);
  const all = evidence.flatMap((candidate) => {
    const { passage, document } = candidate;
    const titles = passage.trail.slice(-2).join(". ");
    const unit = unitOf(candidate);
    const shared = {
      passage: candidate.score / best,
      title: coverage(stems, titles),
      unit: units.get(unit) ?? 0,
      document: documents.get(document.id) ?? 0,
      field: document.authority === "own" || fieldTitle.test(document.title) ? 1 : 0,
      named: candidate.signals.named ?? 0,
    };
    return findStatements(passage).map((statement) => {
      const own = statement.lines.map(({ start, end }) => passage.text.slice(start, end)).join(" ");
      const features = {
        ...shared,
        meaning: 0,
        words: coverage(stems, own),
        row: own.includes(" | ") ? 1 : 0,
        brevity: 1 - Math.min(1, statement.words / longStatement),
        norm: isNorm(own) ? 1 : 0,
      };
      return { statement, candidate, unit, features, text: `${titles}. ${own}` };
    });
  });
  const likely = all
    .sort((a, b) => prior(b.features) - prior(a.features) || compareIds(a.candidate, b.candidate))
    .slice(0, mostCompared);
  const [question, ...vectors] = await embed([query, ...likely.map(({ text }) => text)]);
  const similar = vectors.map((vector) => dot(question ?? vector, vector));
  const closest = Math.max(...similar, Number.MIN_VALUE);
  return likely.map(({ statement, candidate, unit, features }, i) => ({
    ...statement,
    evidence: candidate,
    unit,
    features: { ...features, meaning: Math.max(0, similar[i] ?? 0) / closest },
  }));
}

/** Which statements are worth comparing by meaning. */
function prior(features: Features): number {
  return features.passage + 0.4 * features.words + 0.2 * features.title + 0.4 * features.unit;
}

function sumFeatures(features: Features, weights: FeatureWeights): number {
  let total = 0;
  for (const name of Object.keys(weights) as (keyof Features)[])
    total += weights[name] * features[name];
  return total;
}

function isNorm(text: string): boolean {
  return /\b(?:must|shall|should|may only|may not|may|cannot|required?|requires|prohibited|permitted|entitled|no \w+ may)\b/i.test(
    text,
  );
}

function lastStart(statement: Statement): number {
  return statement.lines.at(-1)?.start ?? 0;
}

function compareIds(a: Evidence, b: Evidence): number {
  return a.passage.id < b.passage.id ? -1 : a.passage.id > b.passage.id ? 1 : 0;
}

function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
