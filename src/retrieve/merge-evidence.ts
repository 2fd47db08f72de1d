// Takes evidence found in several ways; gives it once, in one order.
import { compareText } from "../text/compare-text.ts";
import type { Evidence } from "./evidence.ts";

/** Best first; a passage found both ways keeps what is known of it and the better score. */
export function mergeEvidence(found: readonly Evidence[], more: readonly Evidence[]): Evidence[] {
  const byId = new Map(found.map((evidence) => [evidence.passage.id, evidence]));
  for (const evidence of more) {
    const before = byId.get(evidence.passage.id);
    byId.set(
      evidence.passage.id,
      before === undefined
        ? evidence
        : {
            ...before,
            score: Math.max(before.score, evidence.score),
            signals: { ...before.signals, ...evidence.signals },
          },
    );
  }
  return [...byId.values()].sort(byScore);
}

/** Best first, ties by passage id. */
export function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || byPassage(a, b);
}

/** In the order of passage ids. */
export function byPassage(a: Evidence, b: Evidence): number {
  return compareText(a.passage.id, b.passage.id);
}
