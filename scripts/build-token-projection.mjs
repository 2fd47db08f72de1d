// Makes models/token-projection/passages.onnx: the 128 principal axes of the model's token vectors over
// the project's own writing (scripts/corpus). For maintainers, never run at install; needs `npm run build`.
//
//   node scripts/build-token-projection.mjs            fits and writes
//   node scripts/build-token-projection.mjs --check    fits, and compares with what is there
//
// Every index holds vectors made with it: another matrix makes them all stale, and the fitted
// questions.f32 useless (scripts/fit-retrieval.mjs makes it anew).

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { dimensions, openBuiltInEncoder } from "../dist/embed/built-in-encoder.js";
import { findModelFolder } from "../dist/models/model-folder.js";
import { writeOnnxModel } from "./model/onnx-writer.mjs";
import { findPrincipalAxes } from "./retrieval/principal-axes.mjs";
import { readProjectionFile, writeProjectionFile } from "./retrieval/projection-files.mjs";

/** Numbers a token: `tokenDimensions` of src/embed/token-projection.ts. */
const columns = 128;
/** Shorter paragraphs are headings and table cells. */
const fewestWords = 5;

const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const moments = await sumProducts(readParagraphs());
const axes = findPrincipalAxes(moments, dimensions, columns);
const model = writeProjection(Float32Array.from(axes));
if (!options.check) writeProjectionFile("passages.onnx", model);
else if (!readProjectionFile("passages.onnx").equals(model)) {
  console.error("passages.onnx is not what the script builds.");
  process.exitCode = 1;
}

/** Paragraphs of the digests and the plan, in order of file name. */
function readParagraphs() {
  const folder = fileURLToPath(new URL("corpus", import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\s*\n/))
    .map((text) => text.trim())
    .filter((text) => text.split(/\s+/).length >= fewestWords);
}

/**
 * Sum over all tokens of the outer product of their unit vector with itself. Not centred: MaxSim
 * compares directions from the origin.
 *
 * @param {readonly string[]} texts
 */
async function sumProducts(texts) {
  const folder = findModelFolder("all-MiniLM-L6-v2");
  const { jobs } = await openBuiltInEncoder({ folder, projection: folder });
  const sums = new Float64Array(dimensions * dimensions);
  for (const text of texts) {
    const { vectors } = await jobs.tokens(text);
    for (let start = 0; start < vectors.length; start += dimensions) {
      addProduct(sums, vectors.subarray(start, start + dimensions));
    }
  }
  return sums;
}

/**
 * @param {Float64Array} sums
 * @param {Float32Array} vector
 */
function addProduct(sums, vector) {
  for (let i = 0; i < dimensions; i += 1) {
    const value = vector[i];
    for (let j = 0; j < dimensions; j += 1) sums[i * dimensions + j] += value * vector[j];
  }
}

/** @param {Float32Array} matrix */
function writeProjection(matrix) {
  return writeOnnxModel({
    name: "token-projection",
    producer: "charm scripts/build-token-projection.mjs",
    opsets: { "": 17 },
    nodes: [{ op: "MatMul", inputs: ["rows", "matrix"], outputs: ["projected"] }],
    initializers: [{ name: "matrix", type: "float32", shape: [dimensions, columns], data: matrix }],
    inputs: [{ name: "rows", type: "float32", shape: ["tokens", dimensions] }],
    outputs: [{ name: "projected", type: "float32", shape: ["tokens", columns] }],
  });
}
