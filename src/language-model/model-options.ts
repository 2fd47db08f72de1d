// What a run with a language model is set to do, and what it does when nothing is said.
import type { CallOptions } from "../http/endpoint.ts";
import { noProxies } from "../http/proxy.ts";

/** Price of a million tokens, as the provider lists it. */
export interface Prices {
  readonly input: number;
  readonly output: number;
  /** Shown beside amounts; `USD`. */
  readonly currency: string;
}

/** What becomes of a statement that verification refuses twice. */
export const unverifiedPolicies = ["drop", "mark"] as const;
export type UnverifiedPolicy = (typeof unverifiedPolicies)[number];

export interface LanguageModelOptions extends CallOptions {
  /** Answers come from the cache or not at all. */
  readonly frozen: boolean;
  /** Folder of the response cache; null for none. */
  readonly cache: string | null;
  readonly unverified: UnverifiedPolicy;
  /** Most tokens the run may use, prompts and replies together; null for no limit. */
  readonly maxTokens: number | null;
  /** Most that the run may cost, in the currency of `prices`; null for no limit. */
  readonly maxCost: number | null;
  readonly prices: Prices | null;
  /** Tokens the model's window holds, prompt and reply; null when unknown. */
  readonly context: number | null;
  /** Most tokens of one reply, as a rule; one that finds no room to end is given more once. */
  readonly maxReply: number;
  /** Null to find out which protocol the endpoint keeps to. */
  readonly protocol: "structured" | "text" | null;
}

export const modelDefaults = {
  baseUrl: null,
  apiKey: null,
  proxies: noProxies,
  offline: false,
  frozen: false,
  cache: ".charm/cache",
  unverified: "drop",
  maxTokens: null,
  maxCost: null,
  prices: null,
  context: null,
  maxReply: 6000,
  connectTimeout: 10_000,
  // A small machine reads a long prompt for minutes before it writes a word.
  timeout: 300_000,
  retries: 3,
  protocol: null,
} as const satisfies Omit<LanguageModelOptions, "model">;

/** What flags, environment and charm.yaml say, joined; whatever they leave out is as {@link modelDefaults} has it. */
export type ModelWish = { readonly model: string } & {
  readonly [Name in keyof LanguageModelOptions]?: LanguageModelOptions[Name] | undefined;
};

export function completeOptions(wish: ModelWish): LanguageModelOptions {
  const said = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  return { ...modelDefaults, model: wish.model, ...said };
}
