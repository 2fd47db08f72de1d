// Takes a library and questions; gives the features of the statements that are scored for each part of each.
import { planQuestion } from "../../dist/plan/plan-question.js";
import { wordingsOf } from "../../dist/plan/wordings.js";
import { gather } from "../../dist/retrieve/gather.js";
import { answering } from "../../dist/retrieve/profiles.js";
import { createMatcher } from "../../dist/score/match-statements.js";
import { createNearness } from "../../dist/score/nearness.js";
import { describeStatements } from "../../dist/score/rank-statements.js";
import { textOfLines } from "../../dist/score/statements.js";
import { matchSubjects } from "../../dist/retrieve/subjects/match-subjects.js";
import { openSubjects } from "../../dist/retrieve/subjects/open-subjects.js";
import { vectorScale } from "../../dist/retrieve/subjects/subject-index.js";
import { openReferences } from "../../dist/use-cases/open-references.js";
import { keyOf } from "../../dist/score/statement-key.js";

/**
 * @param {import("../../dist/library/library.js").Library} library
 * @param {import("../../dist/embed/token-embedder.js").TokenEmbedder} embedder
 * @returns {Promise<(question: string) => Promise<{ key: string, features: object }[][]>>} one list for each part of it
 */
export async function openCollector(library, embedder) {
  const references = await openReferences(library);
  const open = async () => embedder;
  const deps = {
    library,
    embedder,
    references: async () => references,
    subjects: await openOthers(embedder),
  };
  const scorer = { match: createMatcher(embedder, library), ...createNearness(open) };
  return (question) =>
    Promise.all(
      planQuestion(question).parts.map(async (part) => {
        const wordings = wordingsOf(part);
        const evidence = await gather(wordings, deps, answering);
        const described = await describeStatements(wordings, evidence, scorer);
        return described.flatMap(({ sighted: { statement, evidence: found }, features }) => {
          if (features === null) return [];
          const text = textOfLines(statement, found.passage.text);
          return [{ key: keyOf(found.document.short, text), features }];
        });
      }),
    );
}

/** A phrase that is the question itself. */
const same = 0.995;

/** As `createSubjectFinder`, but a question that nothing answers is not told so by itself. */
async function openOthers(embedder) {
  const index = await openSubjects();
  return async (wordings) => {
    const vectors = await embedder.embed(wordings);
    const isItself = (at) =>
      vectors.some((vector) => {
        const start = at * vector.length;
        const product = vector.reduce((sum, value, i) => sum + value * index.vectors[start + i], 0);
        return product / vectorScale > same;
      });
    const nothing = { source: "statements", keys: [] };
    const subjects = index.subjects.map((subject, at) =>
      subject.source === "beyond" && isItself(at) ? nothing : subject,
    );
    return matchSubjects({ ...index, subjects }, vectors);
  };
}
