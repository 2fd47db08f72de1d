// Takes rows of signals with their outcomes; gives the logistic regression that predicts the outcomes.

const steps = 3000;
const rate = 0.7;
/** Keeps weights that the data say little of near 0; on signals scaled to unit variance. */
const penalty = 0.01;

/** @typedef {{ values: number[], positive: boolean, weight: number }} Row */

/**
 * Gradient descent on the weighted cross-entropy. A weight of the wrong sign is held at 0: more evidence never makes a
 * question less answerable.
 *
 * @param {readonly Row[]} rows
 * @param {readonly number[]} signs   1 or -1 for each signal
 * @returns {number[]} one weight a signal, and the constant last
 */
export function fitLogistic(rows, signs) {
  const { means, spreads } = measure(rows, signs.length);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = rows.map((row) => ({
    ...row,
    values: [...row.values.map((value, i) => (value - means[i]) / spreads[i]), 1],
  }));
  const weights = [...signs.map(() => 0), 0];
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight, i) => (i < signs.length ? penalty * weight : 0));
    for (const { values, positive, weight } of scaled) {
      const error = ((predict(weights, values) - (positive ? 1 : 0)) * weight) / total;
      for (const [i, value] of values.entries()) slopes[i] += error * value;
    }
    for (const [i, slope] of slopes.entries()) weights[i] -= rate * slope;
    for (const [i, sign] of signs.entries()) if (weights[i] * sign < 0) weights[i] = 0;
  }
  const own = signs.map((_, i) => weights[i] / spreads[i]);
  return [...own, weights.at(-1) - own.reduce((sum, weight, i) => sum + weight * means[i], 0)];
}

/**
 * @param {readonly number[]} weights   the constant last
 * @param {readonly number[]} values   with or without a 1 for the constant
 */
export function predict(weights, values) {
  const sum = weights.reduce((whole, weight, i) => whole + weight * (values[i] ?? 1), 0);
  return 1 / (1 + Math.exp(-sum));
}

function measure(rows, width) {
  const means = Array.from({ length: width }, () => 0);
  const squares = Array.from({ length: width }, () => 0);
  for (const { values } of rows) {
    for (let i = 0; i < width; i += 1) {
      means[i] += values[i] / rows.length;
      squares[i] += values[i] ** 2 / rows.length;
    }
  }
  const spreads = squares.map((square, i) => Math.sqrt(square - means[i] ** 2) || 1);
  return { means, spreads };
}
