// Takes questions, an open library and a language model; gives what the model would be sent for each, sending nothing.
import type { OpenedModel } from "../compose/language-model/opened-model.ts";
import { dryRun, type DryRun } from "../compose/language-model/dry-run.ts";
import { askParts } from "../compose/language-model/order-evidence.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { gatherQuestions } from "./gather-questions.ts";

/** Questions that no document answers are left out. @param write as `AnswerLength.write` */
export async function* dryRunQuestions(
  questions: readonly string[],
  deps: AnswerDeps,
  model: OpenedModel,
  write = false,
): AsyncGenerator<DryRun> {
  for await (const { plan, parts } of gatherQuestions(questions, deps, write)) {
    const bearing = parts.filter(({ bears }) => bears);
    if (bearing.length === 0) continue;
    yield dryRun({ question: plan.question, parts: await askParts(bearing, model.lookup) }, model);
  }
}
