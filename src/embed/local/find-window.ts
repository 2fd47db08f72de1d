// Takes a model's folder and config.json; gives the longest input it is given, in tokens.
import { join } from "node:path";
import { CharmError } from "../../errors.ts";
import { readJson } from "../../models/read-json.ts";

/** Longer passages would fit some models, but are harder to find and to cite. */
const usual = 512;

/** Families that count positions from behind the padding token's (transformers, modeling_roberta.py). */
const offsetFamilies = /^(?:roberta|xlm-roberta|camembert|mpnet)/;
const positionOffset = 2;

/**
 * What was wished for, else what the folder says, up to 512; special tokens included.
 * @throws CharmError `embedding-window-exceeded` when the model takes less than was wished for
 */
export async function findWindow(
  folder: string,
  config: Readonly<Record<string, unknown>>,
  wished: number | undefined,
): Promise<number> {
  const transformer = await readJson(join(folder, "sentence_bert_config.json"));
  const tokenizer = await readJson(join(folder, "tokenizer_config.json"));
  const offset = offsetFamilies.test(String(config["model_type"])) ? positionOffset : 0;
  const positions = readLength(config["max_position_embeddings"]) - offset;
  // What the table of positions holds is a hard limit; the others say what the model was trained for.
  const trained = Math.min(
    positions,
    readLength(transformer?.["max_seq_length"]),
    readLength(tokenizer?.["model_max_length"]),
  );
  if (wished === undefined) return Math.min(requireRoom(folder, trained), usual);
  if (wished <= positions) return wished;
  throw new CharmError(
    "embedding-window-exceeded",
    `embedding.maxTokens is ${wished}, and the model of ${folder} takes ${positions}.`,
    { hint: `Set embedding.maxTokens to ${positions} or less in charm.yaml.` },
  );
}

/** Room for short name, headings and a few sentences. */
const fewest = 100;

function requireRoom(folder: string, trained: number): number {
  if (trained >= fewest) return trained;
  throw new CharmError(
    "embedding-model-unsupported",
    `The model of ${folder} takes ${trained} tokens; passages need ${fewest}.`,
    {
      hint: "Set embedding.maxTokens if it takes more than its folder says, or use another model.",
    },
  );
}

/** Tokenizers without a limit give a number beyond all texts. */
function readLength(value: unknown): number {
  return typeof value === "number" && value > 0 ? Math.floor(value) : Number.POSITIVE_INFINITY;
}
