// Takes what was asked for and what is configured; gives the engine that composes answers.
import { CharmError } from "../errors.ts";

export const engineNames = ["extractive", "openai"] as const;
export type EngineName = (typeof engineNames)[number];

export interface EngineWish {
  /** From `--engine`; null when it was not said. */
  readonly engine: EngineName | null;
  /** Model configured by flag, environment or charm.yaml; null for none. */
  readonly model: string | null;
  readonly offline: boolean;
  /** Answers come from the cache alone, so no connection is needed. */
  readonly frozen: boolean;
}

/**
 * The language model writes only when one is configured, and never when the run is offline.
 * @throws CharmError `engine-offline` and `model-not-set` when it was asked for by name and cannot be used
 */
export function chooseEngine({ engine, model, offline, frozen }: EngineWish): EngineName {
  const shut = offline && !frozen;
  if (engine === "openai" && shut) {
    throw new CharmError(
      "engine-offline",
      "The engine openai needs a connection, and this run is offline.",
      {
        hint: "Leave --offline out, use --engine extractive, or answer from the cache with --frozen.",
      },
    );
  }
  if (engine === "openai" && model === null) {
    throw new CharmError("model-not-set", "The engine openai needs the name of a model.", {
      hint: "Give --model NAME, set CHARM_MODEL, or write it in charm.yaml:\nmodel:\n  name: NAME",
    });
  }
  if (engine !== null) return engine;
  return model === null || shut ? "extractive" : "openai";
}
