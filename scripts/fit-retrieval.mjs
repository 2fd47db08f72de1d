// Fits the weights of retrieval on ObliQA: first those of the signals, then the questions' matrix and gate of
// late interaction. Five minutes on a quiet machine. Needs `npm run build`.
//
//   npm run fit:retrieval -- --docs DIR --questions FILE [--index DIR]
//       fits on each half in turn and prints figures on both
//   npm run fit:retrieval -- --docs DIR --questions FILE [--index DIR] --write
//       fits on all of it and writes models/token-projection/questions.f32
//
// The weights of the signals are printed, to be copied into src/retrieve/weights.ts.

import { parseArgs } from "node:util";

import { openObliqa } from "../bench/obliqa/index-obliqa.mjs";
import { averagePrecisionAt, mean, recallAt } from "../bench/obliqa/measures.mjs";
import { readDocuments, readQuestions } from "../bench/obliqa/read-obliqa.mjs";
import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import { collectExamples } from "./retrieval/collect-examples.mjs";
import { fitFusion } from "./retrieval/fit-fusion.mjs";
import { fitQuestions } from "./retrieval/fit-questions.mjs";
import { columns, compareCandidates, width } from "./retrieval/late-interaction.mjs";
import { openMultiplication } from "./retrieval/multiply-rows.mjs";
import { readPassageMatrix, writeProjectionFile } from "./retrieval/projection-files.mjs";

const signals = /** @type {const} */ (["text", "phrases", "vector", "length"]);
/** The fitted MaxSim tells more than the one its weight was fitted with; raised on the half fitted on. */
const raised = 1.2;

const { values: options } = parseArgs({
  options: {
    docs: { type: "string" },
    questions: { type: "string" },
    index: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const passageMatrix = readPassageMatrix();
const plainGate = new Float32Array(width + 1);
const multiply = await openMultiplication(columns);
const examples = await collect();
for (const each of examples) {
  each.unfitted = await compareCandidates(multiply, each, passageMatrix, plainGate);
}
if (options.write) write(await fit(examples));
else {
  for (const half of [0, 1]) {
    await report(half, await fit(examples.filter((each) => each.half === half)));
  }
}

async function collect() {
  const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
  const library = await openObliqa(
    options.index ?? "",
    readDocuments(options.docs ?? ""),
    embedder,
    () => {},
  );
  const found = await collectExamples(library, embedder, readQuestions(options.questions ?? ""));
  library.close();
  await embedder.close();
  return found;
}

async function fit(training) {
  const asRows = (each) =>
    each.candidates.map(({ signals: s }, i) => [
      ...signals.map((name) => s[name]),
      each.unfitted[i],
    ]);
  const relevant = (each) => each.candidates.map((candidate) => candidate.relevant);
  const fitOn = (count) =>
    fitFusion(
      training.map((each) => ({
        values: asRows(each).map((row) => row.slice(0, count)),
        relevant: relevant(each),
      })),
    );
  const weights = {
    full: nameWeights([...signals, "tokens"], fitOn(5)),
    plain: nameWeights(signals.slice(0, 3), fitOn(3)),
  };
  console.log(JSON.stringify(weights));
  const rest = (s) => signals.reduce((sum, signal) => sum + weights.full[signal] * s[signal], 0);
  const start = { matrix: passageMatrix, weight: weights.full.tokens, rest };
  return { weights, rest, questions: await fitQuestions(training, start) };
}

function write({ questions: { matrix, gate } }) {
  const bytes = Buffer.concat([Buffer.from(matrix.buffer), Buffer.from(gate.buffer)]);
  writeProjectionFile("questions.f32", bytes);
}

function nameWeights(names, weights) {
  return Object.fromEntries(names.map((each, i) => [each, Number(weights[i].toPrecision(3))]));
}

async function report(fittedOn, { weights: { full, plain }, rest, questions: { matrix, gate } }) {
  const plainly = (s) => signals.reduce((sum, name) => sum + (plain[name] ?? 0) * s[name], 0);
  for (const half of [0, 1]) {
    const some = examples.filter((each) => each.half === half);
    const show = (label, { recall, map }) =>
      console.log(
        `fitted on half ${fittedOn}, measured on half ${half}, ${label}: recall@10 ${recall} map@10 ${map}`,
      );
    const unfitted = some.map((each) => each.unfitted);
    show("without late interaction", measure(some, unfitted, 0, plainly));
    show("late interaction, unfitted", measure(some, unfitted, full.tokens, rest));
    const fitted = [];
    for (const each of some) fitted.push(await compareCandidates(multiply, each, matrix, gate));
    show("late interaction, fitted", measure(some, fitted, full.tokens * raised, rest));
  }
}

function measure(some, similarities, weight, rest) {
  const figures = some.map((each, question) => {
    const scored = each.candidates.map(({ key, relevant, signals: s }, i) => ({
      key,
      relevant,
      score: rest(s) + weight * similarities[question][i],
    }));
    scored.sort((a, b) => b.score - a.score);
    const ranking = [...new Set(scored.map(({ key }) => key))];
    const relevant = new Set(scored.filter((one) => one.relevant).map(({ key }) => key));
    // Those that no search found count as relevant too.
    for (let i = relevant.size; i < each.relevantCount; i += 1) relevant.add(`missed ${i}`);
    return {
      recall: recallAt(ranking, relevant, 10),
      map: averagePrecisionAt(ranking, relevant, 10),
    };
  });
  const round = (value) => value.toFixed(4);
  return {
    recall: round(mean(figures.map(({ recall }) => recall))),
    map: round(mean(figures.map(({ map }) => map))),
  };
}
