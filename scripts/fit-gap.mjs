// Fits what tells that a unit of an own document speaks of a requirement; prints the weights and bounds, to be copied
// into src/gap/weights.ts, and figures. Needs `npm run build` and a library of the guidance.
//
//   node scripts/fit-gap.mjs --index DIR --documents DIR [--aside FILE,FILE]
//
// Fitted on judged rows (scripts/gap/gold.tsv: document, set, row, verdict, why, places) over the documents of that
// folder, and on rows of sets that a document on one matter is not about: nothing of it speaks of them. Figures are of
// rows of documents that the weights were not fitted on: each document is left out in turn, and those set aside always.
// Printed as well: the constants of src/gap/confidence.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { rememberVectors } from "../dist/embed/remembering.js";
import { decideRow, sightRow } from "../dist/gap/judge-row.js";
import { addUp, rowBounds } from "../dist/gap/weights.js";
import { openLibrary } from "../dist/library/open-library.js";
import { findSet } from "../dist/requirements/find-set.js";
import { describeDocument, openDescriber } from "./gap/describe-document.mjs";
import { confusion, figuresOf } from "./gap/figures.mjs";
import { fitLogistic } from "./scorer/logistic.mjs";

/** Shares of all rows that may be called met, and not found, and are not. */
const mostFalseMet = 0.05;
const mostMissed = 0.055;

const { values: options } = parseArgs({
  options: {
    index: { type: "string", default: "index" },
    documents: { type: "string" },
    aside: { type: "string", default: "" },
  },
});
/** Documents of one matter, by how their names begin, and sets of one matter. */
const ofOneMatter = /^(?!c-sop|s-monitor)/;
const narrowSets = [
  "missing",
  "behaviour",
  "complaints",
  "medicines",
  "fire",
  "recruitment",
  "contact",
  "location",
];
/** What a row of a set that a document is not about counts for beside a judged one: there are six times as many. */
const strangeWorth = 0.1;

const gold = readFileSync(new URL("gap/gold.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [file, set, id, verdict, why, places] = line.split("\t");
    return { file, set, id, verdict, why, places: places === "" ? [] : places.split("|") };
  });
const asideFiles = new Set(options.aside.split(",").filter((one) => one !== ""));

const embedder = rememberVectors(await openBuiltInEmbedder());
const library = await openLibrary(options.index, embedder);
const describer = await openDescriber(library, embedder);
const rows = [];
for (const file of new Set(gold.map((one) => one.file)))
  for (const set of new Set(gold.filter((one) => one.file === file).map((one) => one.set))) {
    const judged = gold.filter((one) => one.file === file && one.set === set);
    rows.push(...(await describeDocument(describer, join(options.documents, file), set, judged)));
  }

const strange = (await describeStrange()).filter(({ ruledOut }) => !ruledOut);

const applying = rows.filter(({ verdict, ruledOut }) => verdict !== "not_applicable" && !ruledOut);
const fitted = applying.filter(({ file }) => !asideFiles.has(file));
const aside = applying.filter(({ file }) => asideFiles.has(file));
const folds = [...new Set(fitted.map(({ file }) => file))];

// Units are scored by weights that their document had no part in; what rows are fitted on is then as it will be.
for (const file of folds) {
  const weights = fitUnits(fitted.filter((row) => row.file !== file));
  for (const row of fitted.filter((one) => one.file === file)) scoreUnits(row, weights);
}
const unitWeights = fitUnits(fitted);
for (const row of aside) scoreUnits(row, unitWeights);
for (const file of new Set(strange.map((one) => one.file))) {
  const others = fitted.filter((row) => row.file !== file);
  const weights = folds.includes(file) ? fitUnits(others) : unitWeights;
  for (const row of strange.filter((one) => one.file === file)) scoreUnits(row, weights);
}

const least = chooseBounds();
const judge = (row) => ({ ...row, got: decideRow(row.requirement, row.sight, least) });
console.log(JSON.stringify({ unitWeights, rowBounds: least }, null, 2));
report("left out in turn", fitted.map(judge));
for (const file of folds) report(file, fitted.filter((row) => row.file === file).map(judge), true);
if (aside.length > 0) report("set aside", aside.map(judge));
report("of sets that the document is not about", strange.map(judge));
const keep = (row) => ({ ...row, got: decideRow(row.requirement, row.sight, rowBounds) });
report("left out in turn, with the bounds that are in use", fitted.map(keep));
report("of other sets, with these", strange.map(keep));
printConfidence(fitted.map(judge));
await embedder.close();

