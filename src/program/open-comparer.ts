// Gives the model by which statements are compared, with the vectors of texts kept from call to call.
import { rememberVectors } from "../embed/remembering.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { once } from "../once.ts";
import type { RunDeps } from "./run-deps.ts";

/** Opened by the first call. */
export function openComparer({
  openComparing,
}: Pick<RunDeps, "openComparing">): () => Promise<TokenEmbedder> {
  return once(async () => rememberVectors(await openComparing()));
}
