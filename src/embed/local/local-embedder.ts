// Takes a model's folder on this machine; gives an embedder that runs it, in this process or in workers.

import { createHash } from "node:crypto";

import { countUsefulWorkers } from "../built-in.ts";
import type { Embedder } from "../embedder.ts";
import { prefixTokens } from "../estimate-tokens.ts";
import { createTurns } from "../in-turns.ts";
import { localWorker } from "../worker-messages.ts";
import { createWorkerPool } from "../worker-pool.ts";
import { startWorker } from "../worker-process.ts";
import { createLocalEncoder } from "./local-encoder.ts";
import { readLocalModel } from "./local-model.ts";
import type { LocalModel, LocalWish } from "./local-model.ts";

export interface LocalOptions extends LocalWish {
  /** What the texts are, for models that tell the two apart. */
  readonly purpose: "queries" | "passages";
  /** Put in front of questions and of passages. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** Embeds in worker processes, as many as are of use; in this process when left out. */
  readonly workers?: boolean;
}

/** Most memory for the models of all workers together, in bytes: each holds the whole model. */
const mostModelBytes = 1024 ** 3;

/**
 * Reads the model's files once to know them again, about a second a gigabyte; the model is loaded by
 * the first call that needs it.
 *
 * @throws {CharmError} as `readLocalModel`; later calls as `openGraph`, and `embedding-tokenizer-unreadable`
 */
export async function openLocalEmbedder(options: LocalOptions): Promise<Embedder> {
  const { queryPrefix, passagePrefix, purpose } = options;
  const model = await readLocalModel(options);
  const prefix = purpose === "queries" ? queryPrefix : passagePrefix;
  const encoder = createLocalEncoder(model, prefix);
  const prefixes = [queryPrefix, passagePrefix];
  const base = {
    id: `onnx/${model.name}${namePrefixes(prefixes)}`,
    dimensions: model.dimensions,
    maxTokens: model.maxTokens - prefixTokens(prefixes),
    countTokens: encoder.countTokens,
  };
  if (options.workers !== true) {
    const turns = createTurns();
    return {
      ...base,
      embed: (texts, signal) => turns.each(texts, encoder.encode, signal),
      close: turns.close,
    };
  }
  const spec = JSON.stringify({ model, prefix });
  const pool = createWorkerPool(countWorkers(model), () => startWorker(localWorker, spec));
  return {
    ...base,
    prepare: pool.prepare,
    embed: (texts, signal) => pool.run("vectors", texts, signal),
    close: () => pool.close(),
  };
}

/** Prefixes change the vectors; most models have none. */
function namePrefixes(prefixes: readonly string[]): string {
  if (prefixes.every((prefix) => prefix === "")) return "";
  const digest = createHash("sha256").update(JSON.stringify(prefixes)).digest("hex");
  return `/prefixes-${digest.slice(0, 8)}`;
}

function countWorkers({ bytes }: LocalModel): number {
  return Math.max(1, Math.min(countUsefulWorkers(), Math.floor(mostModelBytes / bytes)));
}
