// Takes settings and what was asked for; gives the engine that composes answers, or what a model would be sent.
import { resolve } from "node:path";
import { CharmError } from "../errors.ts";
import type { DryRun } from "../compose/language-model/dry-run.ts";
import { chooseEngine, type EngineName } from "../language-model/choose-engine.ts";
import {
  completeOptions,
  modelDefaults,
  type LanguageModelOptions,
} from "../language-model/model-options.ts";
import type { Settings } from "../settings/settings.ts";
import type { Engine } from "../compose/engine.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { AnswerOptions, Hooks, Surroundings } from "./services.ts";

/** What was settled of the engine before the library is opened. */
export interface EngineChoice {
  readonly name: EngineName;
  /** Null for the extractive engine. */
  readonly model: LanguageModelOptions | null;
}

/**
 * Everything that cannot work is told here, before minutes may be spent on indexing. Nothing is connected.
 * @throws CharmError `engine-offline`, `model-not-set`, and as `createLanguageModel`
 */
export async function settleEngine(
  settings: Settings,
  options: AnswerOptions,
  surroundings: Surroundings,
): Promise<EngineChoice> {
  const { name: model, cache, ...configured } = settings.model;
  const { engine, frozen, unverified, maxCost, maxTokens } = options;
  const name = chooseEngine({ engine, model, offline: settings.offline, frozen });
  if (name !== "openai" || model === null) return { name: "extractive", model: null };
  const complete = completeOptions({
    ...configured,
    cache: resolve(surroundings.cwd, cache ?? modelDefaults.cache),
    model,
    apiKey: surroundings.apiKey,
    offline: settings.offline,
    frozen,
    maxTokens,
    maxCost,
    unverified: unverified ?? configured.unverified,
  });
  const { createLanguageModel } = await import("../language-model/language-model.ts");
  createLanguageModel(complete).close();
  return { name, model: complete };
}

/** An engine to use once; `close` frees what it holds. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly close: () => void;
}

export async function openEngine(
  choice: EngineChoice,
  deps: EvidenceDeps,
  hooks: Hooks,
): Promise<OpenEngine> {
  if (choice.model === null) {
    const { createExtractiveEngine } = await import("../compose/extractive-engine.ts");
    return { engine: createExtractiveEngine(deps), close: () => {} };
  }
  const { createDraftContext } = await import("../verify/draft-context.ts");
  const { openModelEngine } = await import("../compose/language-model/open-engine.ts");
  const { createModelEngine } = await import("../compose/language-model/model-engine.ts");
  const opened = await openModelEngine(choice.model, createDraftContext(await deps.references()));
  const calls = { signal: hooks.signal, onEvent: hooks.onModelEvent };
  return {
    engine: createModelEngine(opened, calls),
    close: opened.model.close,
  };
}

/**
 * What a language model would be sent for each question; questions that no document answers are left out.
 * @throws CharmError `dry-run-extractive` when no model would be asked
 */
export async function dryRunQuestions(
  questions: readonly string[],
  choice: EngineChoice,
  deps: EvidenceDeps,
): Promise<DryRun[]> {
  if (choice.model === null) throw noModel();
  const { openModelEngine } = await import("../compose/language-model/open-engine.ts");
  const { createDraftContext } = await import("../verify/draft-context.ts");
  const { gatherPart } = await import("../use-cases/answer-questions.ts");
  const { planQuestion } = await import("../plan/plan-question.ts");
  const { dryRun } = await import("../compose/language-model/dry-run.ts");
  const context = createDraftContext(await deps.references());
  const opened = await openModelEngine(choice.model, context);
  try {
    const runs: DryRun[] = [];
    for (const question of questions) {
      deps.signal?.throwIfAborted();
      const plan = planQuestion(question);
      const gathered = await Promise.all(plan.parts.map((part) => gatherPart(part, deps)));
      const parts = gathered.filter(({ bears }) => bears);
      if (parts.length > 0) runs.push(await dryRun({ question: plan.question, parts }, opened));
    }
    return runs;
  } finally {
    opened.model.close();
  }
}

/** @throws CharmError `dry-run-extractive` */
export function checkDryRun({ model }: EngineChoice): void {
  if (model === null) throw noModel();
}

function noModel(): CharmError {
  return new CharmError("dry-run-extractive", "No language model would be asked anything.", {
    hint: "--dry-run shows what one would be sent: name it with --model, CHARM_MODEL or charm.yaml.",
  });
}
