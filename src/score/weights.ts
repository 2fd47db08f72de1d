// How much each feature of a statement tells of whether it belongs into the answer, and where the numbers come from.
import type { Features } from "./features.ts";

export interface FeatureWeights extends Readonly<Record<keyof Features, number>> {
  readonly constant: number;
}

/**
 * Logarithms of odds, by logistic regression over graded statements (`node scripts/fit-scorer.mjs`, docs/answers.md);
 * `known` for documents that known questions speak of, `unknown` for all others: the home's own, and whatever else a
 * library holds. By hand: `named`, `own` on 70 questions about a plan, and
 * `nearLead` of `unknown` left out (-1.1 when fitted): a plan has fewer statements, of which the nearest is less telling.
 */
export const featureWeights: Readonly<Record<"known" | "unknown", FeatureWeights>> = {
  known: {
    near: 0.938,
    nearLead: 5.063,
    passageLead: 0.573,
    subject: 5.785,
    subjectLead: 2.507,
    beyond: -4.016,
    field: 0.442,
    own: 0,
    lacking: -1.256,
    named: 4,
    constant: -5.616,
  },
  unknown: {
    near: 9.893,
    nearLead: 0,
    passageLead: 3.057,
    subject: 0,
    subjectLead: 0,
    beyond: 0,
    field: 0,
    own: 0.4,
    lacking: -2.058,
    named: 4,
    constant: -5.896,
  },
};
