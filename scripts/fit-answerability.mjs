// Fits how signals of retrieval say whether a question has an answer, and prints what to copy into
// src/retrieve/answerability.ts. Three minutes on a quiet machine; needs `npm run build` and a library of the guidance.
//
//   node scripts/fit-answerability.mjs --guidance INDEX --questions FILE.jsonl [--reports FILE.json]
//       --docs OBLIQA-DIR --obliqa-questions FILE [--obliqa-index DIR]
//
// Figures are cross-validated: a question's cases are all in one sixth, and a sixth is judged by a fit on the others.
// Questions that the files say have no answer are never fitted on.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { openObliqa } from "../bench/obliqa/index-obliqa.mjs";
import { readDocuments, readQuestions } from "../bench/obliqa/read-obliqa.mjs";
import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import { openLibrary } from "../dist/library/open-library.js";
import { collectCases, readGuidanceQuestions } from "./retrieval/collect-answerability.mjs";
import { fitLogistic, predict } from "./retrieval/logistic.mjs";

const folds = 6;
const names = /** @type {const} */ (["best", "lead", "nearest", "lacking"]);
const signs = [1, 1, 1, -1];
/** How much each kind counts in all; with an answer as much as without. */
const shares = {
  "guidance answerable": 0.7,
  "obliqa answerable": 0.3,
  "guidance beyond": 0.6,
  "guidance without": 0.1,
  "obliqa without": 0.1,
  "guidance elsewhere": 0.1,
  "obliqa elsewhere": 0.1,
};
const thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

const { values: options } = parseArgs({
  options: {
    guidance: { type: "string" },
    questions: { type: "string" },
    reports: { type: "string" },
    docs: { type: "string" },
    "obliqa-questions": { type: "string" },
    "obliqa-index": { type: "string" },
  },
});
const cases = await collect();
for (const used of ["full", "plain"]) reportFit(used);

async function collect() {
  const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
  const documents = readDocuments(options.docs ?? "");
  const guidance = await openLibrary(options.guidance ?? "", embedder);
  const obliqa = await openObliqa(options["obliqa-index"] ?? "", documents, embedder, () => {});
  const beyond = new URL("retrieval/beyond-the-library.txt", import.meta.url);
  const found = await collectCases({ guidance, obliqa }, embedder, {
    guidance: readGuidanceQuestions(options.questions ?? "", options.reports),
    beyond: readFileSync(beyond, "utf8").trim().split("\n"),
    obliqa: readQuestions(options["obliqa-questions"] ?? ""),
  });
  guidance.close();
  obliqa.close();
  await embedder.close();
  return found;
}

function reportFit(used) {
  const rows = cases.map((each) => ({
    ...each,
    label: `${each.library} ${each.kind}`,
    fold: createHash("sha256").update(each.id).digest()[0] % folds,
    values: names.map((name) => each[used][name]),
  }));
  const weights = fitOn(rows);
  const named = [...names, "constant"].map((name, i) => [name, Number(weights[i].toPrecision(3))]);
  console.log(`\n${used}: ${JSON.stringify(Object.fromEntries(named))}`);
  const judged = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = fitOn(rows.filter((row) => row.fold !== fold));
    const held = rows.filter((row) => row.fold === fold);
    judged.push(...held.map((row) => ({ ...row, likelihood: predict(own, row.values) })));
  }
  showFigures(judged);
}

function fitOn(rows) {
  const counts = new Map();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  const fitted = rows.filter(({ label }) => label in shares);
  return fitLogistic(
    fitted.map(({ values, kind, label }) => ({
      values,
      positive: kind === "answerable",
      weight: shares[label] / counts.get(label),
    })),
    signs,
  );
}

function showFigures(judged) {
  const labels = [...new Set(judged.map(({ label }) => label))].sort();
  const of = (label) =>
    judged.filter((row) => row.label === label).map(({ likelihood }) => likelihood);
  for (const label of labels) {
    const [library, kind] = label.split(" ");
    const own = of(label);
    const against =
      kind === "answerable" ? "" : ` AUC ${area(of(`${library} answerable`), own).toFixed(3)}`;
    const declined = thresholds.map((each) => own.filter((value) => value < each).length);
    console.log(
      `${label}: ${own.length}${against}, below ${thresholds.join(" ")}: ${declined.join(" ")}`,
    );
  }
  const asked = judged.filter(
    ({ library, kind }) => library === "guidance" && kind !== "elsewhere" && kind !== "without",
  );
  for (let from = 0; from < 1; from += 0.2) {
    const inside = asked.filter((row) => row.likelihood >= from && row.likelihood < from + 0.2);
    const answered = inside.filter(({ kind }) => kind === "answerable").length;
    const mean = inside.reduce((sum, { likelihood }) => sum + likelihood, 0) / inside.length;
    console.log(
      `guidance, likelihood ${from.toFixed(1)} to ${(from + 0.2).toFixed(1)}: ${inside.length} questions, ` +
        `mean ${mean.toFixed(2)}, with an answer ${(answered / inside.length).toFixed(2)}`,
    );
  }
}

/** Share of pairs in which the one with an answer is the likelier (area under the ROC curve). */
function area(positives, negatives) {
  const wins = positives.flatMap((a) => negatives.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}
