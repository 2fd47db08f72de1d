// Takes evidence and what was asked; gives its statements ranked by how well each answers.
import { spanAt } from "../chunk/locator-at.ts";
import type { Wordings } from "../plan/wordings.ts";
import type { AskedKind } from "../plan/asked-kind.ts";
import { fieldTitle } from "../references/known-instruments.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { byPassage } from "../retrieve/merge-evidence.ts";
import { tellsWhen, withoutMay } from "../text/times.ts";
import { createGiving } from "./gives-asked.ts";
import { findStatements, textOfLines, type PassageStatement } from "./statements.ts";
import { coverage, weighStems } from "./terms.ts";
import {
  scoreDocuments,
  scoreReferring,
  scoreUnits,
  answeringUnitOf,
} from "../retrieve/score-units.ts";
import type { MatchStatements } from "./match-statements.ts";

/** What is known of a statement; 0–1 within one part of a question unless said otherwise. */
export interface Features {
  /** Rank score of its passage. */
  readonly passage: number;
  /** Nearness in meaning to the question as asked: 0 for the nearest, less for others. */
  readonly asked: number;
  /** The same to the wording it comes nearest to. */
  readonly nearness: number;
  /** Share of the question's telling words in the titles it stands under. */
  readonly title: number;
  /** Score of its regulation or heading: the unit that answers best. */
  readonly unit: number;
  /** Score of its document: the one that answers most. */
  readonly document: number;
  /** Its document is about children's homes, is the home's own or named in the question; not about schools or courts. */
  readonly field: number;
  /** How much the best evidence refers to its very paragraph: where guidance on a matter says the law stands. */
  readonly linked: number;
  /** It, or a title over it, refers to a regulation that answers: 1 for the best. */
  readonly refers: number;
  /** It is a row of a table, which says little without its headings. */
  readonly row: number;
  /** How close a subject of the question comes that stands for its provision. */
  readonly subject: number;
  /** The question names its provision. */
  readonly named: number;
  /** It holds what the question asks for: a time, a number, a size. */
  readonly held: number;
  /** It obliges, permits or forbids, rather than describes. */
  readonly norm: number;
  /** It is law, statutory guidance, or what inspectors look at. */
  readonly legislation: number;
  readonly guidance: number;
  readonly inspection: number;
}

export interface RankedStatement extends PassageStatement {
  readonly evidence: Evidence;
  /** Weighted sum of its features; comparable within one part of a question. */
  readonly score: number;
  /** The regulation, section or heading it stands in: statements of one unit belong together. */
  readonly unit: string;
  readonly features: Features;
  /** Where it holds what is asked for: the share (0–1) of the question's telling words that stand by it. */
  readonly gives?: number;
}

export type FeatureWeights = Readonly<Record<keyof Features, number>>;

/**
 * Logarithms of odds: fitted so that the statements that questions should be answered with come first
 * (`node bench/fit-answers.mjs`, docs/answers.md).
 */
export const featureWeights: FeatureWeights = {
  passage: 2.2,
  asked: 1.7,
  nearness: 0.25,
  title: 1,
  unit: 1.5,
  document: 0.2,
  field: 0.3,
  linked: 0.2,
  refers: 0.4,
  row: 0.5,
  subject: 2.2,
  named: 0.8,
  held: 0.6,
  norm: 0.2,
  legislation: 0.8,
  guidance: 0.4,
  inspection: -0.9,
};

/** A nearness this far below the best counts as 1 below it. */
const nearnessUnit = 0.25;

export type DescribedStatement = Omit<RankedStatement, "score">;

export function scoreStatements(
  described: readonly DescribedStatement[],
  weights: FeatureWeights,
): RankedStatement[] {
  return described
    .map((entry) => ({ ...entry, score: sumFeatures(entry.features, weights) }))
    .sort(
      (a, b) =>
        b.score - a.score || byPassage(a.evidence, b.evidence) || lastStart(a) - lastStart(b),
    );
}

