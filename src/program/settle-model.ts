// Takes settings and what was asked for; gives how the language model that is to answer is set, or null where none is.
import { join, resolve } from "node:path";
import { hashOf } from "../text/hash-of.ts";
import { CharmError } from "../errors.ts";
import type { HomeChoice } from "../homes/homes.ts";
import { foldHomeName } from "../settings/fold-home-name.ts";
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
  choice: HomeChoice,
): Promise<LanguageModelOptions | null> {
  const chosen = chooseEngine({ engine, model, offline, frozen });
  if (chosen !== "openai" || model === null) return null;
  const options = completeOptions({
    ...configured,
    cache: resolve(cwd, cache ?? modelDefaults.cache, cacheOf(choice)),
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

/** A dry run of what sends nothing shows nothing. */
export function nothingAsked(): CharmError {
  return new CharmError("dry-run-extractive", "No language model would be asked anything.", {
    hint: "--dry-run shows what one would be sent: name it with --model, CHARM_MODEL or charm.yaml.",
  });
}

/** Replies made of one home's documents lie apart, so that the folder of another can be given away. */
function cacheOf(choice: HomeChoice): string {
  if (choice.kind !== "one") return ".";
  const name = foldHomeName(choice.home.name);
  const digest = hashOf(name).slice(0, 8);
  return join("homes", `${name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-${digest}`);
}
