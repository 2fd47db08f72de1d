// Takes settings and what was asked for; gives how the language model that is to answer is set, or null where none is.
import { resolve } from "node:path";
import { chooseEngine } from "../language-model/choose-engine.ts";
import {
  completeOptions,
  modelDefaults,
  type LanguageModelOptions,
} from "../language-model/model-options.ts";
import type { Settings } from "../settings/settings.ts";
import type { AnswerOptions, Surroundings } from "./services.ts";

/**
 * Everything that cannot work is told here, before minutes may be spent on indexing. Nothing is connected.
 * @throws CharmError `engine-offline`, `model-not-set`, and as `createLanguageModel`
 */
export async function settleModel(
  { model: { name: model, cache, ...configured }, offline }: Settings,
  { engine, frozen, unverified, maxCost, maxTokens }: AnswerOptions,
  { apiKey, proxies, cwd }: Surroundings,
): Promise<LanguageModelOptions | null> {
  const chosen = chooseEngine({ engine, model, offline, frozen });
  if (chosen !== "openai" || model === null) return null;
  const options = completeOptions({
    ...configured,
    cache: resolve(cwd, cache ?? modelDefaults.cache),
    model,
    apiKey,
    proxies,
    offline,
    frozen,
    maxTokens,
    maxCost,
    unverified: unverified ?? configured.unverified,
  });
  const { createLanguageModel } = await import("../language-model/language-model.ts");
  createLanguageModel(options).close();
  return options;
}
