// Runs the whole of retrieval over the ObliQA benchmark and prints its figures as JSON.
//
//   npm run bench:obliqa -- --docs DIR --questions FILE [--index DIR] [--limit N] [--half 0|1]
//
// The index is made once (about three minutes on two cores) and used again while documents and model stay the same.

import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { countUsefulWorkers } from "../../dist/models/worker-pool.js";
import { readDocumentNames } from "../../dist/retrieve/document-names.js";
import { rankQuery } from "../../dist/retrieve/rank-query.js";
import { openReferences } from "../../dist/use-cases/open-references.js";
import { halfOf } from "./halves.mjs";
import { openObliqa } from "./index-obliqa.mjs";
import { averagePrecisionAt, mean, recallAt } from "./measures.mjs";
import { readDocuments, readQuestions } from "./read-obliqa.mjs";

/** Rows retrieved: more than ten, because several rows may be pieces of one passage. */
const pool = 60;

const { values: options } = parseArgs({
  options: {
    docs: { type: "string" },
    questions: { type: "string" },
    index: { type: "string" },
    limit: { type: "string" },
    half: { type: "string" },
  },
});
if (options.docs === undefined || options.questions === undefined) {
  console.error("Usage: npm run bench:obliqa -- --docs DIR --questions FILE");
  process.exit(2);
}
const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
const library = await openObliqa(findIndex(), readDocuments(options.docs), embedder, showProgress);
const references = await openReferences(library);
const names = readDocumentNames(library);
const questions = chooseQuestions(readQuestions(options.questions));
const rows = [];
for (const question of questions) rows.push(await score(question));
console.log(JSON.stringify(summarise(rows)));
library.close();
await embedder.close();

function findIndex() {
  if (options.index !== undefined) return options.index;
  const name = createHash("sha256").update(resolve(options.docs)).digest("hex").slice(0, 12);
  return join(tmpdir(), `charm-bench-obliqa-${name}`);
}

function chooseQuestions(all) {
  const half =
    options.half === undefined ? all : all.filter(({ id }) => `${halfOf(id)}` === options.half);
  return half.slice(0, Number(options.limit ?? all.length));
}

async function score({ text, relevant }) {
  const start = performance.now();
  const deps = { library, embedder, names: () => names };
  const evidence = await rankQuery(text, deps, references, { k: pool, filter: {} });
  const ms = performance.now() - start;
  const ranking = [...new Set(evidence.map(({ passage }) => passage.locator))];
  return {
    ms,
    recall: recallAt(ranking, relevant, 10),
    precision: averagePrecisionAt(ranking, relevant, 10),
  };
}

function summarise(scored) {
  const times = scored.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    questions: scored.length,
    "recall@10": round(mean(scored.map(({ recall }) => recall))),
    "map@10": round(mean(scored.map(({ precision }) => precision))),
    "ms/question": Math.round(times[times.length >> 1] ?? 0),
  };
}

function round(value) {
  return Number(value.toFixed(4));
}

function showProgress(done, of) {
  process.stderr.write(`indexed ${done} of ${of} passages\n`);
}
