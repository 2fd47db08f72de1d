// Takes the folder of a built-in model; gives, within this process, vectors of one text at a time.
import { basename } from "node:path";
import { openBuiltInGraph } from "../models/built-in-graph.ts";
import { openModelFolder } from "../models/model-folder.ts";
import { createTextModel } from "../models/text-model.ts";
import { openTokenizer } from "../models/tokenize.ts";
import type { PassageVectors, QuestionVectors, TokenVectors } from "./token-embedder.ts";
import { createTokenProjection, tokenDimensions } from "./token-projection.ts";
import { meanUnitVector, unitRows } from "./unit-vectors.ts";

/** Length of these models' vectors. */
export const dimensions = 384;

/** Longest input of all-MiniLM-L6-v2 (its sentence_bert_config.json) and of what is adapted from it, special tokens included. */
export const maxTokens = 256;

/** Files that change the vectors of passages. The questions' matrix is none: another one makes no stored vector stale. */
const changing = ["model.onnx", "passages.onnx", "tokenizer.json", "tokenizer_config.json"];

/**
 * Tokenizer, model and projection are each loaded, and checked, when first asked for. The id names the model and
 * everything that changes the vectors of passages.
 * @throws CharmError `model-missing`; jobs throw it too, and `model-damaged` and `model-unusable`
 */
export async function openBuiltInEncoder(path: string) {
  const folder = await openModelFolder(path);
  const projection = createTokenProjection(folder, dimensions);
  const model = createTextModel(
    () => {
      const json = folder.readText("tokenizer.json");
      return openTokenizer(json, folder.readText("tokenizer_config.json"), maxTokens);
    },
    () => openBuiltInGraph(folder, "model.onnx", "last_hidden_state"),
  );
  const run = async (text: string) => {
    const { tokens, output } = await model.run(text);
    return { tokens, states: output.data, pooled: meanUnitVector(output.data, dimensions) };
  };
  return {
    id: `${basename(path)}/int8/mean/${maxTokens}/tokens${tokenDimensions}/${folder.fingerprintOf(changing)}`,
    countTokens: model.countTokens,
    jobs: {
      vectors: async (text: string) => (await run(text)).pooled,
      tokens: async (text: string): Promise<TokenVectors> => {
        const { tokens, states, pooled } = await run(text);
        return { tokens, vectors: unitRows(states, dimensions), pooled };
      },
      passages: async (text: string): Promise<PassageVectors> => {
        const { states, pooled } = await run(text);
        return { tokens: await projection.projectPassage(states), pooled };
      },
      questions: async (text: string): Promise<QuestionVectors> => {
        const { tokens, states, pooled } = await run(text);
        const question = await projection.projectQuestion(tokens, unitRows(states, dimensions));
        return { ...question, pooled };
      },
    },
  };
}
