// Takes an opened language model with its prompts and its check; gives the engine that has it write the answers.
import { CharmError, exitCodes } from "../../errors.ts";
import { makeFinding } from "../../findings/finding.ts";
import type { CallHooks } from "../../language-model/call-model.ts";
import type { Draft } from "../../draft/draft.ts";
import type { QuestionPlan } from "../../plan/plan-question.ts";
import type { Engine, GatheredPart } from "../engine.ts";
import { missingLines } from "../extractive.ts";
import { tellOwnOfAll } from "../own/tell-own.ts";
import { composeWithModel, type ModelEngine } from "./compose-with-model.ts";

/** After these the endpoint is not asked again in the run: each question would wait as long for nothing. */
const lasting: ReadonlySet<string> = new Set([
  "model-timeout",
  "model-server-failed",
  "model-busy",
  "model-stream-broken",
]);

/**
 * A part without evidence is not put to the model: what no document holds, it could only invent. Where nothing that the
 * model sends can be used, the answer is that of `fallback`, and a finding says so.
 */
export function createModelEngine(model: ModelEngine, hooks: CallHooks, fallback: Engine): Engine {
  let lost: CharmError | null = null;
  return {
    compose: async (plan, parts) => {
      try {
        if (lost !== null) throw lost;
        return await composeParts(plan, parts, model, hooks);
      } catch (error) {
        hooks.signal.throwIfAborted();
        // What a person must mend first is told at once; an endpoint that fails costs only its own words.
        if (!(error instanceof CharmError) || error.exitCode !== exitCodes.unexpected) throw error;
        if (lasting.has(error.code)) lost = error;
        const draft = await fallback.compose(plan, parts);
        const notUsed = makeFinding("model-not-used", { reason: error.message });
        return {
          ...draft,
          findings: [notUsed, ...(draft.findings ?? [])],
          usage: model.model.usage(),
        };
      }
    },
  };
}

async function composeParts(
  plan: QuestionPlan,
  parts: readonly GatheredPart[],
  model: ModelEngine,
  hooks: CallHooks,
): Promise<Draft> {
  const asked = parts.filter(({ bears }) => bears);
  const draft = await composeWithModel({ question: plan.question, parts: asked }, model, hooks);
  const unanswered = parts.filter(({ bears }) => !bears);
  const missing = unanswered.flatMap((part) => missingLines(part, plan.question));
  // That an own document is silent is found by looking for it there, not left to the model.
  const notes = tellOwnOfAll(parts);
  return {
    ...draft,
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
    missing: [...new Set([...draft.missing, ...missing])],
  };
}
