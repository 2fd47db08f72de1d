// What an embedding endpoint is set to do, and what it does when nothing is said.
import type { CallOptions } from "../../http/endpoint.ts";

export interface EndpointOptions extends CallOptions {
  /** Length of a vector; null to find out. */
  readonly dimensions: number | null;
  /** Longest text in tokens; what is longer is cut. */
  readonly maxTokens: number;
  /** Put in front of questions and of passages. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

export const endpointDefaults = {
  dimensions: null,
  // Longer passages would fit most of these models, but are harder to find and to cite.
  maxTokens: 512,
  queryPrefix: "",
  passagePrefix: "",
  connectTimeout: 10_000,
  timeout: 300_000,
  retries: 5,
} as const satisfies Partial<EndpointOptions>;

/** What charm.yaml and the environment say; whatever they leave out is as {@link endpointDefaults} has it. */
export type EndpointWish = Pick<
  EndpointOptions,
  "model" | "baseUrl" | "apiKey" | "proxies" | "offline"
> & {
  readonly [Name in keyof typeof endpointDefaults]?: EndpointOptions[Name] | undefined;
};

export function completeEndpoint(wish: EndpointWish): EndpointOptions {
  const { model, baseUrl, apiKey, proxies, offline, ...details } = wish;
  const said = Object.entries(details).filter(([, value]) => value !== undefined);
  const fixed = { model, baseUrl, apiKey, proxies, offline };
  return { ...endpointDefaults, ...Object.fromEntries(said), ...fixed };
}

/** Lengths that are documented (platform.openai.com/docs/guides/embeddings). */
const knownDimensions: ReadonlyMap<string, number> = new Map([
  ["text-embedding-3-small", 1536],
  ["text-embedding-3-large", 3072],
  ["text-embedding-ada-002", 1536],
]);

/** Length of a model's vectors, as far as it is said or known; null otherwise. */
export function sayDimensions({
  model,
  dimensions,
}: Pick<EndpointOptions, "model" | "dimensions">): number | null {
  return dimensions ?? knownDimensions.get(model) ?? null;
}

/** Length to ask the endpoint for: these models shorten their vectors when asked, others take no such wish. */
export function askedDimensions({
  model,
  dimensions,
}: Pick<EndpointOptions, "model" | "dimensions">): number | null {
  const shortens = model.startsWith("text-embedding-3-");
  return shortens && dimensions !== knownDimensions.get(model) ? dimensions : null;
}
