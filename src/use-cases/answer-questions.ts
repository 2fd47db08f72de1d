// Answers questions from an open library.
import { bearsOn } from "../compose/bears-on.ts";
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
  const answers: Answer[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = await Promise.all(plan.parts.map((part) => rankPart(part, deps)));
    const draft = composeExtract(plan, parts);
    answers.push(
      buildAnswer(draft, { fingerprint: library.fingerprint, documents: library.documents.length }),
    );
  }
  return answers;
}

async function rankPart(part: QuestionPart, deps: EvidenceDeps): Promise<RankedPart> {
  const evidence = await gatherEvidence(part, deps);
  const embed = (texts: readonly string[]) => deps.embedder.embed(texts, deps.signal);
  const ranked = bearsOn(part.query, evidence)
    ? await rankStatements(part.query, evidence, embed)
    : [];
  return { ...part, ranked };
}
