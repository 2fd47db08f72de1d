// Opens the engine with a language model: model, prompts and check joined. What the composition root calls.
import { createLanguageModel } from "../../language-model/language-model.ts";
import type { LanguageModelOptions } from "../../language-model/model-options.ts";
import type { CheckContext } from "../../verify/statement.ts";
import type { MeasureNearness } from "../../score/nearness.ts";
import { createCheck } from "./check-written.ts";
import type { OpenedModel } from "./opened-model.ts";
import type { Lookup } from "./lookup.ts";
import { loadAnswerPrompts } from "./prepare-prompt.ts";

/**
 * Connects to nothing yet. The caller closes `model`.
 * @param context how statements are verified: by the references of the library
 * @param lookup the library, for what the evidence of a question leaves open; not looked into when left out
 * @param nearness evidence of meaning for verification, beside the words
 * @throws CharmError for options that cannot work, and for prompt files that are missing or damaged
 */
export async function openModelEngine(
  options: LanguageModelOptions,
  context: CheckContext,
  nearness?: MeasureNearness,
  lookup?: Lookup,
): Promise<OpenedModel> {
  const model = createLanguageModel(options);
  const check = createCheck(context, nearness);
  const prompts = await loadAnswerPrompts();
  return { model, prompts, check, ...(lookup === undefined ? {} : { lookup }) };
}
