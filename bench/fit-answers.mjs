// Fits how statements are chosen for an answer: first the weights that rank them, then how much is taken.
//
//   node bench/fit-answers.mjs --index DIR --questions FILE [--quotes FILE]
import { parseArgs } from "node:util";
import { averagePrecision, fitRanking } from "./answers/fit-ranking.mjs";
import { readQuestions } from "./answers/label-statements.mjs";
import { scoreAnswer, sumScores } from "./answers/score-answer.mjs";
import { composeExtract } from "../dist/compose/extractive.js";
import { createMatcher } from "../dist/compose/match-statements.js";
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
import { gatherEvidence, wordingsOf } from "../dist/use-cases/gather-evidence.js";
import { openReferences } from "../dist/use-cases/open-references.js";

const { values } = parseArgs({
  options: {
    /** Library of the documents that the questions are about: run `charm index` first. */
    index: { type: "string", default: "index" },
    /** JSON with `questions`: question, expects, fact_keys, answerable. */
    questions: { type: "string" },
    /** JSONL with question and evidence_all_of: more to rank by, not for whole answers. */
    quotes: { type: "string" },
    /** Ids of questions to leave out, by commas. */
    without: { type: "string", default: "" },
    /** Sets of numbers to try for the selection. */
    tries: { type: "string", default: "400" },
  },
});
if (values.questions === undefined) throw new Error("Name the questions with --questions FILE.");

const names = Object.keys(featureWeights);
const described = await describeAll();
const nameWeights = (numbers) => Object.fromEntries(names.map((name, i) => [name, numbers[i]]));
const halves = [0, 1].map((half) => described.filter((_, i) => i % 2 === half));
const weights = nameWeights(fitRanking(toLists(described)));
const best = fitSelection(weights, defaultSelection, described);
const report = {
  weights: roundAll(weights),
  selection: best.selection,
  figures: best.figures,
  // What is fitted on one half and measured on the other tells what to expect of questions not seen.
  unseen: halves.map((half, i) => {
    const numbers = fitRanking(toLists(halves[1 - i]));
    const fitted = fitSelection(nameWeights(numbers), defaultSelection, halves[1 - i]);
    return {
      averagePrecision: averagePrecision(toLists(half), numbers),
      ...evaluate(nameWeights(numbers), fitted.selection, half),
    };
  }),
  shipped: {
    averagePrecision: averagePrecision(toLists(described), Object.values(featureWeights)),
    ...evaluate(featureWeights, defaultSelection, described),
  },
};
console.log(JSON.stringify(report, null, 2));

async function describeAll() {
  const left = new Set(values.without.split(","));
  const files = [values.questions, ...(values.quotes === undefined ? [] : [values.quotes])];
  const questions = files.flatMap(readQuestions).filter(({ id }) => !left.has(id));
  const embedder = await openBuiltInEmbedder();
  const library = await openLibrary(values.index, embedder);
  if (!library) throw new Error(`There is no library at ${values.index}.`);
  const references = await openReferences(library);
  const deps = { library, embedder, references: async () => references };
  const match = createMatcher(embedder, library);
  const all = [];
  for (const question of questions) {
    const plan = planQuestion(question.question);
    const parts = [];
    for (const part of plan.parts) {
      const evidence = await gatherEvidence(part, deps);
      const statements = await describeStatements(wordingsOf(part), evidence, match);
      parts.push({ ...part, unmet: [], statements });
    }
    all.push({ question, plan, parts });
  }
  library.close();
  await embedder.close();
  return all;
}

/** One list a part of a question; parts without anything wanted teach nothing. */
function toLists(entries) {
  return entries
    .flatMap(({ question, parts }) =>
      parts.map(({ statements }) => ({
        rows: statements.map(({ features }) => names.map((name) => features[name])),
        wanted: statements.map((statement) => question.answers(statement)),
      })),
    )
    .filter(({ wanted }) => wanted.some(Boolean));
}

/** Figures over whole answers: shares of facts and references found, of citations on topic, and words. */
function evaluate(ranking, selection, entries) {
  const scores = entries
    .filter(({ question }) => question.scored)
    .map(({ question, plan, parts }) => {
      const ranked = parts.map((part) => ({
        ...part,
        ranked: scoreStatements(part.statements, ranking),
      }));
      const draft = composeExtract(plan, ranked, [], selection);
      return scoreAnswer(question, buildAnswer(draft, { fingerprint: "", documents: 0 }));
    });
  return sumScores(scores);
}

/** What is worth most: facts and references, then being on topic; answers beyond 430 words cost. */
function worth({ facts, references: found, onTopic, words }) {
  return facts + found + 0.6 * onTopic - Math.max(0, words - 430) / 100;
}

function fitSelection(ranking, start, entries) {
  let seed = 12_345;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const near = (value, span, least, most) =>
    Math.min(most, Math.max(least, value + (random() - 0.5) * span));
  let found = { selection: start, figures: evaluate(ranking, start, entries) };
  for (let i = 0; i < Number(values.tries); i += 1) {
    const { selection: before } = found;
    const vary = (share) => ({
      ...share,
      words: near(share.words, random() < 0.4 ? 0.3 : 0, 0.1, 0.9),
      statements: Math.round(near(share.statements, random() < 0.4 ? 4 : 0, 1, 12)),
      behindAll: near(share.behindAll, random() < 0.4 ? 2 : 0, 0.1, 6),
    });
    const { legislation, inspection, "statutory-guidance": guidance } = before.shares;
    const selection = {
      ...before,
      words: Math.round(near(before.words, random() < 0.3 ? 80 : 0, 200, 480)),
      behind: near(before.behind, random() < 0.5 ? 1 : 0, 0.3, 6),
      leastShare: before.leastShare * Math.exp(near(0, random() < 0.5 ? 1 : 0, -1, 1)),
      shares: {
        ...before.shares,
        legislation: vary(legislation),
        "statutory-guidance": vary(guidance),
        inspection: vary(inspection),
      },
    };
    const figures = evaluate(ranking, selection, entries);
    if (worth(figures) > worth(found.figures)) found = { selection, figures };
  }
  return found;
}

function roundAll(numbers) {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number(value.toFixed(2))]),
  );
}
