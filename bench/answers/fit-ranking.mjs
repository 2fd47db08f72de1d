// Fits weights so that the statements to answer with get most of the odds (listwise softmax, by gradient descent).

/** Pulls weights towards 0, so that few questions cannot make one of them large. */
const ridge = 0.005;
const steps = 600;
const rate = 0.05;

/** @param lists for each list its rows of numbers, and for each row whether it is wanted */
export function fitRanking(lists) {
  const width = lists[0].rows[0].length;
  const weights = new Float64Array(width);
  const [momentum, variance] = [new Float64Array(width), new Float64Array(width)];
  for (let step = 1; step <= steps; step += 1) {
    const gradient = Float64Array.from(weights, (weight) => 2 * ridge * weight);
    for (const list of lists) addGradient(list, weights, gradient, lists.length);
    for (let i = 0; i < width; i += 1) {
      momentum[i] = 0.9 * momentum[i] + 0.1 * gradient[i];
      variance[i] = 0.999 * variance[i] + 0.001 * gradient[i] ** 2;
      const [m, v] = [momentum[i] / (1 - 0.9 ** step), variance[i] / (1 - 0.999 ** step)];
      weights[i] -= (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return [...weights];
}

function addGradient({ rows, wanted }, weights, gradient, lists) {
  const odds = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i], 0));
  const most = Math.max(...odds);
  const shares = odds.map((value) => Math.exp(value - most));
  const total = shares.reduce((sum, value) => sum + value, 0);
  const count = wanted.filter(Boolean).length;
  rows.forEach((row, at) => {
    const error = shares[at] / total - (wanted[at] ? 1 / count : 0);
    for (let i = 0; i < row.length; i += 1) gradient[i] += (error * row[i]) / lists;
  });
}

/** Mean average precision of lists put in order by weights. */
export function averagePrecision(lists, weights) {
  const each = lists.map(({ rows, wanted }) => {
    const odds = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i], 0));
    const order = odds.map((_, i) => i).sort((a, b) => odds[b] - odds[a] || a - b);
    let [found, sum] = [0, 0];
    order.forEach((at, rank) => {
      if (wanted[at]) sum += (found += 1) / (rank + 1);
    });
    return sum / found;
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}
