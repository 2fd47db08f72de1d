// Takes the rankings of a question and of its parts; gives one ranking in which each part keeps its best.
import type { Evidence } from "./evidence.ts";

/**
 * Round by round: the whole question's next, then the next of each part that is not there yet. The scores stay those
 * of the ranking that a passage comes from.
 */
export function mergeRankings(rankings: readonly (readonly Evidence[])[], k: number): Evidence[] {
  const [whole = [], ...parts] = rankings;
  if (parts.length === 0) return whole.slice(0, k);
  const merged = new Map<string, Evidence>();
  const queues = [whole, ...parts].map((ranking) => [...ranking]);
  while (merged.size < k && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = takeNew(queue, merged);
      if (next) merged.set(next.passage.id, next);
    }
  }
  return [...merged.values()].slice(0, k);
}

function takeNew(queue: Evidence[], held: ReadonlyMap<string, Evidence>): Evidence | undefined {
  let next = queue.shift();
  while (next && held.has(next.passage.id)) next = queue.shift();
  return next;
}
