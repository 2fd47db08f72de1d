// Takes texts and an endpoint; gives their vectors, in a single attempt.
import type { Endpoint } from "../../http/endpoint.ts";
import { createFetch } from "../../http/http-fetch.ts";
import { readRefusal, RefusedCall } from "../../http/read-refusal.ts";
import { readVectors } from "./read-vectors.ts";

export interface SendOptions {
  readonly endpoint: Endpoint;
  /** Null to send none. */
  readonly apiKey: string | null;
  readonly model: string;
  /** Length of vector to ask for; null to leave it to the model. */
  readonly dimensions: number | null;
  readonly connectTimeout: number;
}

/** One vector of length 1 for each text, in order. Rejects with what `classifyFailure` understands. */
export type SendTexts = (texts: readonly string[], signal: AbortSignal) => Promise<Float32Array[]>;

/**
 * One POST of JSON, which is all there is to this protocol: the client package would add 100 ms to
 * each search, and asks servers for base64 that not all of them know.
 */
export function createSender(options: SendOptions): SendTexts {
  const { endpoint, apiKey, model, dimensions, connectTimeout } = options;
  const send = createFetch({ origin: endpoint.origin, proxy: endpoint.proxy, connectTimeout });
  const url = new URL(`${endpoint.baseUrl}/embeddings`);
  for (const [name, value] of Object.entries(endpoint.query)) url.searchParams.set(name, value);
  const headers = {
    "content-type": "application/json",
    ...(apiKey === null ? {} : endpoint.keyHeader),
  };
  return async (texts, signal) => {
    const body = JSON.stringify({
      model,
      input: texts,
      encoding_format: "float",
      ...(dimensions === null ? {} : { dimensions }),
    });
    const response = await send(url, { method: "POST", headers, body, signal });
    const text = await response.text();
    if (!response.ok) throw new RefusedCall(readRefusal(text, response));
    return readVectors(text, texts.length, model);
  };
}
