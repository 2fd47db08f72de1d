// Takes the model's folder; gives, within this process, vectors of one text at a time.

import { openInference } from "./inference.ts";
import type { Inference } from "./inference.ts";
import type { ModelFolder } from "./model-folder.ts";
import type { PassageVectors, QuestionVectors, TokenVectors } from "./token-embedder.ts";
import { openTokenizer } from "./tokenize.ts";
import type { TextTokenizer } from "./tokenize.ts";
import { createTokenProjection } from "./token-projection.ts";
import { meanUnitVector, unitRows } from "./unit-vectors.ts";

/** Length of this model's vectors. */
export const dimensions = 384;

/** Longest input of all-MiniLM-L6-v2 (its sentence_bert_config.json), special tokens included. */
export const maxTokens = 256;

export interface ModelEncoder {
  countTokens(text: string): number;
  encode(text: string): Promise<Float32Array>;
  encodeTokens(text: string): Promise<TokenVectors>;
  encodePassage(text: string): Promise<PassageVectors>;
  encodeQuestion(text: string): Promise<QuestionVectors>;
}

/** Tokenizer and model are each loaded, and checked, when first asked for. */
export function createModelEncoder(
  folder: ModelFolder,
  projectionFolder: ModelFolder,
): ModelEncoder {
  const projection = createTokenProjection(projectionFolder, dimensions);
  const tokenizer = once(() => loadTokenizer(folder));
  const inference = once(() => loadInference(folder));
  async function run(text: string): Promise<{ tokens: Int32Array; states: Float32Array }> {
    // Begun first, so that the model is read from disk while the tokenizer is built.
    const loading = inference();
    const tokens = tokenizer().encode(text);
    return { tokens, states: await (await loading)(tokens) };
  }
  return {
    countTokens: (text) => tokenizer().count(text),
    encode: async (text) => meanUnitVector((await run(text)).states, dimensions),
    encodeTokens: async (text) => {
      const { tokens, states } = await run(text);
      const vectors = unitRows(states, dimensions);
      return { tokens, vectors, pooled: meanUnitVector(states, dimensions) };
    },
    encodePassage: async (text) => {
      const { states } = await run(text);
      const tokens = await projection.projectPassage(states);
      return { tokens, pooled: meanUnitVector(states, dimensions) };
    },
    encodeQuestion: async (text) => {
      const { tokens, states } = await run(text);
      const projected = await projection.projectQuestion(tokens, unitRows(states, dimensions));
      return { ...projected, pooled: meanUnitVector(states, dimensions) };
    },
  };
}

function loadTokenizer(folder: ModelFolder): TextTokenizer {
  const json = folder.readText("tokenizer.json");
  return openTokenizer(json, folder.readText("tokenizer_config.json"), maxTokens);
}

function loadInference(folder: ModelFolder): Promise<Inference> {
  const loading = folder.readBytes("model.onnx").then(openInference);
  // Whoever awaits it hears of a failure; until then it must not count as unhandled.
  loading.catch(() => {});
  return loading;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
