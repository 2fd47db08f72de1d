// The built-in embedding model: texts to unit vectors, in this process or in workers.
import { findModelFolder } from "../models/model-folder.ts";
import {
  dimensions,
  maxTokens,
  openBuiltInEncoder,
  type BuiltInFolders,
} from "./built-in-encoder.ts";
import { openEmbeddingWork } from "./embedding-work.ts";
import type { QuestionVectors, TokenEmbedder } from "./token-embedder.ts";
import { tokenDimensions } from "./token-projection.ts";

/** The folders are those that come with the program when left out. */
export interface BuiltInOptions extends Partial<BuiltInFolders> {
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
  const folders = {
    folder: options.folder ?? findModelFolder("all-MiniLM-L6-v2"),
    projection: options.projection ?? findModelFolder("token-projection"),
  };
  const { id, countTokens, jobs } = await openBuiltInEncoder(folders);
  const open = (count: number) => openEmbeddingWork(jobs, { kind: "built-in", ...folders }, count);
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