/** What is known of each statement, before it is weighed. */
export async function describeStatements(
  wordings: Wordings,
  evidence: readonly Evidence[],
  match: MatchStatements,
): Promise<DescribedStatement[]> {
  const passages = evidence.map((candidate) => ({
    evidence: candidate,
    passage: candidate.passage,
    titles: candidate.passage.trail.slice(-2).join(". "),
    statements: findStatements(candidate.passage),
  }));
  const matches = await match(wordings, passages);
  const nearest = {
    asked: Math.max(...matches.flat().map(({ asked }) => asked)),
    best: Math.max(...matches.flat().map(({ best }) => best)),
  };
  const describe = describeEvidence(wordings, evidence);
  const giving = wordings.asks
    ? createGiving({
        wordings: [...wordings.asked, ...wordings.others],
        asks: wordings.asks,
        texts: evidence.map(({ passage }) => passage.text),
      })
    : () => null;
  return passages.flatMap(({ evidence: candidate, titles, statements }, i) => {
    const shared = describe(candidate, titles);
    const unit = answeringUnitOf(candidate);
    return statements.map((statement, j): DescribedStatement => {
      const own = textOfLines(statement, candidate.passage.text);
      const gives = giving({ lines: statement.lines, text: candidate.passage.text, titles });
      const near = matches[i]?.[j] ?? { asked: 0, best: 0 };
      const features = {
        ...shared,
        asked: (near.asked - nearest.asked) / nearnessUnit,
        nearness: (near.best - nearest.best) / nearnessUnit,
        row: own.includes(" | ") ? 1 : 0,
        subject: closenessOf(statement, candidate),
        held: gives !== null && isHeld(wordings.asks?.kind, own) ? 1 : 0,
        norm: isNorm(own) ? 1 : 0,
      };
      const described = { ...statement, evidence: candidate, unit, features };
      return gives === null ? described : { ...described, gives };
    });
  });
}

type OfPassage = Omit<Features, "asked" | "nearness" | "row" | "subject" | "held" | "norm">;

function closenessOf({ lines }: PassageStatement, { passage, subjects }: Evidence): number {
  if (subjects === undefined) return 0;
  const each = lines.map(({ start }) => {
    const span = spanAt(passage, start);
    return span === undefined ? 0 : (subjects.get(span.provision) ?? 0);
  });
  return Math.max(0, ...each);
}

/** What the statements of one passage have in common, as compared with all the evidence. */
function describeEvidence(wordings: Wordings, evidence: readonly Evidence[]) {
  const texts = evidence.map(({ passage }) => passage.text);
  const stems = [...wordings.asked, ...wordings.others].map((wording) =>
    weighStems(wording, texts),
  );
  const covered = (text: string): number =>
    Math.max(...stems.map((weights) => coverage(weights, text)));
  const best = Math.max(...evidence.map(({ score }) => score), Number.MIN_VALUE);
  const units = scoreUnits(evidence, best);
  const documents = scoreDocuments(evidence, best);
  const refers = scoreReferring(evidence, units);
  const mostLinked = Math.max(
    ...evidence.map(({ signals }) => signals.linked ?? 0),
    Number.MIN_VALUE,
  );
  return (candidate: Evidence, titles: string): OfPassage => {
    const { document, score, signals } = candidate;
    const unit = answeringUnitOf(candidate);
    return {
      passage: score / best,
      title: covered(titles),
      unit: units.get(unit) ?? 0,
      document: documents.get(document.id) ?? 0,
      field: isOfField(candidate) ? 1 : 0,
      linked: (signals.linked ?? 0) / mostLinked,
      refers: refers.get(candidate.passage.id) ?? 0,
      named: signals.named ?? 0,
      legislation: document.authority === "legislation" ? 1 : 0,
      guidance: document.authority === "statutory-guidance" ? 1 : 0,
      inspection: document.authority === "inspection" ? 1 : 0,
    };
  };
}

/** A document that the question names is what it is about, whatever its field. */
function isOfField({ document, signals }: Evidence): boolean {
  return (
    document.authority === "own" ||
    document.authority === "inspection" ||
    fieldTitle.test(document.title) ||
    (signals.document ?? 0) > 0
  );
}

function sumFeatures(features: Features, weights: FeatureWeights): number {
  let total = 0;
  for (const name of Object.keys(weights) as (keyof Features)[])
    total += weights[name] * features[name];
  return total;
}

/** Every rule would hold a ruling, and nearly every condition an occasion. */
function isHeld(kind: AskedKind | undefined, text: string): boolean {
  return kind !== "ruling" && (kind !== "occasion" || tellsWhen(text));
}

function isNorm(text: string): boolean {
  return /\b(?:must|shall|should|may only|may not|may|cannot|required?|requires|prohibited|permitted|entitled|no \w+ may)\b/i.test(
    withoutMay(text),
  );
}

function lastStart(statement: PassageStatement): number {
  return statement.lines.at(-1)?.start ?? 0;
}
