// Takes a model of a folder; gives, within this process, the vector of one text at a time.
import { existsSync, readFileSync } from "node:fs";
import { CharmError, messageOf } from "../../errors.ts";
import { openGraph, type GraphOutput } from "../../models/open-graph.ts";
import { createTextModel } from "../../models/text-model.ts";
import { openTokenizer, type TextTokenizer } from "../../models/tokenize.ts";
import { meanUnitVector, unitRows } from "../unit-vectors.ts";
import { explainGraph, explainUnsupported } from "./explain-graph.ts";
import type { LocalModel } from "./local-model.ts";

/** Names of a last layer, best known first; then of a vector pooled in the graph. */
const outputs = ["last_hidden_state", "token_embeddings", "hidden_states", "sentence_embedding"];

/**
 * Tokenizer and graph are each loaded when first asked for.
 * @param prefix put in front of every text
 */
export function createLocalEncoder(model: LocalModel, prefix: string) {
  const { countTokens, run } = createTextModel(
    () => loadTokenizer(model),
    () => openGraph(model.graph, { outputs, optimise: true }),
  );
  const vectors = async (text: string): Promise<Float32Array> => {
    const { tokens, output } = await run(prefix + text).catch((error: unknown) => {
      throw explainGraph(model.graph, error);
    });
    return toVector(output, tokens.length, model);
  };
  return { countTokens, jobs: { vectors } };
}

function loadTokenizer({ tokenizer, tokenizerConfig, maxTokens }: LocalModel): TextTokenizer {
  try {
    const config = existsSync(tokenizerConfig) ? readFileSync(tokenizerConfig, "utf8") : "{}";
    return openTokenizer(readFileSync(tokenizer, "utf8"), config, maxTokens);
  } catch (cause) {
    throw new CharmError(
      "embedding-tokenizer-unreadable",
      `${tokenizer} cannot be used: ${messageOf(cause)}`,
      {
        hint: "Download tokenizer.json and tokenizer_config.json again, or use another model.",
        cause,
      },
    );
  }
}

/** @param count number of tokens: rows that the graph gives, unless it has made one vector of them */
function toVector({ name, data, dims }: GraphOutput, count: number, model: LocalModel) {
  const width = dims.at(-1) ?? 0;
  const pooled = dims.length === 2;
  if (width === 0 || data.length !== (pooled ? width : count * width)) {
    throw explainUnsupported(model.graph, `gives ${name} in a form other than float32 rows`);
  }
  if (width !== model.dimensions) {
    throw new CharmError(
      "embedding-config-invalid",
      `${model.graph} gives ${width} numbers a token where config.json says ${model.dimensions}.`,
      { hint: "The files are of different models: download them again." },
    );
  }
  if (pooled || model.pooling === "cls") return unitRows(data.subarray(0, width), width);
  return meanUnitVector(data, width);
}
