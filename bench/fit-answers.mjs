// Fits the weights by which statements are chosen for an answer, on questions with the references and facts expected.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { composeExtract } from "../dist/compose/extractive.js";
import {
  describeStatements,
  featureWeights,
  scoreStatements,
} from "../dist/compose/rank-statements.js";
import { defaultSelection } from "../dist/compose/select-statements.js";
import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { openLibrary } from "../dist/library/open-library.js";
import { planQuestion } from "../dist/plan/plan-question.js";
import { buildAnswer } from "../dist/report/build-answer.js";
import { gatherEvidence } from "../dist/use-cases/gather-evidence.js";
import { openReferences } from "../dist/use-cases/open-references.js";
import { scoreAnswer, sumScores } from "./answers/score-answer.mjs";

const { values } = parseArgs({
  options: {
    /** Library of the documents that the questions are about: run `charm index` first. */
    index: { type: "string", default: "index" },
    /** JSON with `questions`: question, expects, fact_keys, answerable. */
    questions: { type: "string" },
    /** Ids of questions to leave out, by commas. */
    without: { type: "string", default: "" },
    tries: { type: "string", default: "900" },
  },
});
if (values.questions === undefined) throw new Error("Name the questions with --questions FILE.");

const left = new Set(values.without.split(","));
const questions = JSON.parse(readFileSync(values.questions, "utf8")).questions.filter(
  ({ id, answerable }) => answerable && !left.has(id),
);
const embedder = await openBuiltInEmbedder();
const library = await openLibrary(values.index, embedder);
if (!library) throw new Error(`There is no library at ${values.index}.`);
const references = await openReferences(library);
const deps = { library, embedder, references: async () => references };

const described = [];
for (const question of questions) {
  const plan = planQuestion(question.question);
  const parts = [];
  for (const part of plan.parts) {
    const evidence = await gatherEvidence(part, deps);
    const statements = await describeStatements(part.query, evidence, (texts) =>
      embedder.embed(texts),
    );
    parts.push({ ...part, unmet: [], statements });
  }
  described.push({ question, plan, parts });
}

/** Figures over some of the questions: shares of facts and references found, of citations on topic, and words. */
function evaluate(weights, selection, entries = described) {
  return sumScores(
    entries.map(({ question, plan, parts }) => {
      const ranked = parts.map((part) => ({
        ...part,
        ranked: scoreStatements(part.statements, weights),
      }));
      const draft = composeExtract(plan, ranked, [], selection);
      return scoreAnswer(question, buildAnswer(draft, { fingerprint: "", documents: 0 }));
    }),
  );
}

/** What is worth most: facts and references, then being on topic; answers beyond 430 words cost. */
function worth({ facts, references: found, onTopic, words }) {
  return facts + found + 0.6 * onTopic - Math.max(0, words - 430) / 100;
}

let seed = 12_345;
const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
const near = (value, span, least, most) =>
  Math.min(most, Math.max(least, value + (random() - 0.5) * span));

let best = { weights: featureWeights, selection: defaultSelection };
best = { ...best, figures: evaluate(best.weights, best.selection) };
for (let i = 0; i < Number(values.tries); i += 1) {
  const weights = { ...best.weights };
  const names = Object.keys(weights).filter((name) => name !== "row");
  for (let j = 0; j <= random() * 3; j += 1) {
    const name = names[Math.floor(random() * names.length)];
    weights[name] = near(weights[name], 0.3, 0, 2);
  }
  const { selection: before } = best;
  const selection = {
    ...before,
    words: Math.round(near(before.words, random() < 0.3 ? 60 : 0, 200, 480)),
    nearBest: near(before.nearBest, random() < 0.4 ? 0.15 : 0, 0.5, 0.95),
    nearBestOfAll: near(before.nearBestOfAll, random() < 0.3 ? 0.2 : 0, 0.4, 0.95),
  };
  const figures = evaluate(weights, selection);
  if (worth(figures) > worth(best.figures)) best = { weights, selection, figures };
}
const halves = [0, 1].map((half) => described.filter((_, i) => i % 2 === half));
console.log(
  JSON.stringify(
    { ...best, halves: halves.map((half) => evaluate(best.weights, best.selection, half)) },
    null,
    2,
  ),
);
library.close();
await embedder.close();
