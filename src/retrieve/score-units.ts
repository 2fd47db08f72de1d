// Takes evidence; gives how well whole units (a regulation, a heading) and whole documents answer.
import type { Evidence } from "./evidence.ts";

/** Passages by which documents are compared. */
const foremost = 15;
/** How much each further passage adds to its unit's best. */
const further = 0.15;

/** "regulation 28" of one document, or the innermost heading. */
export function unitOf({ passage, document }: Evidence): string {
  const locator = passage.locator ?? passage.locators[0] ?? null;
  const lawful = document.authority === "legislation" && locator !== null;
  return `${document.id}#${lawful ? locator.replace(/\(.*$/, "") : passage.trail.join("›")}`;
}

/** A unit counts by its best passage, and a little by each further one; 1 for the best unit. */
export function scoreUnits(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const candidate of evidence) {
    const unit = unitOf(candidate);
    const before = scores.get(unit);
    const share = candidate.score / best;
    scores.set(unit, before === undefined ? share : before + further * share);
  }
  return normalise(scores);
}

/** A document counts by its passages among the foremost; 1 for the best document. */
export function scoreDocuments(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { document, score } of evidence.slice(0, foremost))
    scores.set(document.id, (scores.get(document.id) ?? 0) + score / best);
  return normalise(scores);
}

function normalise(scores: ReadonlyMap<string, number>): Map<string, number> {
  const top = Math.max(...scores.values(), Number.MIN_VALUE);
  return new Map([...scores].map(([key, score]) => [key, score / top]));
}
