// For tests: a server on loopback that embeds texts with a made-up rule, and reactions that go wrong.
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import {
  endpointDefaults,
  type EndpointOptions,
} from "../../../src/embed/endpoint/endpoint-options.ts";
import { noProxies } from "../../../src/http/proxy.ts";
import type { Reaction, SeenRequest } from "../../language-model/scripted-server.ts";

/** A key with the shape of none, so that only knowing it can keep it out of sight. */
export const secretKey = "Zq7-hush.hush/9x81";
export const dimensions = 16;

export function optionsFor(
  baseUrl: string | null,
  changed: Partial<EndpointOptions> = {},
): EndpointOptions {
  return {
    ...endpointDefaults,
    model: "made-up-embedder",
    baseUrl,
    apiKey: secretKey,
    proxies: noProxies,
    offline: false,
    dimensions,
    timeout: 5000,
    connectTimeout: 1000,
    ...changed,
  };
}

interface Sent {
  readonly model: string;
  readonly input: readonly string[];
  readonly encoding_format: string;
  readonly dimensions?: number;
}

/** The body of a call, as the endpoint reads it. */
export function bodyOf({ body }: SeenRequest): Sent {
  return body as unknown as Sent;
}

/** The sum of one direction for each word: texts with the same words get near vectors. Not of length 1. */
export function madeUpVector(text: string, length = dimensions): number[] {
  const sum = Array.from({ length }, () => 0.01);
  for (const word of text.toLowerCase().match(/[a-z]{3,}|\d+/g) ?? []) {
    const bytes = createHash("sha256").update(word).digest();
    for (let i = 0; i < length; i += 1) sum[i] = (sum[i] ?? 0) + ((bytes[i % 32] ?? 0) - 127.5);
  }
  return sum;
}

interface EmbedOptions {
  readonly length?: number;
  /** Numbers the vectors, and gives them in another order. */
  readonly shuffled?: boolean;
  /** Leaves the numbers out. */
  readonly unnumbered?: boolean;
  /** Milliseconds before the reply. */
  readonly pause?: number;
}

export function embed({ length, shuffled, unnumbered, pause = 0 }: EmbedOptions = {}): Reaction {
  return async (request, response) => {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const data = bodyOf(request).input.map((text, index) => ({
      object: "embedding",
      ...(unnumbered === true ? {} : { index }),
      embedding: madeUpVector(text, length),
    }));
    reply(response, { object: "list", data: shuffled === true ? data.toReversed() : data });
  };
}

export function sayJson(value: unknown): Reaction {
  return (_, response) => reply(response, value);
}

function reply(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}
