// Takes rows of numbers with what each is worth; gives the weights of a logistic regression.

const steps = 60;
/** Pulls weights, of features scaled to unit variance, towards 0. */
const ridge = 8;

/**
 * Newton's method. The values may lie between 0 and 1: the cross-entropy is the same as of rows counted in part as one and
 * in part as the other.
 *
 * @param {readonly { values: readonly number[], value: number, weight: number }[]} rows
 * @returns {number[]} one weight a number, and the constant
 */
export function fitLogistic(rows) {
  const width = rows[0].values.length;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of) => rows.reduce((sum, row) => sum + row.weight * of(row), 0) / total;
  const means = Array.from({ length: width }, (_, i) => mean(({ values }) => values[i]));
  const spread = means.map(
    (own, i) => Math.sqrt(mean(({ values }) => (values[i] - own) ** 2)) || 1,
  );
  const scaled = rows.map(({ values, ...row }) => ({
    ...row,
    values: [...values.map((value, i) => (value - means[i]) / spread[i]), 1],
  }));
  let weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, i) => (i < width ? ridge * weight : 0));
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j && i < width ? ridge : 0)));
    for (const { values, value, weight } of scaled) {
      const likelihood = predict([...weights], values.slice(0, width));
      const error = weight * (likelihood - value);
      const bend = weight * likelihood * (1 - likelihood) + 1e-9;
      for (let i = 0; i <= width; i += 1) {
        slope[i] += error * values[i];
        for (let j = 0; j <= i; j += 1) curve[i][j] += bend * values[i] * values[j];
      }
    }
    for (let i = 0; i <= width; i += 1)
      for (let j = i + 1; j <= width; j += 1) curve[i][j] = curve[j][i];
    const change = solve(curve, slope);
    weights = weights.map((weight, i) => weight - change[i]);
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  const own = weights.slice(0, width).map((weight, i) => weight / spread[i]);
  return [...own, weights[width] - own.reduce((sum, weight, i) => sum + weight * means[i], 0)];
}

/** @param {readonly number[]} weights   the constant last */
export function predict(weights, values) {
  const sum = values.reduce((all, value, i) => all + value * weights[i], weights[values.length]);
  return 1 / (1 + Math.exp(-sum));
}

/** Gauss–Jordan with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < rows.length; i += 1) {
    let pivot = i;
    for (let j = i + 1; j < rows.length; j += 1)
      if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let j = 0; j < rows.length; j += 1) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k <= rows.length; k += 1) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}
