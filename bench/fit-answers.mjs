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
import { wordingsOf } from "../dist/plan/wordings.js";
import { buildAnswer } from "../dist/report/build-answer.js";
import { gather } from "../dist/retrieve/gather.js";
import { answering } from "../dist/retrieve/profiles.js";
import { createSubjectFinder } from "../dist/use-cases/find-subjects.js";
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
const best = fit(described);
const report = {
  weights: roundAll(best.weights),
  selection: best.selection,
  averagePrecision: best.precision,
  figures: best.figures,
  // What is fitted on one half and measured on the other tells what to expect of questions not seen.
  unseen: halves.map((half, i) => {
    const { weights, selection } = fit(halves[1 - i]);
    return {
      averagePrecision: averagePrecision(toLists(half), Object.values(weights)),
      ...evaluate(weights, selection, half),
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
  const subjects = createSubjectFinder(async () => embedder);
  const deps = { library, embedder, references: async () => references, subjects };
  const match = createMatcher(embedder, library);
  const all = [];
  for (const question of questions) {
    const plan = planQuestion(question.question);
    const parts = [];
    for (const part of plan.parts) {
      const wordings = wordingsOf(part);
      const { evidence } = await gather(wordings, deps, answering);
      const statements = await describeStatements(wordings, evidence, match);
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
      const draft = composeExtract(plan, ranked, { selection });
      return scoreAnswer(question, buildAnswer(draft, { fingerprint: "", documents: 0 }));
    });
  return sumScores(scores);
}

/**
 * What is worth most: facts and references, then being on topic, and that of all questions the statements to answer
 * with come first; answers beyond 430 words cost.
 */
function worth({ figures: { facts, references: found, onTopic, words }, precision }) {
  return facts + found + 0.4 * onTopic + precision - Math.max(0, words - 430) / 100;
}

/** Ranking by odds first, which many questions tell; then both together, by what whole answers are worth. */
function fit(entries) {
  const lists = toLists(entries);
  const measure = (weights, selection) => ({
    weights,
    selection,
    figures: evaluate(weights, selection, entries),
    precision: averagePrecision(lists, Object.values(weights)),
  });
  const starts = [featureWeights, nameWeights(fitRanking(lists))].map((weights) =>
    measure(weights, defaultSelection),
  );
  let found = worth(starts[0]) > worth(starts[1]) ? starts[0] : starts[1];
  const random = createRandom();
  for (let i = 0; i < Number(values.tries); i += 1) {
    const next = measure(
      varyWeights(found.weights, random),
      varySelection(found.selection, random),
    );
    if (worth(next) > worth(found)) found = next;
  }
  return found;
}

function createRandom() {
  let seed = 12_345;
  return () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function near(value, span, [least, most], random) {
  return Math.min(most, Math.max(least, value + (random() - 0.5) * span));
}

function varyWeights(before, random) {
  const weights = { ...before };
  for (let i = 0; i <= random() * 3; i += 1) {
    const name = names[Math.floor(random() * names.length)];
    weights[name] = near(weights[name], 1, [-4, 4], random);
  }
  return weights;
}

function varySelection(before, random) {
  const sometimes = (span) => (random() < 0.3 ? span : 0);
  const vary = (share) => ({
    ...share,
    words: near(share.words, sometimes(0.3), [0.1, 0.9], random),
    statements: Math.round(near(share.statements, sometimes(4), [1, 12], random)),
    behindAll: near(share.behindAll, sometimes(2), [0.1, 6], random),
  });
  const { legislation, inspection, "statutory-guidance": guidance } = before.shares;
  return {
    ...before,
    words: Math.round(near(before.words, sometimes(80), [200, 480], random)),
    behind: near(before.behind, sometimes(1), [0.3, 6], random),
    again: near(before.again, sometimes(1), [0, 3], random),
    further: {
      ...before.further,
      places: Math.round(near(before.further.places, sometimes(4), [0, 8], random)),
      behind: near(before.further.behind, sometimes(2), [0.5, 8], random),
    },
    leastShare: before.leastShare * Math.exp(near(0, sometimes(1), [-1, 1], random)),
    shares: {
      ...before.shares,
      legislation: vary(legislation),
      "statutory-guidance": vary(guidance),
      inspection: vary(inspection),
    },
  };
}

function roundAll(numbers) {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number(value.toFixed(2))]),
  );
}
