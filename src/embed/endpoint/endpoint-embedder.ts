// Takes the address of an embeddings endpoint; gives an embedder that sends it texts and gets vectors.
import { hashOf } from "../../text/hash-of.ts";
import { CallError } from "../../http/call-failure.ts";
import { resolveEndpoint } from "../../http/endpoint.ts";
import { createRedactor } from "../../http/redact.ts";
import { withRetries } from "../../http/retry.ts";
import { cutBatches } from "../../lists.ts";
import { cutTokens, estimateTokens } from "../../models/estimate-tokens.ts";
import { embedderClosed } from "../../models/work-errors.ts";
import type { Embedder, Purpose } from "../embedder.ts";
import { askedDimensions, sayDimensions, type EndpointOptions } from "./endpoint-options.ts";
import {
  explainEmbeddingFailure,
  explainEmbeddingTimeout,
  explainMissingKey,
  explainOffline,
  explainOtherDimensions,
} from "./explain-embedding-failure.ts";
import { limitCalls } from "./limit-calls.ts";
import { createSender } from "./send-texts.ts";

export interface EndpointDeps {
  readonly purpose: Purpose;
  /** Length of vector that an index made by the embedder of this id holds; null when there is none. */
  readonly dimensionsOf: (id: string) => Promise<number | null>;
  readonly onWait?: (seconds: number, host: string) => void;
}

/** Text Embeddings Inference takes no more in one call unless told to; others take thousands. */
const mostTextsInCall = 32;
/** Calls under way at a time: enough to keep a server busy while a reply is on its way. */
const mostCalls = 2;

/** Tokens that models of this kind put at the ends of a text. */
const specialTokens = 2;

const openaiHost = "api.openai.com";

/**
 * Nothing is connected unless the length of the model's vectors is neither set, nor known, nor
 * found in the index: then one short text is sent.
 * @throws CharmError `model-address-invalid` and its like; later calls as explain-embedding-failure.ts
 *   has it, `embedding-offline` and `embedding-key-missing` before anything is connected
 */
export async function openEndpointEmbedder(
  options: EndpointOptions,
  deps: EndpointDeps,
): Promise<Embedder> {
  const { queryPrefix, passagePrefix, maxTokens } = options;
  const client = createClient(options, deps);
  const id = nameEndpoint(options, client.baseUrl);
  const measure = async (): Promise<number> =>
    (await client.embed(["dimensions"], null))[0]?.length ?? 0;
  const dimensions = sayDimensions(options) ?? (await deps.dimensionsOf(id)) ?? (await measure());
  const prefix = deps.purpose === "queries" ? queryPrefix : passagePrefix;
  const prepare = (text: string): string => {
    const cut = cutTokens(prefix + text, maxTokens - specialTokens);
    // Endpoints refuse an empty text.
    return cut === "" ? " " : cut;
  };
  return {
    id,
    dimensions,
    maxTokens: maxTokens - Math.max(...[queryPrefix, passagePrefix].map(estimateTokens)),
    countTokens: (text) => estimateTokens(text) + specialTokens,
    embed: (texts, signal) => client.embed(texts.map(prepare), dimensions, signal),
    close: client.close,
  };
}

/** Host and model in clear; the rest of the address, which may tell of an account, in the digest. */
function nameEndpoint(options: EndpointOptions, baseUrl: string): string {
  const { model, maxTokens, queryPrefix, passagePrefix } = options;
  const whole = JSON.stringify([baseUrl, model, queryPrefix, passagePrefix]);
  const digest = hashOf(whole).slice(0, 12);
  return `openai/${new URL(baseUrl).host}/${model}/${maxTokens}/${digest}`;
}

interface Client {
  readonly baseUrl: string;
  /** @param dimensions the length that vectors must have; null for any */
  embed(
    texts: readonly string[],
    dimensions: number | null,
    signal?: AbortSignal,
  ): Promise<Float32Array[]>;
  close(): Promise<void>;
}

function createClient(options: EndpointOptions, { onWait, purpose }: EndpointDeps): Client {
  const { model, apiKey, offline, timeout, retries } = options;
  // Commands that embed nothing need no key, so that it is asked for only when something is sent.
  const endpoint = resolveEndpoint({ ...options, apiKey: apiKey ?? "none" });
  const { baseUrl } = endpoint;
  const place = { model, baseUrl };
  const { host } = new URL(baseUrl);
  const send = createSender({ ...options, endpoint, dimensions: askedDimensions(options) });
  const redact = createRedactor([apiKey, ...endpoint.secrets]);
  const wait = (seconds: number): void => onWait?.(seconds, host);
  const limit = limitCalls(mostCalls);
  const closing = new AbortController();
  let lost: { readonly error: unknown } | null = null;

  /** One batch, within the time a call may take. */
  async function sendInTime(texts: readonly string[], wanted: AbortSignal | undefined) {
    const timer = AbortSignal.timeout(timeout);
    const signal = AbortSignal.any([timer, closing.signal, ...(wanted ? [wanted] : [])]);
    const deadline = Date.now() + timeout;
    const time = { random: Math.random, timeLeft: () => deadline - Date.now(), signal };
    try {
      const attempt = (): Promise<Float32Array[]> => send(texts, signal);
      return await withRetries(attempt, { ...time, retries, redact, onWait: wait });
    } catch (error) {
      wanted?.throwIfAborted();
      if (closing.signal.aborted) throw embedderClosed();
      if (timer.aborted) throw explainEmbeddingTimeout(place, Math.ceil(timeout / 1000));
      throw error instanceof CallError ? explainEmbeddingFailure(error.failure, place) : error;
    }
  }

  async function embedBatch(
    texts: readonly string[],
    dimensions: number | null,
    signal: AbortSignal | undefined,
  ): Promise<Float32Array[]> {
    if (lost !== null) throw lost.error;
    try {
      const vectors = await sendInTime(texts, signal);
      const length = dimensions ?? vectors[0]?.length ?? 0;
      const other = vectors.find((vector) => vector.length !== length);
      if (other) throw explainOtherDimensions(place, length, other.length);
      return vectors;
    } catch (error) {
      // An indexing that lost a batch has failed: the many that are waiting need not be paid for.
      if (purpose === "passages" && signal?.aborted !== true) lost ??= { error };
      throw error;
    }
  }

  return {
    baseUrl,
    embed: async (texts, dimensions, signal) => {
      if (texts.length === 0) return [];
      if (offline) throw explainOffline(place);
      if (apiKey === null && host === openaiHost) throw explainMissingKey(place);
      const calls = cutBatches(texts, mostTextsInCall).map((batch) =>
        limit(() => embedBatch(batch, dimensions, signal)),
      );
      return (await Promise.all(calls)).flat();
    },
    close: async () => closing.abort(),
  };
}
