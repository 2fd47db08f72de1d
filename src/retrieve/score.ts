// Takes a passage's signals; gives its score and each signal's share of it.
import type { SignalValues } from "./evidence.ts";
import type { SignalWeights } from "./weights.ts";

/** Signals times weights, added up and mapped so that `zero` becomes 0 and `one` 1; never below 0. */
export function scoreSignals(
  values: SignalValues,
  weights: SignalWeights,
  scale: { readonly zero: number; readonly one: number },
): number {
  const names = Object.keys(weights) as (keyof SignalWeights)[];
  const sum = names.reduce((total, name) => total + weights[name] * (values[name] ?? 0), 0);
  return Math.max(0, (sum - scale.zero) / (scale.one - scale.zero));
}
