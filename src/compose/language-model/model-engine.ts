// Takes an opened language model with its prompts and its check; gives the engine that has it write the answers.
import type { CallHooks } from "../../language-model/call-model.ts";
import type { Engine } from "../engine.ts";
import { missingLines } from "../extractive.ts";
import { tellOwnOfAll } from "../own/tell-own.ts";
import { composeWithModel, type ModelEngine } from "./compose-with-model.ts";

/** A part without evidence is not put to the model: what no document holds, it could only invent. */
export function createModelEngine(model: ModelEngine, hooks: CallHooks): Engine {
  return {
    compose: async (plan, parts) => {
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
    },
  };
}
