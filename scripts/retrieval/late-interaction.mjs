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
 * For each token of the question the nearest token of the candidate, and their cosine.
 *
 * @param {Float32Array} question   rows as `projectQuestion` gives them
 * @param {Int8Array} rows
 */
export function findNearest(question, rows) {
  const count = question.length / columns;
  const cosines = new Float32Array(count).fill(-127);
  const nearest = new Int32Array(count);
  for (let row = 0; row < rows.length; row += columns) {
    for (let t = 0; t < count; t += 1) {
      const at = t * columns;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let j = 0; j < columns; j += 4) {
        a += question[at + j] * rows[row + j];
        b += question[at + j + 1] * rows[row + j + 1];
        c += question[at + j + 2] * rows[row + j + 2];
        d += question[at + j + 3] * rows[row + j + 3];
      }
      const product = a + b + c + d;
      if (product > cosines[t]) {
        cosines[t] = product;
        nearest[t] = row;
      }
    }
  }
  for (let t = 0; t < count; t += 1) cosines[t] /= 127;
  return { cosines, nearest };
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
 * @param {import("./collect-examples.mjs").Example} example
 * @param {Float32Array} matrix
 * @param {Float32Array} gate
 * @returns {number[]}
 */
export function compareCandidates({ tokens, vectors, candidates }, matrix, gate) {
  const { rows } = projectQuestion(vectors, matrix);
  const weights = weighTokens(tokens, vectors, gate);
  return candidates.map((each) => weighCosines(findNearest(rows, each.rows).cosines, weights));
}
