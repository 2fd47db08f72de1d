// Takes a question under a trial matrix and gate; gives MaxSim with each candidate, and what its gradient needs.

import { weighTokens } from "../../dist/embed/project-tokens.js";

export const width = 384;
export const columns = 128;

/**
 * A question's token vectors, projected and scaled to length 1.
 *
 * @param {Float32Array} vectors
 * @param {Float32Array} matrix
 */
export function projectQuestion(vectors, matrix) {
  const count = vectors.length / width;
  const rows = new Float32Array(count * columns);
  const lengths = new Float32Array(count);
  for (let t = 0; t < count; t += 1) {
    for (let i = 0; i < width; i += 1) {
      const value = vectors[t * width + i];
      const from = i * columns;
      for (let j = 0; j < columns; j += 1) rows[t * columns + j] += value * matrix[from + j];
    }
    let squares = 0;
    for (let j = 0; j < columns; j += 1) squares += rows[t * columns + j] ** 2;
    lengths[t] = Math.sqrt(squares) || 1;
    for (let j = 0; j < columns; j += 1) rows[t * columns + j] /= lengths[t];
  }
  return { rows, lengths };
}

/**
 * For each token of the question the nearest token of each candidate, and their cosine.
 *
 * @param {import("./multiply-rows.mjs").Multiply} multiply
 * @param {Float32Array} question   rows as `projectQuestion` gives them
 * @param {readonly Int8Array[]} candidates   their rows
 * @returns {Promise<{ cosines: Float32Array, nearest: Int32Array }[]>} `nearest` says where a row begins
 */
export async function findNearest(multiply, question, candidates) {
  const count = question.length / columns;
  const products = await multiply(joinRows(candidates), question);
  let at = 0;
  return candidates.map((rows) => {
    const cosines = new Float32Array(count).fill(-1);
    const nearest = new Int32Array(count);
    for (let row = 0; row < rows.length; row += columns) {
      for (let t = 0; t < count; t += 1, at += 1) {
        if (products[at] <= cosines[t]) continue;
        cosines[t] = products[at];
        nearest[t] = row;
      }
    }
    return { cosines, nearest };
  });
}

/** Signed bytes to numbers from -1 to 1. */
function joinRows(candidates) {
  const all = new Float32Array(candidates.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const rows of candidates) for (const value of rows) all[at++] = value / 127;
  return all;
}

/**
 * @param {Float32Array} cosines
 * @param {Float32Array} weights
 */
export function weighCosines(cosines, weights) {
  return cosines.reduce((sum, cosine, t) => sum + cosine * weights[t], 0);
}

/**
 * MaxSim of each candidate of an example.
 *
 * @param {import("./multiply-rows.mjs").Multiply} multiply
 * @param {import("./collect-examples.mjs").Example} example
 * @param {Float32Array} matrix
 * @param {Float32Array} gate
 * @returns {Promise<number[]>}
 */
export async function compareCandidates(multiply, { tokens, vectors, candidates }, matrix, gate) {
  const { rows } = projectQuestion(vectors, matrix);
  const weights = weighTokens(tokens, vectors, gate);
  const all = await findNearest(
    multiply,
    rows,
    candidates.map((each) => each.rows),
  );
  return all.map(({ cosines }) => weighCosines(cosines, weights));
}
