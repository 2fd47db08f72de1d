// Takes a query and its evidence; says whether the evidence bears on the query at all.
import type { Evidence } from "../retrieve/evidence.ts";
import { coverage, weighStems } from "./terms.ts";

/** Below this similarity, or this share of the question's telling words, nothing answers. */
const floor = { similarity: 0.33, coverage: 0.3 };

export function bearsOn(query: string, evidence: readonly Evidence[]): boolean {
  const top = evidence.slice(0, 8);
  if (top.length === 0) return false;
  const weights = weighStems(
    query,
    evidence.map(({ passage }) => passage.text),
  );
  const words = Math.max(
    ...top.map(({ passage }) => coverage(weights, `${passage.trail.join(" ")} ${passage.text}`)),
  );
  const similarity = Math.max(...top.map((candidate) => candidate.similarity));
  return similarity >= floor.similarity && words >= floor.coverage;
}