async function describeStrange() {
  const described = [];
  for (const file of new Set(gold.map((one) => one.file))) {
    if (!ofOneMatter.test(file)) continue;
    const own = new Set(gold.filter((one) => one.file === file).map((one) => one.set));
    for (const set of narrowSets.filter((one) => !own.has(one))) {
      const { rows: all } = await findSet(set, set);
      const none = all.map(({ id }) => ({
        file,
        set,
        id,
        verdict: "not_found",
        why: "",
        places: [],
      }));
      described.push(
        ...(await describeDocument(describer, join(options.documents, file), set, none)),
      );
    }
  }
  return described;
}

/** How likely a verdict is right on each ground, and its first place, by the score: offset and slope. */
function printConfidence(judged) {
  const fit = (some, isRight) => {
    const cases = some.map((row) => ({
      values: [row.got.score],
      value: isRight(row) ? 1 : 0,
      weight: 1,
    }));
    const [slope, at] = fitLogistic(cases).map((one) => Math.round(one * 100) / 100);
    return { at, slope, rows: some.length };
  };
  const grounds = [...new Set(judged.map(({ got }) => got.ground))].toSorted();
  for (const ground of grounds) {
    const some = judged.filter(({ got }) => got.ground === ground);
    console.log(ground, JSON.stringify(fit(some, ({ verdict, got }) => verdict === got.verdict)));
  }
  const shown = judged.filter(({ got }) => ["said", "lack", "unsure"].includes(got.ground));
  const isPlaced = ({
    places,
    got: {
      evidence: [first],
    },
  }) =>
    first !== undefined && places.some((one) => first.text.includes(one) || first.section === one);
  const { at, slope } = fit(shown, isPlaced);
  const likely = shown.filter(({ got }) => 1 / (1 + Math.exp(-at - slope * got.score)) >= 0.6);
  const share = (some) => (some.filter(isPlaced).length / some.length).toFixed(2);
  const rest = shown.filter((row) => !likely.includes(row));
  console.log(
    "placed",
    JSON.stringify({ at, slope }),
    `from .6: ${share(likely)} of ${likely.length}, below: ${share(rest)} of ${rest.length}`,
  );
}

function fitUnits(some) {
  const names = Object.keys(some[0].described[0].features);
  const files = new Set(some.map(({ file }) => file));
  const foreign = strange
    .filter(({ file }) => files.has(file))
    .flatMap(({ described }) =>
      described.map(({ features }) => ({
        values: names.map((name) => features[name]),
        value: 0,
        weight: (3 * strangeWorth) / described.length,
      })),
    );
  const all = some.flatMap(({ described }) => {
    const right = described.filter((one) => one.right).length;
    return described.map(({ features, right: is }) => ({
      values: names.map((name) => features[name]),
      value: is ? 1 : 0,
      weight: is ? 1 / right : 3 / described.length,
    }));
  });
  return named(names, fitLogistic([...all, ...foreign]));
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

/** The bounds with which most rows are right within `mostFalseMet` and `mostMissed`. */
function chooseBounds() {
  let best = { right: -1, least: null };
  for (let found = -3; found <= 0; found += 0.25)
    for (let met = found; met <= 2.5; met += 0.1)
      for (const flawed of [-2, -1, -0.5, 0]) {
        const tried = { found, met: Math.round(met * 10) / 10, flawed };
        const judged = fitted.map((row) => [row, decideRow(row.requirement, row.sight, tried)]);
        const right = judged.filter(([{ verdict }, got]) => verdict === got.verdict).length;
        const wrong = judged.filter(
          ([{ verdict }, got]) => got.verdict === "met" && verdict !== "met",
        );
        const missed = judged.filter(
          ([{ verdict }, got]) => got.verdict === "not_found" && verdict !== "not_found",
        );
        const isSafe =
          wrong.length <= mostFalseMet * fitted.length &&
          missed.length <= mostMissed * fitted.length;
        if (isSafe && right >= best.right) best = { right, least: tried };
      }
  return best.least;
}

function report(title, judged, short = false) {
  console.log(`${title}: ${figuresOf(judged)}`);
  if (!short) console.log(confusion(judged));
}
