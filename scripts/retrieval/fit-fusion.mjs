// Takes questions with their candidates' signals; gives the weights under which relevant candidates rank first.

const steps = 400;
const rate = 0.3;
/** Keeps weights that the data say little of near 0. */
const penalty = 1e-3;

/**
 * Minimises the cross-entropy between a softmax over the weighted sums of a question's candidates and its
 * relevant ones, by gradient descent over signals scaled to unit variance.
 *
 * @param {readonly { values: number[][], relevant: boolean[] }[]} questions   one row of signals a candidate
 * @returns {number[]} one weight a signal
 */
export function fitFusion(questions) {
  const usable = questions.filter(({ relevant }) => relevant.includes(true));
  const spread = measureSpread(usable);
  const scaled = usable.map(({ values, relevant }) => ({
    relevant,
    values: values.map((row) => row.map((value, i) => value / spread[i])),
  }));
  const weights = spread.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => 2 * penalty * weight);
    for (const question of scaled) addGradient(gradient, question, weights, scaled.length);
    for (const [i, slope] of gradient.entries()) weights[i] -= rate * slope;
  }
  return weights.map((weight, i) => weight / spread[i]);
}

function addGradient(gradient, { values, relevant }, weights, count) {
  const shares = softmax(values.map((row) => row.reduce((sum, v, i) => sum + v * weights[i], 0)));
  const wanted = 1 / relevant.filter(Boolean).length;
  for (const [at, row] of values.entries()) {
    const error = (shares[at] - (relevant[at] ? wanted : 0)) / count;
    for (const [i, value] of row.entries()) gradient[i] += error * value;
  }
}

/** @param {readonly number[]} scores */
export function softmax(scores) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Standard deviation of each signal within a question, on average. */
function measureSpread(questions) {
  const width = questions[0].values[0].length;
  const sums = Array.from({ length: width }, () => 0);
  for (const { values } of questions) {
    for (let i = 0; i < width; i += 1) {
      const mean = values.reduce((sum, row) => sum + row[i], 0) / values.length;
      sums[i] += values.reduce((sum, row) => sum + (row[i] - mean) ** 2, 0) / values.length;
    }
  }
  return sums.map((sum) => Math.sqrt(sum / questions.length) || 1);
}
