// Errors of runs that may not ask: offline, or frozen and without what was kept.
import { CharmError } from "../errors.ts";
import type { LanguageModelOptions } from "./model-options.ts";

export function engineOffline({ model }: LanguageModelOptions): CharmError {
  return new CharmError(
    "engine-offline",
    `“${model}” would have to be asked, and this run is offline.`,
    { hint: "Leave --offline out, or use --engine extractive." },
  );
}

export function notInCache({ model, cache }: LanguageModelOptions): CharmError {
  const place = cache === null ? "there is no cache" : `the cache (${cache}) does not hold it`;
  return new CharmError(
    "not-in-cache",
    `“${model}” was not asked this before with the same evidence: ${place}.`,
    { hint: "Run once without --frozen, with the model reachable, and share the cache folder." },
  );
}
