// Takes an opened language model with its prompts and its check; gives the engine that has it write the answers.
import type { CallHooks } from "../../language-model/call-model.ts";
import type { Engine } from "../engine.ts";
import { missingLine } from "../extractive.ts";
import { composeWithModel, type ModelEngine } from "./compose-with-model.ts";

/** A part without evidence is not put to the model: what no document holds, it could only invent. */
export function createModelEngine(model: ModelEngine, hooks: CallHooks): Engine {
  return {
    compose: async (plan, parts) => {
      const asked = parts.filter(({ bears }) => bears);
      const draft = await composeWithModel({ question: plan.question, parts: asked }, model, hooks);
      const unanswered = parts.filter(({ bears }) => !bears);
      const missing = unanswered.map((part) => missingLine(part, plan.question));
      return { ...draft, missing: [...new Set([...draft.missing, ...missing])] };
    },
  };
}
