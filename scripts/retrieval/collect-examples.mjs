// Takes a library of ObliQA and its questions; gives what fitting needs of each question and its candidates.

import { halfOf } from "../../bench/obliqa/halves.mjs";
import { findCandidates } from "../../dist/retrieve/candidates.js";
import { scoreSignals } from "../../dist/retrieve/score.js";
import { plainWeights, scoreScale } from "../../dist/retrieve/weights.js";

/** As src/retrieve/retrieve.ts: passages taken from each search, and compared token by token. */
const depth = 200;
const compared = 100;

/**
 * @typedef {object} Candidate
 * @property {string} key   what relevance is judged by; pieces of one passage share it
 * @property {boolean} relevant
 * @property {{ text: number, phrases: number, vector: number, length: number }} signals
 * @property {Int8Array} rows   token vectors
 */

/**
 * @typedef {object} Example
 * @property {number} half
 * @property {number} relevantCount   relevant passages, found or not
 * @property {Int32Array} tokens   ids of the question's tokens
 * @property {Float32Array} vectors   their unit vectors, 384 numbers each
 * @property {readonly Candidate[]} candidates
 */

/**
 * @param {import("../../dist/library/library.js").Library} library
 * @param {import("../../dist/embed/token-embedder.js").TokenEmbedder} embedder
 * @param {readonly import("../../bench/obliqa/read-obliqa.mjs").ObliqaQuestion[]} questions
 * @returns {Promise<Example[]>}
 */
export async function collectExamples(library, embedder, questions) {
  const rowsOf = await readAllRows(library);
  const examples = [];
  for (const question of questions) {
    const [encoded] = await embedder.embedTokens([question.text]);
    const { tokens, vectors, pooled } = encoded;
    const query = { text: question.text, depth };
    const found = await findCandidates(library, query, () => Promise.resolve(pooled));
    const plain = (each) => scoreSignals(each, plainWeights, scoreScale.plain);
    const foremost = found.sort((a, b) => plain(b) - plain(a)).slice(0, compared);
    examples.push({
      half: halfOf(question.id),
      relevantCount: question.relevant.size,
      tokens,
      vectors,
      candidates: foremost.map((each) => describe(each, rowsOf, question.relevant)),
    });
    if (examples.length % 500 === 0) console.error(`collected ${examples.length}`);
  }
  return examples;
}

function describe({ id, text, phrases, vector }, rowsOf, relevant) {
  const { key, rows } = rowsOf.get(id);
  const length = Math.log(Math.max(1, rows.length / 128));
  return { key, relevant: relevant.has(key), signals: { text, phrases, vector, length }, rows };
}

/** Some 150 MB for ObliQA. */
async function readAllRows(library) {
  const all = new Map();
  for (const { id } of library.documents) {
    const passages = await library.passagesOf(id);
    const rows = await library.tokenVectors(passages.map((passage) => passage.id));
    for (const [at, passage] of passages.entries()) {
      all.set(passage.id, { key: passage.locator, rows: Int8Array.from(rows[at]) });
    }
  }
  return all;
}
