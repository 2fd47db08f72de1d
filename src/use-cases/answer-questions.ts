// Answers questions from an open library.
import { composeExtract } from "../compose/extractive.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import { planQuestion } from "../plan/plan-question.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import { retrieve } from "../retrieve/retrieve.ts";

/** Passages looked at for each part of a question. */
const pool = 40;

export async function answerQuestions(
  questions: readonly string[],
  deps: { library: Library; embedder: Embedder; signal?: AbortSignal },
): Promise<Answer[]> {
  const { library, embedder, signal } = deps;
  const answers: Answer[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = await Promise.all(
      plan.parts.map(async (part) => ({
        ...part,
        evidence: await retrieve(library, embedder, part.query, { k: pool }),
      })),
    );
    const draft = await composeExtract(plan, parts, (texts) => embedder.embed(texts, signal));
    answers.push(
      buildAnswer(draft, { fingerprint: library.fingerprint, documents: library.documents.length }),
    );
  }
  return answers;
}
