// Takes questions and what a run has open; gives their answers, or what a language model would be sent, one at a time.
import type { DryRun } from "../compose/language-model/dry-run.ts";
import type { ModelEngine } from "../compose/language-model/compose-with-model.ts";
import { CharmError } from "../errors.ts";
import type { LanguageModelOptions } from "../language-model/model-options.ts";
import type { Answer } from "../report/answer.ts";
import type { AnswerDeps } from "../use-cases/answer-deps.ts";
import { answerQuestions } from "../use-cases/answer-questions.ts";
import { createReferenceView } from "../verify/reference-view.ts";
import { toEvidenceDeps } from "./evidence-deps.ts";
import type { RunDeps } from "./run-deps.ts";
import type { AnswerOptions, Hooks } from "./services.ts";
import { settleModel } from "./settle-model.ts";

/**
 * In the order of the questions; the library and the model stay open until the last is taken or asking ends.
 * @throws CharmError as `settleModel`, before the library is opened
 */
export async function* askQuestions(
  run: RunDeps,
  questions: readonly string[],
  options: AnswerOptions,
  hooks: Hooks,
): AsyncGenerator<Answer> {
  const model = await settleModel(run.settings, options, run.surroundings);
  yield* withEvidence(run, hooks, (deps) => {
    if (model === null) return answerQuestions(questions, deps, undefined, options);
    return withModel(model, deps, async function* (opened) {
      const { createModelEngine } = await import("../compose/language-model/model-engine.ts");
      const engine = createModelEngine(opened, {
        signal: hooks.signal,
        onEvent: hooks.onModelEvent,
      });
      yield* answerQuestions(questions, deps, engine, options);
    });
  });
}

/**
 * Questions that no document answers are left out.
 * @throws CharmError `dry-run-extractive` when no model would be asked
 */
export async function* showPrompts(
  run: RunDeps,
  questions: readonly string[],
  options: AnswerOptions,
  hooks: Hooks,
): AsyncGenerator<DryRun> {
  // Nothing is sent, so neither a key nor a connection is needed.
  const frozen = { ...options, frozen: true };
  const model = await settleModel(run.settings, frozen, run.surroundings);
  if (model === null) {
    throw new CharmError("dry-run-extractive", "No language model would be asked anything.", {
      hint: "--dry-run shows what one would be sent: name it with --model, CHARM_MODEL or charm.yaml.",
    });
  }
  const { dryRunQuestions } = await import("../use-cases/dry-run-questions.ts");
  yield* withEvidence(run, hooks, (deps) =>
    withModel(model, deps, (opened) => dryRunQuestions(questions, deps, opened)),
  );
}

async function* withEvidence<T>(
  run: RunDeps,
  hooks: Hooks,
  work: (deps: AnswerDeps) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const library = await run.openLibrary(hooks);
  try {
    yield* work(toEvidenceDeps(library, run, hooks));
  } finally {
    library.close();
  }
}

async function* withModel<T>(
  options: LanguageModelOptions,
  deps: AnswerDeps,
  work: (model: ModelEngine) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { openModelEngine } = await import("../compose/language-model/open-engine.ts");
  const references = createReferenceView(await deps.references());
  const opened = await openModelEngine(options, { references }, deps.nearness);
  try {
    yield* work(opened);
  } finally {
    opened.model.close();
  }
}
