// Fits the weights of retrieval on ObliQA: first those of the signals, then the questions' matrix and gate of
// late interaction. Prints figures on the half fitted on and on the half held out. Needs `npm run build`.
//
//   node scripts/fit-retrieval.mjs --docs DIR --questions FILE [--index DIR]          each half from the other
//   node scripts/fit-retrieval.mjs --docs DIR --questions FILE [--index DIR] --write  the same, then all of it,
//                                                                                     into models/token-projection
//
// The weights of the signals are printed, to be copied into src/retrieve/weights.ts.

import { parseArgs } from "node:util";

import { openObliqa } from "../bench/obliqa/index-obliqa.mjs";
import { averagePrecisionAt, mean, recallAt } from "../bench/obliqa/measures.mjs";
import { readDocuments, readQuestions } from "../bench/obliqa/read-obliqa.mjs";
import { countUsefulWorkers, openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { collectExamples } from "./retrieval/collect-examples.mjs";
import { fitFusion } from "./retrieval/fit-fusion.mjs";
import { fitQuestions } from "./retrieval/fit-questions.mjs";
import { compareCandidates, width } from "./retrieval/late-interaction.mjs";
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
const examples = await collect();
const passageMatrix = readPassageMatrix();
const plainGate = new Float32Array(width + 1);
for (const half of [0, 1]) {
  const fitted = fit(examples.filter((each) => each.half === half));
  console.log(`fitted on half ${half}:`, JSON.stringify(fitted.weights));
  report(fitted);
}
if (options.write) {
  const fitted = fit(examples);
  console.log("fitted on both halves:", JSON.stringify(fitted.weights));
  const { matrix, gate } = fitted.questions;
  const bytes = Buffer.concat([Buffer.from(matrix.buffer), Buffer.from(gate.buffer)]);
  writeProjectionFile("questions.f32", bytes);
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

function fit(training) {
  const compared = training.map((each) => compareCandidates(each, passageMatrix, plainGate));
  const rows = (each, at) =>
    each.candidates.map(({ signals: s }, i) => [
      ...signals.map((name) => s[name]),
      compared[at][i],
    ]);
  const relevant = (each) => each.candidates.map((candidate) => candidate.relevant);
  const full = fitFusion(
    training.map((each, at) => ({ values: rows(each, at), relevant: relevant(each) })),
  );
  const plain = fitFusion(
    training.map((each, at) => ({
      values: rows(each, at).map((row) => row.slice(0, 3)),
      relevant: relevant(each),
    })),
  );
  const weights = {
    full: nameWeights([...signals, "tokens"], full),
    plain: nameWeights(signals.slice(0, 3), plain),
  };
  const rest = (s) => signals.reduce((sum, signal) => sum + weights.full[signal] * s[signal], 0);
  const start = { matrix: passageMatrix, weight: weights.full.tokens, rest };
  return { weights, rest, questions: fitQuestions(training, start) };
}

function nameWeights(names, weights) {
  return Object.fromEntries(names.map((each, i) => [each, Number(weights[i].toPrecision(3))]));
}

function report({ weights, rest, questions }) {
  const { matrix, gate } = questions;
  const tokens = weights.full.tokens;
  const before = (each) => compareCandidates(each, passageMatrix, plainGate);
  const after = (each) => compareCandidates(each, matrix, gate);
  const plain = (s) =>
    weights.plain.text * s.text +
    weights.plain.phrases * s.phrases +
    weights.plain.vector * s.vector;
  for (const half of [0, 1]) {
    const some = examples.filter((each) => each.half === half);
    const show = (label, figures) =>
      console.log(`  half ${half} ${label}: recall@10 ${figures.recall} map@10 ${figures.map}`);
    show(
      "without late interaction",
      measure(some, (each) => each.candidates.map(() => 0), 0, plain),
    );
    show("late interaction, unfitted", measure(some, before, tokens, rest));
    show("late interaction, fitted", measure(some, after, tokens * raised, rest));
  }
}

function measure(some, compare, weight, rest) {
  const figures = some.map((each) => {
    const similarities = compare(each);
    const scored = each.candidates.map(({ key, relevant, signals: s }, i) => ({
      key,
      relevant,
      score: rest(s) + weight * similarities[i],
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
