// Answers questions from an open library.
import { assessBearing } from "../compose/bears-on.ts";
import { composeExtract, type RankedPart } from "../compose/extractive.ts";
import { rankStatements } from "../compose/rank-statements.ts";
import { planQuestion, type QuestionPart } from "../plan/plan-question.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import { gatherEvidence, type EvidenceDeps } from "./gather-evidence.ts";

export async function answerQuestions(
  questions: readonly string[],
  deps: EvidenceDeps,
): Promise<Answer[]> {
  const { library, signal } = deps;
  const ownDocuments = library.documents
    .filter(({ authority, passageCount }) => authority === "own" && passageCount > 0)
    .map(({ short }) => short);
  const answers: Answer[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = await Promise.all(plan.parts.map((part) => rankPart(part, deps)));
    const draft = composeExtract(plan, parts, ownDocuments);
    answers.push(
      buildAnswer(draft, { fingerprint: library.fingerprint, documents: library.documents.length }),
    );
  }
  return answers;
}

async function rankPart(part: QuestionPart, deps: EvidenceDeps): Promise<RankedPart> {
  const evidence = await gatherEvidence(part, deps);
  const { bears, unmet } = await assessBearing(part.query, evidence, weighWord(deps));
  if (!bears) return { ...part, ranked: [], unmet };
  const embed = (texts: readonly string[]) => deps.embedder.embed(texts, deps.signal);
  return { ...part, ranked: await rankStatements(part.query, evidence, embed), unmet };
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
