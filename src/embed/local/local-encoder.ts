// Takes a model of a folder; gives, within this process, the vector of one text at a time.

import { existsSync, readFileSync } from "node:fs";

import { CharmError } from "../../errors.ts";
import { openTokenizer } from "../tokenize.ts";
import type { TextTokenizer } from "../tokenize.ts";
import { meanUnitVector, unitRows } from "../unit-vectors.ts";
import type { LocalModel } from "./local-model.ts";
import { openGraph } from "./open-graph.ts";
import type { Graph, GraphOutput } from "./open-graph.ts";

export interface LocalEncoder {
  /** Special tokens included, before any cut. */
  countTokens(text: string): number;
  encode(text: string): Promise<Float32Array>;
}

/**
 * Tokenizer and graph are each loaded when first asked for.
 *
 * @param prefix put in front of every text
 */
export function createLocalEncoder(model: LocalModel, prefix: string): LocalEncoder {
  let tokenizer: TextTokenizer | null = null;
  let graph: Promise<Graph> | null = null;
  const tokenize = (): TextTokenizer => (tokenizer ??= loadTokenizer(model));
  return {
    countTokens: (text) => tokenize().count(text),
    encode: async (text) => {
      graph ??= openGraph(model.graph);
      // Whoever awaits it hears of a failure; until then it must not count as unhandled.
      graph.catch(() => {});
      const tokens = tokenize().encode(prefix + text);
      return toVector(await (await graph)(tokens), model);
    },
  };
}

function loadTokenizer({ tokenizer, tokenizerConfig, maxTokens }: LocalModel): TextTokenizer {
  try {
    const config = existsSync(tokenizerConfig) ? readFileSync(tokenizerConfig, "utf8") : "{}";
    return openTokenizer(readFileSync(tokenizer, "utf8"), config, maxTokens);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new CharmError("embedding-tokenizer-unreadable", `${tokenizer} cannot be used: ${said}`, {
      hint: "Download tokenizer.json and tokenizer_config.json again, or use another model.",
      cause,
    });
  }
}

function toVector({ rows, width, pooled }: GraphOutput, model: LocalModel): Float32Array {
  if (width !== model.dimensions) {
    throw new CharmError(
      "embedding-config-invalid",
      `${model.graph} gives ${width} numbers a token where config.json says ${model.dimensions}.`,
      { hint: "The files are of different models: download them again." },
    );
  }
  if (pooled || model.pooling === "cls") return unitRows(rows.subarray(0, width), width);
  return meanUnitVector(rows, width);
}
