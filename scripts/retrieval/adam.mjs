// Gives a stepper that moves numbers down their slope.

const [firstDecay, secondDecay, smallest] = [0.9, 0.999, 1e-8];

/**
 * Kingma and Ba, "Adam" (ICLR 2015), algorithm 1.
 *
 * @param {number} size
 * @returns {(values: Float32Array, slopes: Float32Array, rate: number) => void}
 */
export function makeAdam(size) {
  const first = new Float32Array(size);
  const second = new Float32Array(size);
  let step = 0;
  return (values, slopes, rate) => {
    step += 1;
    for (let i = 0; i < size; i += 1) {
      first[i] = firstDecay * first[i] + (1 - firstDecay) * slopes[i];
      second[i] = secondDecay * second[i] + (1 - secondDecay) * slopes[i] ** 2;
      const mean = first[i] / (1 - firstDecay ** step);
      const spread = Math.sqrt(second[i] / (1 - secondDecay ** step));
      values[i] -= (rate * mean) / (spread + smallest);
    }
  };
}
