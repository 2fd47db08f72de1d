// Takes a passage's signals; gives its score, and each signal's share of it.
import type { Signal, SignalValues } from "./evidence.ts";
import { fullWeights, plainWeights, type SignalWeights } from "./weights.ts";

/** How sharply scores bend towards 0: at `zero` they are ln 2 / 10, and from 0.3 on the bend cannot be seen. */
const bend = 10;

/** Signals times weights, added up and mapped so that `one` becomes 1; ever closer to 0 from `zero` down, in order still. */
export function scoreSignals(
  values: SignalValues,
  weights: SignalWeights,
  scale: { readonly zero: number; readonly one: number },
): number {
  const names = Object.keys(weights) as (keyof SignalWeights)[];
  const sum = names.reduce((total, name) => total + weights[name] * (values[name] ?? 0), 0);
  const share = (sum - scale.zero) / (scale.one - scale.zero);
  return Math.log1p(Math.exp(bend * Math.min(share, 30))) / bend;
}

/** One signal in the making of a score; `weight` is null for what raises a passage without being weighed. */
export interface SignalShare {
  readonly signal: Signal;
  readonly value: number;
  readonly weight: number | null;
}

/** Signals with their weights, the greatest share first. */
export function explainScore(values: SignalValues): SignalShare[] {
  const weights: Readonly<Record<string, number>> =
    values.tokens === undefined ? { ...plainWeights } : { ...fullWeights };
  const shares = (Object.entries(values) as [Signal, number][]).map(([signal, value]) => ({
    signal,
    value: Number(value.toFixed(4)),
    weight: weights[signal] ?? null,
  }));
  const size = ({ value, weight }: SignalShare) =>
    weight === null ? Infinity : Math.abs(value * weight);
  return shares.sort((a, b) => size(b) - size(a) || (a.signal < b.signal ? -1 : 1));
}
