// Takes the statements found for a question that speaks of the inspectorate; tells whether its own documents answer it;
// with the weights and the room that they are then ranked and chosen by.
import { carriesDuties } from "../document.ts";
import { featureWeights, type DescribedStatement, type FeatureWeights } from "./rank-statements.ts";
import { defaultSelection, type Selection } from "./select-statements.ts";

/**
 * Its own documents answer where a statement of theirs comes nearer in meaning to the question than any of law and
 * guidance, by this much (`Features.asked`): what it does itself, rather than what it must be told. Set on 20 questions
 * that speak of it.
 */
const nearer = 0.1;

export function isAnsweredByInspectorate(described: readonly DescribedStatement[]): boolean {
  const nearest = { own: Number.NEGATIVE_INFINITY, others: Number.NEGATIVE_INFINITY };
  for (const { features, evidence } of described) {
    const { authority } = evidence.document;
    if (!carriesDuties(authority)) continue;
    const key = authority === "inspection" ? "own" : "others";
    nearest[key] = Math.max(nearest[key], features.asked);
  }
  return nearest.own >= nearest.others + nearer;
}

/** Without what speaks for law: its authority, the subjects of its provisions, and what refers to it. */
export const inspectorateWeights: FeatureWeights = {
  ...featureWeights,
  passage: 5,
  asked: 1,
  unit: 1,
  subject: 0,
  refers: 0,
  linked: 0,
  norm: 0,
  legislation: 0,
  guidance: 0,
  inspection: 0,
};

/** Most of the room for what it says. */
export const inspectorateSelection: Selection = {
  ...defaultSelection,
  words: 340,
  behind: 6,
  leastShare: 0,
  again: 0.2,
  shares: {
    ...defaultSelection.shares,
    legislation: { words: 0.3, statements: 2, behindAll: 1.5 },
    "statutory-guidance": { words: 0.3, statements: 2, behindAll: 1 },
    inspection: { words: 0.9, statements: 10, behindAll: Number.POSITIVE_INFINITY },
  },
};
