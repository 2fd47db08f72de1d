// Takes the source model and the built files; says on stdout how close their vectors are.

import { Tokenizer } from "@huggingface/tokenizers";
import onnxruntime from "onnxruntime-node";

import { openTfjsGraph } from "./run-tfjs-graph.mjs";
import { verificationTexts } from "./verification-texts.mjs";

/** Least mean cosine between int8 and float vectors for the build to count as the same model. */
const leastMeanCosine = 0.99;

/**
 * @param {Parameters<typeof openTfjsGraph>[0]} source
 * @param {Map<string, Uint8Array>} files   the built files by name
 * @throws {Error} when the mean cosine is too low
 */
export async function verifyModel(source, files) {
  const json = (/** @type {string} */ name) =>
    JSON.parse(Buffer.from(files.get(name) ?? []).toString("utf8"));
  const tokenizer = new Tokenizer(json("tokenizer.json"), json("tokenizer_config.json"));
  const runSource = openTfjsGraph(source);
  const runBuilt = await openBuiltModel(files.get("model.onnx") ?? new Uint8Array());
  const cosines = [];
  for (const text of verificationTexts) {
    const { ids } = tokenizer.encode(text);
    cosines.push(dot(embedBySource(runSource, ids), await runBuilt(ids)));
  }
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const least = Math.min(...cosines);
  console.log(`${cosines.length} texts: mean cosine ${mean.toFixed(4)}, least ${least.toFixed(4)}`);
  if (mean < leastMeanCosine) throw new Error(`The mean cosine is below ${leastMeanCosine}.`);
}

/**
 * The source graph pools and scales by itself; its last node is a vector of length 1.
 *
 * @param {ReturnType<typeof openTfjsGraph>} run
 * @param {number[]} ids
 */
function embedBySource(run, ids) {
  const row = (/** @type {number[]} */ values) => ({
    shape: [1, values.length],
    data: Int32Array.from(values),
  });
  const inputs = {
    input_ids: row(ids),
    attention_mask: row(ids.map(() => 1)),
    token_type_ids: row(ids.map(() => 0)),
  };
  return run(inputs, "Identity").data;
}

/** @param {Uint8Array} bytes */
async function openBuiltModel(bytes) {
  const session = await onnxruntime.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const row = (/** @type {number[]} */ values) =>
    new onnxruntime.Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
  return async (/** @type {number[]} */ ids) => {
    const result = await session.run({
      input_ids: row(ids),
      attention_mask: row(ids.map(() => 1)),
      token_type_ids: row(ids.map(() => 0)),
    });
    const states = /** @type {Float32Array} */ (result["last_hidden_state"]?.data);
    return poolMean(states, states.length / ids.length);
  };
}

/**
 * @param {Float32Array} states
 * @param {number} width
 */
function poolMean(states, width) {
  const sum = new Float64Array(width);
  for (let index = 0; index < states.length; index += 1) {
    sum[index % width] = (sum[index % width] ?? 0) + (states[index] ?? 0);
  }
  const length = Math.sqrt(dot(sum, sum));
  return sum.map((value) => value / length);
}

/** @type {(a: ArrayLike<number>, b: ArrayLike<number>) => number} */
function dot(a, b) {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
