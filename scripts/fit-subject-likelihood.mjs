// Fits how the nearest subject of a question changes the likelihood that it has an answer, and prints what to copy into
// src/retrieve/answerability.ts (`withSubjects`). Needs `npm run build` and a library of the guidance.
//
//   node scripts/fit-subject-likelihood.mjs --guidance INDEX --questions FILE.jsonl [--reports FILE.json,FILE.json]
//
// On one side stand the parts of questions with an answer, on the other questions written to be beyond the library; both
// sides weigh the same. Questions that the files say have no answer are counted and not fitted on.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { openLibrary } from "../dist/library/open-library.js";
import { planQuestion } from "../dist/plan/plan-question.js";
import { wordingsOf } from "../dist/plan/wordings.js";
import { assessAnswerability, readAnswerSignals } from "../dist/retrieve/answerability.js";
import { gather } from "../dist/retrieve/gather.js";
import { answering } from "../dist/retrieve/profiles.js";
import { createSubjectFinder } from "../dist/use-cases/find-subjects.js";
import { openReferences } from "../dist/use-cases/open-references.js";
import { fitLogistic, predict } from "./retrieval/logistic.mjs";

const folds = 6;
const thresholds = [0.05, 0.08, 0.1, 0.15, 0.2];
const { values: options } = parseArgs({
  options: {
    guidance: { type: "string", default: "" },
    questions: { type: "string", default: "" },
    reports: { type: "string", default: "" },
  },
});

const embedder = await openBuiltInEmbedder();
const library = await openLibrary(options.guidance, embedder);
const references = await openReferences(library);
const subjects = createSubjectFinder(async () => embedder);
const deps = { library, embedder, references: async () => references, subjects };
const cases = [];
for (const { question, kind } of readQuestions()) {
  for (const part of planQuestion(question).parts) {
    const { evidence, subject } = await gather(wordingsOf(part), deps, answering);
    const asks = part.asks ?? null;
    const { likelihood } = assessAnswerability(asks, evidence);
    const lacking = readAnswerSignals(asks, evidence)?.lacking ?? 1;
    // Where something asked for is lacking, or a provision is named, subjects are not looked at.
    if (lacking === 1 || likelihood === 1) continue;
    cases.push({ kind, values: [Math.log(likelihood / (1 - likelihood)), subject ?? 0] });
  }
}
library.close();
await embedder.close();

const fitted = cases.filter(({ kind }) => kind !== "unanswerable");
const [logit, subject, constant] = fit(fitted).map((value) => Number(value.toPrecision(3)));
console.log(JSON.stringify({ logit, subject, constant }));
const judged = fitted.map((each, i) => ({
  ...each,
  likelihood: predict(fit(fitted.filter((_, at) => at % folds !== i % folds)), each.values),
}));
const others = cases
  .filter(({ kind }) => kind === "unanswerable")
  .map((each) => ({ ...each, likelihood: predict([logit, subject, constant], each.values) }));
for (const kind of ["answerable", "beyond", "unanswerable"]) {
  const own = [...judged, ...others].filter((each) => each.kind === kind);
  const below = thresholds.map((most) => own.filter(({ likelihood }) => likelihood < most).length);
  console.log(`${kind}: ${own.length}, below ${thresholds.join(" ")}: ${below.join(" ")}`);
}

function fit(rows) {
  const count = (kind) => rows.filter((row) => row.kind === kind).length;
  return fitLogistic(
    rows.map(({ kind, values }) => ({
      values,
      positive: kind === "answerable",
      weight: 1 / count(kind),
    })),
    [1, 1],
  );
}

function readQuestions() {
  const single = readFileSync(options.questions, "utf8").trim().split("\n").map(JSON.parse);
  const reports = options.reports
    .split(",")
    .filter((file) => file !== "")
    .flatMap((file) => JSON.parse(readFileSync(file, "utf8")).questions)
    .filter(({ group }) => group !== "ci");
  const beyond = readFileSync(new URL("retrieval/beyond-the-library.txt", import.meta.url), "utf8");
  const kindOf = (answerable) => (answerable ? "answerable" : "unanswerable");
  return [
    ...single.map(({ question, evidence_all_of: needs }) => ({
      question,
      kind: kindOf(needs.length > 0),
    })),
    ...reports.map(({ question, answerable }) => ({ question, kind: kindOf(answerable) })),
    ...beyond
      .trim()
      .split("\n")
      .map((question) => ({ question, kind: "beyond" })),
  ];
}
