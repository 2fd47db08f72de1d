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
  const special = tokenizer.encode("").ids.length;
  const counts = new Map<string, number>();
  const countWord = (word: string): number => {
    let count = counts.get(word);
    if (count === undefined) {
      count = tokenizer.encode(word).ids.length - special;
      if (counts.size < mostRemembered) counts.set(word, count);
    }
    return count;
  };
  return {
    encode: (text) => cutIds(tokenizer.encode(text).ids, maxTokens),
    // WordPiece tokens never run over white space, and those of other models hardly; most words have been counted before.
    count: (text) => {
      let total = special;
      for (const [word] of text.matchAll(/\S+/g)) total += countWord(word);
      return total;
    },
  };
}

/** Words whose tokens are counted once; bounds memory on a corpus of gibberish. */
const mostRemembered = 50_000;

function cutIds(ids: readonly number[], maxTokens: number): Int32Array {
  if (ids.length <= maxTokens) return Int32Array.from(ids);
  return Int32Array.from([...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]);
}
