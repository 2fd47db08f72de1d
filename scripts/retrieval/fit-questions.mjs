// Takes questions with candidates; gives the matrix and the gate for questions' tokens under which relevant ones win.

import { weighTokens } from "../../dist/embed/project-tokens.js";
import { makeAdam } from "./adam.mjs";
import { softmax } from "./fit-fusion.mjs";
import { openMultiplication } from "./multiply-rows.mjs";
import { columns, findNearest, projectQuestion, weighCosines, width } from "./late-interaction.mjs";

const settings = {
  epochs: 4,
  /** Questions between two steps. */
  batch: 16,
  matrixRate: 1e-3,
  gateRate: 1e-2,
  /** The last step's rate as a share of the first's. */
  lastRate: 0.3,
  /** Share of a question's tokens left out at random: no single word may decide. */
  dropped: 0.2,
  /** Irrelevant candidates that a question is fitted against. */
  rivals: 64,
  gatePenalty: 1e-3,
};

/**
 * Listwise softmax over MaxSim added to the fixed share of the other signals; the passages' vectors stay as
 * they are, so that no index becomes stale.
 *
 * @param {readonly import("./collect-examples.mjs").Example[]} examples
 * @param {object} start
 * @param {Float32Array} start.matrix   where the questions' matrix begins: the passages' matrix
 * @param {number} start.weight   of MaxSim in the score
 * @param {(signals: import("./collect-examples.mjs").Candidate["signals"]) => number} start.rest   all else in it
 * @returns {Promise<{ matrix: Float32Array, gate: Float32Array }>}
 */
export async function fitQuestions(examples, { matrix: first, weight, rest }) {
  const multiply = await openMultiplication(columns);
  const matrix = Float32Array.from(first);
  const gate = new Float32Array(width + 1);
  const steps = { matrix: makeAdam(matrix.length), gate: makeAdam(gate.length) };
  const random = makeRandom(1);
  const usable = examples.filter(({ candidates }) => candidates.some((each) => each.relevant));
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    const pace = 1 - (1 - settings.lastRate) * (epoch / settings.epochs);
    const order = shuffle(usable, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += settings.batch) {
      const batch = order.slice(at, at + settings.batch);
      const slopes = {
        matrix: new Float32Array(matrix.length),
        gate: gate.map((g) => g * settings.gatePenalty),
      };
      for (const example of batch) {
        loss += await addSlopes(slopes, example, {
          multiply,
          matrix,
          gate,
          weight,
          rest,
          random,
          share: 1 / batch.length,
        });
      }
      steps.matrix(matrix, slopes.matrix, settings.matrixRate * pace);
      steps.gate(gate, slopes.gate, settings.gateRate * pace);
    }
    console.error(`epoch ${epoch + 1}: loss ${(loss / usable.length).toFixed(4)}`);
  }
  return { matrix, gate };
}

/** Adds one question's slopes; gives its loss. */
async function addSlopes(slopes, example, { multiply, matrix, gate, weight, rest, random, share }) {
  const { tokens, vectors } = example;
  const kept = tokens.map((id) => (random() < settings.dropped ? 0 : id));
  const weights = weighTokens(kept, vectors, gate);
  const question = projectQuestion(vectors, matrix);
  const rivals = chooseRivals(example.candidates);
  const nearest = await findNearest(
    multiply,
    question.rows,
    rivals.map((each) => each.rows),
  );
  const compared = bestOfEachKey(
    rivals.map((each, i) => {
      const near = nearest[i];
      const similarity = weighCosines(near.cosines, weights);
      return { ...each, ...near, similarity, score: rest(each.signals) + weight * similarity };
    }),
  );
  const shares = softmax(compared.map(({ score }) => score));
  const wanted = 1 / compared.filter(({ relevant }) => relevant).length;
  const rowSlopes = new Float32Array(question.rows.length);
  const weightSlopes = new Float32Array(weights.length);
  let found = 0;
  for (const [at, each] of compared.entries()) {
    if (each.relevant) found += shares[at];
    const slope = (shares[at] - (each.relevant ? wanted : 0)) * weight * share;
    if (Math.abs(slope) < 1e-5) continue;
    addRowSlopes(rowSlopes, question.rows, each, weights, slope);
    for (const [t, cosine] of each.cosines.entries())
      weightSlopes[t] += slope * (cosine - each.similarity);
  }
  addMatrixSlopes(slopes.matrix, vectors, rowSlopes, question.lengths);
  addGateSlopes(slopes.gate, { vectors, weights, gate, weightSlopes });
  return -Math.log(found + 1e-12);
}

/** The foremost rivals come first in an example's candidates. */
function chooseRivals(candidates) {
  let rivals = 0;
  return candidates.filter(({ relevant }) => relevant || (rivals += 1) <= settings.rivals);
}

/** Of the pieces of one passage the best. */
function bestOfEachKey(compared) {
  const best = new Map();
  for (const each of compared) {
    const before = best.get(each.key);
    if (before === undefined || each.score > before.score) best.set(each.key, each);
  }
  return [...best.values()];
}

/** Slope of the cosine with a row of length 1: the other row less the part along this one. */
function addRowSlopes(rowSlopes, rows, { rows: other, nearest, cosines }, weights, slope) {
  for (const [t, weight] of weights.entries()) {
    if (weight === 0) continue;
    const factor = slope * weight;
    for (let j = 0; j < columns; j += 1) {
      const along = cosines[t] * rows[t * columns + j];
      rowSlopes[t * columns + j] += factor * (other[nearest[t] + j] / 127 - along);
    }
  }
}

function addMatrixSlopes(slopes, vectors, rowSlopes, lengths) {
  for (const [t, length] of lengths.entries()) {
    for (let i = 0; i < width; i += 1) {
      const value = vectors[t * width + i] / length;
      const from = i * columns;
      for (let j = 0; j < columns; j += 1) slopes[from + j] += value * rowSlopes[t * columns + j];
    }
  }
}

/** Weights are rarity × gate, divided by their sum; the slope through the division is in `weightSlopes`. */
function addGateSlopes(slopes, { vectors, weights, gate, weightSlopes }) {
  for (const [t, weight] of weights.entries()) {
    if (weight === 0) continue;
    let z = gate[width];
    for (let i = 0; i < width; i += 1) z += vectors[t * width + i] * gate[i];
    const slope = weightSlopes[t] * weight * (1 - 1 / (1 + Math.exp(-z)));
    for (let i = 0; i < width; i += 1) slopes[i] += slope * vectors[t * width + i];
    slopes[width] += slope;
  }
}

/** Numerical Recipes' linear congruential generator: the same order on every run. */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(items, random) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
