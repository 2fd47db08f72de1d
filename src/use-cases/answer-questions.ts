// Answers questions from an open library.
import { assessBearing } from "../compose/bears-on.ts";
import { planQuestion, type QuestionPart } from "../plan/plan-question.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import { findUnheld } from "../retrieve/follow-references.ts";
import { createExtractiveEngine, type Engine, type GatheredPart } from "./engines.ts";
import { gatherEvidence, type EvidenceDeps } from "./gather-evidence.ts";

/** @param engine how answers are composed; in the documents' own words when left out */
export async function answerQuestions(
  questions: readonly string[],
  deps: EvidenceDeps,
  engine: Engine = createExtractiveEngine(deps),
): Promise<Answer[]> {
  const { library, signal } = deps;
  const about = {
    fingerprint: library.fingerprint,
    documents: library.documents.filter(({ passageCount }) => passageCount > 0).length,
  };
  const answers: Answer[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = await Promise.all(plan.parts.map((part) => gatherPart(part, deps)));
    answers.push(buildAnswer(await engine.compose(plan, parts), about));
  }
  return answers;
}

/** The evidence for one part, and whether it bears on it at all. */
export async function gatherPart(part: QuestionPart, deps: EvidenceDeps): Promise<GatheredPart> {
  const evidence = await gatherEvidence(part, deps);
  const unheld = findUnheld(part.query, await deps.references());
  if (unheld.length > 0) return { ...part, evidence, bears: false, unmet: unheld };
  const bearing = await assessBearing([part.query, ...part.variants], evidence, weighWord(deps));
  return { ...part, evidence, ...bearing };
}

/** Passages counted for a word; beyond this it is common. */
const mostCounted = 1000;

function weighWord({ library }: EvidenceDeps): (word: string) => Promise<number> {
  const passages = library.documents.reduce((total, { passageCount }) => total + passageCount, 0);
  return async (word) => {
    const held = await library.searchText(word, mostCounted);
    return Math.log(1 + passages / (held.length + 0.5));
  };
}
