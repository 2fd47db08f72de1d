// A built-in embedding model: texts to unit vectors, in this process or in workers.
import { builtInModels, type BuiltInModel } from "../models/built-in-models.ts";
import { findModelFolder } from "../models/model-folder.ts";
import { dimensions, maxTokens, openBuiltInEncoder } from "./built-in-encoder.ts";
import { openEmbeddingWork } from "./embedding-work.ts";
import type { QuestionVectors, TokenEmbedder } from "./token-embedder.ts";
import { tokenDimensions } from "./token-projection.ts";

export interface BuiltInOptions {
  readonly model?: BuiltInModel;
  /** Instead of a model that comes with the program: the path of a folder in the same layout. */
  readonly folder?: string;
  /** Worker processes; 0, the default, embeds in this process: quickest for a few short texts. */
  readonly workers?: number;
}

/**
 * Opening is cheap: the tokenizer, the model and the workers are each loaded, and their checksums
 * compared, by the first call that needs them. Closing ends the workers and what they are doing.
 * @throws CharmError `model-missing`; later calls throw `model-damaged` when a file is not the one
 *   named in the model's SHA256SUMS, `model-unusable` when it does not run on this machine
 */
export async function openBuiltInEmbedder(options: BuiltInOptions = {}): Promise<TokenEmbedder> {
  const { workers = 0 } = options;
  const folder = options.folder ?? findModelFolder(options.model ?? builtInModels[0]);
  const { id, countTokens, jobs } = await openBuiltInEncoder(folder);
  const open = (count: number) => openEmbeddingWork(jobs, { kind: "built-in", folder }, count);
  const here = open(0);
  const work = workers === 0 ? here : open(workers);
  return {
    id,
    dimensions,
    tokenDimensions,
    maxTokens,
    countTokens,
    prepare: work.prepare,
    embed: (texts, signal) => work.run("vectors", texts, signal),
    embedTokens: (texts, signal) => work.run("tokens", texts, signal),
    embedPassages: (texts, signal) => work.run("passages", texts, signal),
    embedQuestion: async (text, signal) => {
      // One short text is done before a worker has loaded the model.
      const [vectors] = await here.run("questions", [text], signal);
      return vectors as QuestionVectors;
    },
    close: work.close,
  };
}
