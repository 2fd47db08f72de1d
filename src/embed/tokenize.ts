// Takes a text; gives the ids of its tokens as the model wants them.

import { Tokenizer } from "@huggingface/tokenizers";

export interface TextTokenizer {
  /** Ids with the special tokens at both ends, cut to the longest input, the closing token kept. */
  encode(text: string): Int32Array;
  /** Number of tokens before any cut, special tokens included. */
  count(text: string): number;
}

/**
 * @param tokenizerJson content of tokenizer.json
 * @param configJson content of tokenizer_config.json
 * @param maxTokens longest input, special tokens included
 */
export function openTokenizer(
  tokenizerJson: string,
  configJson: string,
  maxTokens: number,
): TextTokenizer {
  const tokenizer = new Tokenizer(JSON.parse(tokenizerJson), JSON.parse(configJson));
  return {
    encode: (text) => cutTokens(tokenizer.encode(text).ids, maxTokens),
    count: (text) => tokenizer.encode(text).ids.length,
  };
}

function cutTokens(ids: readonly number[], maxTokens: number): Int32Array {
  if (ids.length <= maxTokens) return Int32Array.from(ids);
  return Int32Array.from([...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]);
}
