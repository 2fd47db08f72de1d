// Takes a ranking and what is relevant; gives the measures of trec_eval.

/**
 * Share of what is relevant that stands among the first `k` (trec_eval's recall_k).
 *
 * @param {readonly string[]} ranking
 * @param {ReadonlySet<string>} relevant
 * @param {number} k
 */
export function recallAt(ranking, relevant, k) {
  return ranking.slice(0, k).filter((key) => relevant.has(key)).length / relevant.size;
}

/**
 * Sum of the precision at each relevant one of the first `k`, divided by the number relevant in all
 * (trec_eval's map_cut_k).
 *
 * @param {readonly string[]} ranking
 * @param {ReadonlySet<string>} relevant
 * @param {number} k
 */
export function averagePrecisionAt(ranking, relevant, k) {
  let found = 0;
  let sum = 0;
  for (const [at, key] of ranking.slice(0, k).entries()) {
    if (!relevant.has(key)) continue;
    found += 1;
    sum += found / (at + 1);
  }
  return sum / relevant.size;
}

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
