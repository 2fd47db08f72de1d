// Takes a model's folder on this machine; gives an embedder that runs it, in this process or in workers.
import { hashOf } from "../../text/hash-of.ts";
import { estimateTokens } from "../../models/estimate-tokens.ts";
import { countUsefulWorkers } from "../../models/worker-pool.ts";
import type { Embedder, Purpose } from "../embedder.ts";
import { openEmbeddingWork } from "../embedding-work.ts";
import { createLocalEncoder } from "./local-encoder.ts";
import { readLocalModel, type LocalModel, type LocalWish } from "./local-model.ts";

export interface LocalOptions extends LocalWish {
  readonly purpose: Purpose;
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
 * @throws CharmError as `readLocalModel`; later calls as `explainGraph`, and `embedding-tokenizer-unreadable`
 */
export async function openLocalEmbedder(options: LocalOptions): Promise<Embedder> {
  const { queryPrefix, passagePrefix, purpose } = options;
  const model = await readLocalModel(options);
  const prefix = purpose === "queries" ? queryPrefix : passagePrefix;
  const { countTokens, jobs } = createLocalEncoder(model, prefix);
  const prefixes = [queryPrefix, passagePrefix];
  const workers = options.workers === true ? countWorkers(model) : 0;
  const work = openEmbeddingWork(jobs, { kind: "local", model, prefix }, workers);
  return {
    id: `onnx/${model.name}${namePrefixes(prefixes)}`,
    dimensions: model.dimensions,
    maxTokens: model.maxTokens - Math.max(...prefixes.map(estimateTokens)),
    countTokens,
    prepare: work.prepare,
    embed: (texts, signal) => work.run("vectors", texts, signal),
    close: work.close,
  };
}

/** Prefixes change the vectors; most models have none. */
function namePrefixes(prefixes: readonly string[]): string {
  if (prefixes.every((prefix) => prefix === "")) return "";
  const digest = hashOf(JSON.stringify(prefixes));
  return `/prefixes-${digest.slice(0, 8)}`;
}

function countWorkers({ bytes }: LocalModel): number {
  return Math.max(1, Math.min(countUsefulWorkers(), Math.floor(mostModelBytes / bytes)));
}
