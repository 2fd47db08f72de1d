// The best k of a search, the same whichever way equal scores come.
import { compareText } from "../text/compare-text.ts";
import type { Hit } from "./library.ts";

/** Fetched beyond k at first, so that a tie at the cut seldom needs a second search. */
const margin = 16;

/**
 * Searches until the hits after the cut at `k` are worse than the last one before it, then orders by score and id.
 * Scores are rounded to `decimals`: sums of 32-bit floats differ in their last bits with the order of adding,
 * and passages that are equal should tie.
 * @param search gives the best `limit` hits in any order
 */
export async function findBestHits(
  search: (limit: number) => Promise<readonly Hit[]>,
  k: number,
  decimals: number,
): Promise<readonly Hit[]> {
  if (k <= 0) return [];
  const unit = 10 ** decimals;
  for (let limit = k + margin; ; limit *= 2) {
    const found = await search(limit);
    const hits = found.map((hit) => ({ ...hit, score: Math.round(hit.score * unit) / unit }));
    hits.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
    const last = hits.at(-1);
    const atCut = hits[k - 1];
    if (found.length < limit || last === undefined || atCut === undefined) return hits.slice(0, k);
    if (last.score < atCut.score) return hits.slice(0, k);
  }
}
