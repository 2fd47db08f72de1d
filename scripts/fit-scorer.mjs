// Fits how much each feature of a statement tells of whether it belongs into an answer, prints the weights, to be copied
// into src/score/weights.ts, and figures. Needs `npm run build` and a library of the guidance.
//
//   node scripts/fit-scorer.mjs --index DIR [--cache FILE]
//
// Fitted on graded pairs of question and statement (scripts/training/data/graded.tsv) and on questions that nothing
// answers (none.tsv). A third of the families of questions is never fitted on; figures are for both, those of the
// families fitted on by cross-validation.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { openLibrary } from "../dist/library/open-library.js";
import { openCollector } from "./scorer/collect-features.mjs";
import { fitLogistic, predict } from "./scorer/logistic.mjs";
import { area, averagePrecision, calibration } from "./scorer/measures.mjs";

/** What a grade is worth: answers, belongs, same topic, another matter. */
const worth = { 3: 1, 2: 0.6, 1: 0, 0: 0 };
/** From each question that nothing answers, its nearest statements, each counting so much. */
const beyond = { statements: 12, weight: 0.35 };
const folds = 6;
/** `named` is set by hand: next to no question names a provision, and that one is then what it asks for. */
const fittedBy = {
  known: [
    "near",
    "nearLead",
    "passageLead",
    "subject",
    "subjectLead",
    "beyond",
    "field",
    "lacking",
  ],
  // Of documents that no known question speaks of there is only this to go by.
  unknown: ["near", "nearLead", "passageLead", "lacking"],
};

const { values: options } = parseArgs({
  options: { index: { type: "string", default: "index" }, cache: { type: "string" } },
});
const data = (path) =>
  readFileSync(new URL(path, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

const held = (family) => digest(family)[0] < 256 / 3;
const foldOf = (family) => digest(family)[1] % folds;
const questions = await collectAll();
const fitted = questions.filter(({ family }) => !held(family));
for (const [kind, names] of Object.entries(fittedBy)) {
  const valuesOf = (row) => names.map((name) => row.features[name]);
  const fit = (some) =>
    fitLogistic(some.flatMap(({ rows }) => rows.map((row) => ({ ...row, values: valuesOf(row) }))));
  const judge = (weights, some) =>
    some.map(({ rows, ...each }) => ({
      ...each,
      rows: rows.map((row) => ({ ...row, likelihood: predict(weights, valuesOf(row)) })),
    }));
  const all = fit(fitted);
  console.log(kind);
  report(
    "fitted",
    Array.from({ length: folds }, (_, fold) => {
      const inFold = ({ family }) => foldOf(family) === fold;
      return judge(fit(fitted.filter((each) => !inFold(each))), fitted.filter(inFold));
    }).flat(),
  );
  report(
    "held",
    judge(
      all,
      questions.filter(({ family }) => held(family)),
    ),
  );
  const named = [...names, "constant"].map((name, i) => [name, Number(all[i].toFixed(3))]);
  console.log(JSON.stringify(Object.fromEntries(named), null, 2));
}

async function collectAll() {
  const graded = data("training/data/graded.tsv").map(([family, question, grades]) => ({
    family,
    question,
    grades: new Map(grades.split(" ").map((each) => each.split(":"))),
  }));
  const none = data("../models/subject-index/none.tsv").map(([kind, question]) => ({
    family: `none ${kind} ${question}`,
    question,
    grades: null,
  }));
  const parts = await collectParts([...graded, ...none].map(({ question }) => question));
  return [...graded, ...none].map((each, i) => ({ ...each, rows: toRows(each.grades, parts[i]) }));
}

async function collectParts(asked) {
  const { cache } = options;
  if (cache !== undefined && existsSync(cache)) return JSON.parse(readFileSync(cache, "utf8"));
  const embedder = await openBuiltInEmbedder();
  const library = await openLibrary(options.index, embedder);
  const collect = await openCollector(library, embedder);
  const found = [];
  for (const question of asked) found.push(await collect(question));
  library.close();
  await embedder.close();
  if (cache !== undefined) writeFileSync(cache, JSON.stringify(found));
  return found;
}

/** A statement that nobody graded says nothing. */
function toRows(grades, parts) {
  if (grades !== null) {
    return parts
      .flat()
      .flatMap(({ key, features }) =>
        grades.has(key) ? [{ features, value: worth[grades.get(key)], weight: 1 }] : [],
      );
  }
  return parts
    .flatMap((rows) =>
      rows.toSorted((a, b) => b.features.near - a.features.near).slice(0, beyond.statements),
    )
    .map(({ features }) => ({ features, value: 0, weight: beyond.weight }));
}

function report(of, some) {
  const graded = some.filter(({ grades }) => grades !== null);
  const pairs = graded.flatMap(({ rows }) => rows);
  const best = ({ rows }) => Math.max(0, ...rows.map(({ likelihood }) => likelihood));
  const answered = graded.filter(({ rows }) => rows.some(({ value }) => value === 1)).map(best);
  const none = some.filter(({ grades }) => grades === null).map(best);
  console.log(
    `${of}: ${graded.length} questions, ${pairs.length} pairs; AUC ${area(pairs).toFixed(3)}, ` +
      `MAP ${averagePrecision(graded.map(({ rows }) => rows)).toFixed(3)}, answered or not ` +
      `${area([...answered.map((likelihood) => ({ likelihood, value: 1 })), ...none.map((likelihood) => ({ likelihood, value: 0 }))]).toFixed(3)} (${answered.length}, ${none.length})`,
  );
  console.log(`  likelihood and share that belongs: ${calibration(pairs)}`);
  for (const least of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const share = (list) => (list.filter((each) => each < least).length / list.length).toFixed(2);
    console.log(`  best below ${least}: with an answer ${share(answered)}, without ${share(none)}`);
  }
}

function digest(text) {
  return createHash("sha256").update(text).digest();
}
