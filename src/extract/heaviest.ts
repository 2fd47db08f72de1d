// Takes values with their weights; gives the one that weighs most in all.

/** The first of equals; undefined when there are no values. */
export function heaviest<T>(weighted: Iterable<readonly [T, number]>): T | undefined {
  const weights = new Map<T, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: T | undefined;
  let most = -1;
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}
