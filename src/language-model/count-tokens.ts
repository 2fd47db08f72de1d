// Takes a model's name; gives a count of the tokens it makes of a text.
import { estimateTokens } from "../models/estimate-tokens.ts";
import type { Message, Protocol } from "./chat.ts";

export interface TokenCounter {
  readonly count: (text: string) => number;
  /** False where the model's tokeniser is not known and the count is a cautious estimate. */
  readonly exact: boolean;
  readonly free: () => void;
}

/** Loads `tiktoken` (and nothing else does) when the name may be one it knows. */
export async function openTokenCounter(model: string): Promise<TokenCounter> {
  const name = model.replace(/^(?:openai|azure)\//, "");
  if (!/^(?:gpt-|o\d|chatgpt|text-|ft:gpt-)/.test(name)) return estimate;
  const { encoding_for_model: encodingForModel, get_encoding: getEncoding } =
    await import("tiktoken");
  const encoding = (() => {
    try {
      return encodingForModel(name.replace(/^ft:/, "").replace(/:.*$/, "") as "gpt-4o");
    } catch {
      // Names newer than the package: their tokenisers have been this one since 2024.
      return /^(?:gpt-[4-9]|o\d|chatgpt)/.test(name) ? getEncoding("o200k_base") : null;
    }
  })();
  if (encoding === null) return estimate;
  return {
    // Special tokens in a text are text.
    count: (text) => encoding.encode(text, [], []).length,
    exact: true,
    free: () => encoding.free(),
  };
}

const estimate: TokenCounter = {
  count: estimateTokens,
  exact: false,
  free: () => {},
};

/** Tokens that a message costs beside its content (OpenAI cookbook, "How to count tokens with tiktoken"). */
const perMessage = 4;
const perReply = 3;

export function countMessages(
  messages: readonly Message[],
  counter: Pick<TokenCounter, "count">,
): number {
  return messages.reduce((sum, { content }) => sum + counter.count(content) + perMessage, perReply);
}

/** Of the longer of the two protocols. @param messages of each */
export function countLongest(
  messages: (protocol: Protocol) => readonly Message[],
  counter: Pick<TokenCounter, "count">,
): number {
  const protocols: Protocol[] = ["structured", "text"];
  return Math.max(...protocols.map((protocol) => countMessages(messages(protocol), counter)));
}

/** Tokens between a prompt and a reply that fill the window: a template writes some of its own. */
export const spareTokens = 64;
