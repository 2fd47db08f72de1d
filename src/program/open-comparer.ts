// Gives the model by which statements are compared, whatever model the library is embedded with.
import { rememberVectors } from "../embed/remembering.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { builtInModels } from "../models/built-in-models.ts";
import { once } from "../once.ts";
import { openBuiltIn } from "./open-embedder.ts";
import type { RunDeps } from "./run-deps.ts";

/** Opened by the first call; vectors are kept from call to call. */
export function openComparer(run: RunDeps): () => Promise<TokenEmbedder> {
  const { embedding } = run.settings;
  const isFirst =
    embedding.kind === "built-in" && (embedding.model ?? builtInModels[0]) === builtInModels[0];
  return once(async () =>
    rememberVectors(
      isFirst ? (run.embedder as TokenEmbedder) : await openBuiltIn("queries", builtInModels[0]),
    ),
  );
}
