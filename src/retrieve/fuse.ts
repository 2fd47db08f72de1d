// Takes scores by several signals; gives one ranking by their weighted sum.
import type { Signal } from "./evidence.ts";

export type SignalScores = ReadonlyMap<string, number>;

export interface Fused {
  readonly id: string;
  readonly score: number;
  readonly signals: Partial<Record<Signal, number>>;
}

/**
 * Weighted sum of normalised scores, best first, ties by id. A signal's scores are divided by its best, which keeps
 * the distance between them (ranks would throw it away); a passage that a signal did not find has 0 by it.
 */
export function fuseScores(
  signals: Partial<Record<Signal, SignalScores>>,
  weights: Partial<Record<Signal, number>>,
): Fused[] {
  const fused = new Map<string, { score: number; signals: Partial<Record<Signal, number>> }>();
  for (const [name, scores] of Object.entries(signals) as [Signal, SignalScores][]) {
    const best = Math.max(...scores.values());
    const weight = weights[name] ?? 0;
    for (const [id, score] of scores) {
      const entry = fused.get(id) ?? { score: 0, signals: {} };
      const share = best > 0 ? Math.max(0, score) / best : 0;
      entry.signals[name] = share;
      entry.score += weight * share;
      fused.set(id, entry);
    }
  }
  return [...fused]
    .map(([id, entry]) => ({ id, ...entry }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
