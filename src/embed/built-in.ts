// The built-in embedding model, all-MiniLM-L6-v2: texts to unit vectors, in this process or in workers.

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { createTurns } from "./in-turns.ts";
import { openModelFolder } from "./model-folder.ts";
import { createModelEncoder, dimensions, maxTokens } from "./model-encoder.ts";
import type { ModelEncoder } from "./model-encoder.ts";
import type { QuestionVectors, TokenEmbedder } from "./token-embedder.ts";
import { tokenDimensions } from "./token-projection.ts";
import { createWorkerPool } from "./worker-pool.ts";
import { startWorker } from "./worker-process.ts";

export interface BuiltInOptions {
  /** Worker processes; 0, the default, embeds in this process: quickest for a few short texts. */
  readonly workers?: number;
  /** Folder of the model; the one that comes with the program when left out. */
  readonly folder?: string;
  /** Folder of the token projection; the one that comes with the program when left out. */
  readonly projection?: string;
}

const name = "all-MiniLM-L6-v2";

/** Above this each more process of about 150 MB gains little over what reads the documents. */
const mostWorkers = 4;

/**
 * Opening is cheap: the tokenizer, the model and the workers are each loaded, and their checksums
 * compared, by the first call that needs them. Closing ends the workers and what they are doing.
 *
 * @throws {CharmError} `model-missing`; later calls throw `model-damaged` when a file is not the one
 *   named in the model's SHA256SUMS, `model-unusable` when it does not run on this machine
 */
export async function openBuiltInEmbedder(options: BuiltInOptions = {}): Promise<TokenEmbedder> {
  const path = options.folder ?? findFolder(name);
  const projectionPath = options.projection ?? findFolder("token-projection");
  const folder = await openModelFolder(path);
  const projection = await openModelFolder(projectionPath);
  const encoder = createModelEncoder(folder, projection);
  // The questions' matrix is left out: another one makes no stored vector stale.
  const tokens = `tokens${tokenDimensions}/${projection.sumOf("passages.onnx").slice(0, 12)}`;
  const base = {
    id: `${name}/int8/mean/${maxTokens}/${folder.fingerprint}/${tokens}`,
    dimensions,
    tokenDimensions,
    maxTokens,
    countTokens: encoder.countTokens,
  };
  const workers = options.workers ?? 0;
  const here = embedHere(encoder);
  if (workers === 0) return { ...base, ...here };
  const pool = createWorkerPool(workers, () => startWorker(path, projectionPath));
  return {
    ...base,
    ...here,
    prepare: pool.prepare,
    embed: (texts, signal) => pool.run("vectors", texts, signal),
    embedTokens: (texts, signal) => pool.run("tokens", texts, signal),
    embedPassages: (texts, signal) => pool.run("passages", texts, signal),
    close: () => pool.close(),
  };
}

function findFolder(model: string): string {
  return fileURLToPath(new URL(`../../models/${model}`, import.meta.url));
}

/** Workers that make use of this machine when many texts are to be embedded: one a core, up to four. */
export function countUsefulWorkers(): number {
  return Math.min(availableParallelism(), mostWorkers);
}

function embedHere(
  encoder: ModelEncoder,
): Omit<TokenEmbedder, "id" | "dimensions" | "tokenDimensions" | "maxTokens" | "countTokens"> {
  const turns = createTurns();
  return {
    embed: (texts, signal) => turns.each(texts, encoder.encode, signal),
    embedTokens: (texts, signal) => turns.each(texts, encoder.encodeTokens, signal),
    embedPassages: (texts, signal) => turns.each(texts, encoder.encodePassage, signal),
    embedQuestion: async (text, signal) => {
      const [vectors] = await turns.each([text], encoder.encodeQuestion, signal);
      return vectors as QuestionVectors;
    },
    close: turns.close,
  };
}
