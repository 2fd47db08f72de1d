// Takes questions, an open library and a language model; gives what the model would be sent for each, sending nothing.
import type { ModelEngine } from "../compose/language-model/compose-with-model.ts";
import { dryRun, type DryRun } from "../compose/language-model/dry-run.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { gatherQuestions } from "./gather-questions.ts";

/** Questions that no document answers are left out. */
export async function* dryRunQuestions(
  questions: readonly string[],
  deps: AnswerDeps,
  model: ModelEngine,
): AsyncGenerator<DryRun> {
  for await (const { plan, parts } of gatherQuestions(questions, deps)) {
    const bearing = parts.filter(({ bears }) => bears);
    if (bearing.length > 0) yield dryRun({ question: plan.question, parts: bearing }, model);
  }
}
