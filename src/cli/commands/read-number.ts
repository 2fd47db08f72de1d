// Readers of numbers given with options, for commander: each takes the text and gives the number, or says what it wants.
import { InvalidArgumentError } from "commander";

/** A whole number from `least` to `most`. */
export function readWhole(least: number, most: number): (value: string) => number {
  return (value) => {
    const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (count >= least && count <= most) return count;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is expected.`);
  };
}

/** An amount above 0, decimals after a point. */
export function readAmount(value: string): number {
  const amount = /^\d*\.?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (amount > 0) return amount;
  throw new InvalidArgumentError("An amount above 0 is expected, such as 0.50.");
}
