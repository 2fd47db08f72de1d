// Fits the weights of retrieval's signals on one half of the ObliQA development questions, prints them, to be copied into
// src/retrieve/weights.ts, and figures on both halves. Three minutes on a quiet machine. Needs `npm run build`.
//
//   npm run fit:retrieval -- --docs DIR --questions FILE [--index DIR]
import { parseArgs } from "node:util";

import { halfOf } from "../bench/obliqa/halves.mjs";
import { openObliqa } from "../bench/obliqa/index-obliqa.mjs";
import { averagePrecisionAt, mean, recallAt } from "../bench/obliqa/measures.mjs";
import { readDocuments, readQuestions } from "../bench/obliqa/read-obliqa.mjs";
import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import { findNamedDocuments } from "../dist/retrieve/find-documents.js";
import { retrieve } from "../dist/retrieve/retrieve.js";
import { openReferences } from "../dist/use-cases/open-references.js";
import { fitFusion } from "./retrieval/fit-fusion.mjs";

const signals = {
  full: /** @type {const} */ (["text", "phrases", "vector", "length", "tokens"]),
  plain: /** @type {const} */ (["text", "phrases", "vector"]),
};
/** As many as are compared token by token (src/retrieve/retrieve.ts). */
const k = 100;

const { values: options } = parseArgs({
  options: {
    docs: { type: "string", default: "" },
    questions: { type: "string", default: "" },
    index: { type: "string", default: "" },
  },
});
const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
const documents = readDocuments(options.docs);
const library = await openObliqa(options.index, documents, embedder, () => {});
const references = await openReferences(library);
const examples = [];
for (const { id, text, relevant } of readQuestions(options.questions)) {
  const named = findNamedDocuments(text, references);
  const found = await retrieve(library, embedder, text, { k, named });
  const candidates = found.map(({ passage, signals: own }) => ({ key: passage.locator, own }));
  examples.push({ half: halfOf(id), relevant, candidates });
}
library.close();
await embedder.close();

for (const [kind, names] of Object.entries(signals)) {
  const weights = fitFusion(
    examples
      .filter(({ half }) => half === 0)
      .map(({ relevant, candidates }) => ({
        values: candidates.map(({ own }) => names.map((name) => own[name] ?? 0)),
        relevant: candidates.map(({ key }) => relevant.has(key)),
      })),
  );
  const named = names.map((name, i) => [name, Number(weights[i].toPrecision(3))]);
  console.log(`${kind}: ${JSON.stringify(Object.fromEntries(named))}`);
  for (const half of [0, 1]) console.log(`  half ${half}: ${measure(half, names, weights)}`);
}

function measure(half, names, weights) {
  const figures = examples
    .filter((each) => each.half === half)
    .map(({ relevant, candidates }) => {
      const scored = candidates.map(({ key, own }) => ({
        key,
        score: names.reduce((sum, name, i) => sum + weights[i] * (own[name] ?? 0), 0),
      }));
      scored.sort((a, b) => b.score - a.score);
      const ranking = [...new Set(scored.map(({ key }) => key))];
      return {
        recall: recallAt(ranking, relevant, 10),
        map: averagePrecisionAt(ranking, relevant, 10),
      };
    });
  const round = (value) => value.toFixed(4);
  return `recall@10 ${round(mean(figures.map(({ recall }) => recall)))} map@10 ${round(mean(figures.map(({ map }) => map)))}`;
}
