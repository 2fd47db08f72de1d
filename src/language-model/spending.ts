// Takes the calls of a run as they come; gives what they used, and stops the next one that could go over a limit.
import { CharmError } from "../errors.ts";
import type { CallUsage } from "./chat.ts";
import type { LanguageModelOptions, Prices } from "./model-options.ts";

/** What a run used. */
export interface RunUsage {
  readonly calls: number;
  /** Replies that came from the cache and cost nothing. */
  readonly cached: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In `currency`; null when no prices are configured. */
  readonly cost: number | null;
  readonly currency: string | null;
  /** False when some of the tokens are charm's own count. */
  readonly reported: boolean;
}

/** What two runs with the same prices used together. @param before null for nothing */
export function addUsage(before: RunUsage | null, usage: RunUsage): RunUsage {
  if (before === null) return usage;
  const { cost } = before;
  return {
    calls: before.calls + usage.calls,
    cached: before.cached + usage.cached,
    promptTokens: before.promptTokens + usage.promptTokens,
    completionTokens: before.completionTokens + usage.completionTokens,
    cost: cost === null || usage.cost === null ? null : cost + usage.cost,
    currency: usage.currency,
    reported: before.reported && usage.reported,
  };
}

type Limits = Pick<LanguageModelOptions, "maxTokens" | "maxCost" | "prices">;

export interface Spending {
  /** @throws CharmError `token-limit` or `cost-limit` when the call could go over; nothing has been sent then */
  readonly check: (promptTokens: number, maxReply: number) => void;
  readonly add: (usage: CallUsage) => void;
  readonly addCached: () => void;
  readonly total: () => RunUsage;
}

/** Amount in the currency of `prices`. */
export function costOf(
  tokens: { promptTokens: number; completionTokens: number },
  prices: Prices,
): number {
  return (tokens.promptTokens * prices.input + tokens.completionTokens * prices.output) / 1e6;
}

/** @throws CharmError `prices-not-set` when a cost is limited and nothing says what a token costs */
export function createSpending(limits: Limits): Spending {
  const { prices, maxCost, maxTokens } = limits;
  if (maxCost !== null && prices === null) {
    throw new CharmError("prices-not-set", "--max-cost needs to know what the model costs.", {
      hint: "Write what your provider asks for a million tokens in charm.yaml:\nmodel:\n  prices:\n    input: 1.00\n    output: 4.00",
    });
  }
  const calls: CallUsage[] = [];
  let cached = 0;
  const total = (): RunUsage => {
    const promptTokens = calls.reduce((sum, call) => sum + call.promptTokens, 0);
    const completionTokens = calls.reduce((sum, call) => sum + call.completionTokens, 0);
    return {
      calls: calls.length,
      cached,
      promptTokens,
      completionTokens,
      cost: prices && costOf({ promptTokens, completionTokens }, prices),
      currency: prices?.currency ?? null,
      reported: calls.every((call) => call.reported),
    };
  };
  return {
    check: (promptTokens, maxReply) => {
      const spent = total();
      const most = spent.promptTokens + spent.completionTokens + promptTokens + maxReply;
      if (maxTokens !== null && most > maxTokens) throw tokenLimit(most, maxTokens);
      if (maxCost === null || prices === null) return;
      const cost = (spent.cost ?? 0) + costOf({ promptTokens, completionTokens: maxReply }, prices);
      if (cost > maxCost) throw costLimit(cost, maxCost, prices.currency);
    },
    add: (usage) => calls.push(usage),
    addCached: () => (cached += 1),
    total,
  };
}

function tokenLimit(most: number, limit: number): CharmError {
  return new CharmError(
    "token-limit",
    `The next call could bring this run to ${most} tokens; the limit is ${limit}. It was not made.`,
    { hint: `Allow more with --max-tokens ${most}, or ask fewer questions in one run.` },
  );
}

function costLimit(cost: number, limit: number, currency: string): CharmError {
  const shown = cost.toFixed(4);
  return new CharmError(
    "cost-limit",
    `The next call could bring this run to ${shown} ${currency}; the limit is ${limit}. It was not made.`,
    { hint: `Allow more with --max-cost ${shown}, or ask fewer questions in one run.` },
  );
}
