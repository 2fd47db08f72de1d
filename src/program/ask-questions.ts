// Takes questions and what a run has open; gives their answers, or what a language model would be sent, one at a time.
import type { DryRun } from "../compose/language-model/dry-run.ts";
import type { OpenedModel } from "../compose/language-model/opened-model.ts";
import { createExtractiveEngine } from "../compose/extractive-engine.ts";
import { makeFinding } from "../findings/finding.ts";
import type { LanguageModelOptions } from "../language-model/model-options.ts";
import type { Answer } from "../report/answer.ts";
import type { AnswerDeps } from "../use-cases/answer-deps.ts";
import { answerQuestions } from "../use-cases/answer-questions.ts";
import { refuseUnnamedHome } from "../use-cases/refuse-unnamed-home.ts";
import { keepInForce } from "./keep-in-force.ts";
import { toEvidenceDeps } from "./evidence-deps.ts";
import type { Refuse, RunDeps } from "./run-deps.ts";
import type { AnswerOptions, Hooks } from "./services.ts";
import { nothingAsked, settleModel } from "./settle-model.ts";

/**
 * In the order of the questions; the library and the model stay open until the last is taken or asking ends.
 * @throws CharmError as `settleModel`, before the library is opened, and as `refuseUnnamedHome`
 */
export async function* askQuestions(
  run: RunDeps,
  questions: readonly string[],
  options: AnswerOptions,
  hooks: Hooks,
): AsyncGenerator<Answer> {
  const model = await settleModel(run.settings, options, run.surroundings, run.homes.choice);
  let leftOut = false;
  const told = { ...hooks, onOwnLeftOut: () => void (leftOut = true) };
  const answers = withEvidence(run, questions, told, (deps) => {
    if (model === null) return answerQuestions(questions, deps, undefined, options);
    return withModel(model, deps, async function* (opened) {
      const { createModelEngine } = await import("../compose/language-model/model-engine.ts");
      const { signal, onModelEvent: onEvent } = hooks;
      const engine = createModelEngine(opened, { signal, onEvent }, createExtractiveEngine(deps));
      yield* answerQuestions(questions, deps, engine, options);
    });
  });
  for await (const answer of answers) yield leftOut ? tellLeftOut(answer) : answer;
}

/** The answer goes where standard error does not. */
function tellLeftOut(answer: Answer): Answer {
  return { ...answer, findings: [...answer.findings, makeFinding("own-documents-left-out", {})] };
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
  const model = await settleModel(run.settings, frozen, run.surroundings, run.homes.choice);
  if (model === null) throw nothingAsked();
  const { dryRunQuestions } = await import("../use-cases/dry-run-questions.ts");
  yield* withEvidence(run, questions, hooks, (deps) =>
    withModel(model, deps, (opened) => dryRunQuestions(questions, deps, opened, options.write)),
  );
}

async function* withEvidence<T>(
  run: RunDeps,
  questions: readonly string[],
  hooks: Hooks,
  work: (deps: AnswerDeps) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const refuse: Refuse = (documents) => refuseUnnamedHome(questions, documents, run.homes);
  const library = await run.openLibrary(hooks, refuse, undefined, true);
  try {
    const inForce = await keepInForce(library, run.settings.asAt, questions);
    yield* work(toEvidenceDeps(inForce, run, hooks));
  } finally {
    library.close();
  }
}

async function* withModel<T>(
  options: LanguageModelOptions,
  deps: AnswerDeps,
  work: (model: OpenedModel) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { openModelEngine } = await import("../compose/language-model/open-engine.ts");
  const references = await deps.references();
  const { createLookup } = await import("../use-cases/look-up.ts");
  const lookup = createLookup(deps);
  const opened = await openModelEngine(options, { references }, deps.nearness, lookup);
  try {
    yield* work(opened);
  } finally {
    opened.model.close();
  }
}
