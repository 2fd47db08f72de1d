// Fits what tells that a unit of an own document speaks of a requirement, and that a row is found and complete; prints
// the weights, to be copied into src/gap/weights.ts, and figures. Needs `npm run build` and a library of the guidance.
//
//   node scripts/fit-gap.mjs --index DIR --documents DIR [--aside FILE,FILE]
//
// Fitted on judged rows (scripts/gap/gold.tsv: document, set, row, verdict, why, places) over the documents of that
// folder. Figures are of rows of documents that the weights were not fitted on: each document is left out in turn, and
// those set aside always.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { rememberVectors } from "../dist/embed/remembering.js";
import { decideRow, sightRow } from "../dist/gap/judge-row.js";
import { addUp, rowModel } from "../dist/gap/weights.js";
import { openLibrary } from "../dist/library/open-library.js";
import { describeDocument, openDescriber } from "./gap/describe-document.mjs";
import { confusion, figuresOf } from "./gap/figures.mjs";
import { fitLogistic } from "./scorer/logistic.mjs";

const { values: options } = parseArgs({
  options: {
    index: { type: "string", default: "index" },
    documents: { type: "string" },
    aside: { type: "string", default: "" },
  },
});
const gold = readFileSync(new URL("gap/gold.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [file, set, id, verdict, why, places] = line.split("\t");
    return { file, set, id, verdict, why, places: places === "" ? [] : places.split("|") };
  });
const asideFiles = options.aside.split(",").filter((one) => one !== "");

const embedder = rememberVectors(await openBuiltInEmbedder());
const library = await openLibrary(options.index, embedder);
const describer = await openDescriber(library, embedder);
const rows = [];
console.error("start");
for (const file of new Set(gold.map((one) => one.file)))
  for (const set of new Set(gold.filter((one) => one.file === file).map((one) => one.set))) {
    const judged = gold.filter((one) => one.file === file && one.set === set);
    rows.push(...(await describeDocument(describer, join(options.documents, file), set, judged)));
  }

const applying = rows.filter(({ verdict, ruledOut }) => verdict !== "not_applicable" && !ruledOut);
const fitted = applying.filter(({ file }) => !asideFiles.includes(file));
const aside = applying.filter(({ file }) => asideFiles.includes(file));
const folds = [...new Set(fitted.map(({ file }) => file))];

// Units are scored by weights that their document had no part in; what rows are fitted on is then as it will be.
for (const file of folds) {
  const weights = fitUnits(fitted.filter((row) => row.file !== file));
  for (const row of fitted.filter((one) => one.file === file)) scoreUnits(row, weights);
}
const unitWeights = fitUnits(fitted);
for (const row of aside) scoreUnits(row, unitWeights);

const models = new Map(
  folds.map((file) => [file, fitRows(fitted.filter((row) => row.file !== file))]),
);
const whole = fitRows(fitted);
const least = chooseLeast();
const judge = (row, model) => ({ ...row, got: judgeWith(row, { ...model, least }) });
const left = fitted.map((row) => judge(row, models.get(row.file)));
console.log(
  JSON.stringify({ unitWeights, found: whole.found, complete: whole.complete, least }, null, 2),
);
report("left out in turn", left);
for (const file of folds)
  report(
    file,
    left.filter((row) => row.file === file),
    true,
  );
if (aside.length > 0)
  report(
    "set aside",
    aside.map((row) => judge(row, whole)),
  );
await embedder.close();

function fitUnits(some) {
  const names = Object.keys(some[0].described[0].features);
  const all = some.flatMap(({ described }) => {
    const right = described.filter((one) => one.right).length;
    return described.map(({ features, right: is }) => ({
      values: names.map((name) => features[name]),
      value: is ? 1 : 0,
      weight: is ? 1 / right : 3 / described.length,
    }));
  });
  return named(names, fitLogistic(all));
}

function named(names, weights) {
  const rounded = weights.map((weight) => Math.round(weight * 1000) / 1000);
  return {
    ...Object.fromEntries(names.map((name, i) => [name, rounded[i]])),
    constant: rounded.at(-1),
  };
}

function scoreUnits(row, weights) {
  row.found = row.described
    .map(({ unit, features }) => ({ unit, score: row.base + addUp(weights, features) }))
    .toSorted((a, b) => b.score - a.score);
  row.sight = sightRow(row.requirement, row.found, row.emptyHeadings, row.nearness);
}

function fitRows(some) {
  const usable = some.filter(({ sight }) => sight.read !== null);
  const names = Object.keys(usable[0].sight.read.features);
  const fit = (list, is) =>
    named(
      names,
      fitLogistic(
        list.map(({ sight, verdict }) => ({
          values: names.map((name) => sight.read.features[name]),
          value: is(verdict) ? 1 : 0,
          weight: 1,
        })),
      ),
    );
  const found = fit(usable, (verdict) => verdict !== "not_found");
  // Where something else is wrong, it is that which makes the row incomplete.
  const limbs = usable.filter(
    ({ verdict, why }) => verdict === "met" || (verdict === "partly" && why === "one-limb"),
  );
  return { found, complete: fit(limbs, (verdict) => verdict === "met") };
}

function judgeWith({ requirement, sight }, model) {
  return decideRow(requirement, sight, model);
}

function chooseLeast() {
  let best = { cost: Number.POSITIVE_INFINITY, least: rowModel.least };
  for (const found of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6])
    for (const complete of [0.3, 0.4, 0.5, 0.6, 0.7])
      for (const met of [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55])
        for (const flawed of [0.2, 0.3, 0.4, 0.5]) {
          const tried = { found, whole: complete, met, flawed };
          const judged = fitted.map((row) => ({
            ...row,
            got: judgeWith(row, { ...models.get(row.file), least: tried }),
          }));
          const cost = judged.reduce((sum, row) => sum + costOf(row), 0);
          if (cost < best.cost) best = { cost, least: tried };
        }
  return best.least;
}

/** What a wrong verdict costs. */
function costOf({ verdict, got }) {
  if (verdict === got.verdict) return 0;
  if (got.verdict === "met") return verdict === "not_found" ? 3 : 2;
  return got.verdict === "not_found" && verdict === "met" ? 1.3 : 1;
}

function report(title, judged, short = false) {
  console.log(`${title}: ${figuresOf(judged)}`);
  if (!short) console.log(confusion(judged));
}
