// Takes one prompt and an endpoint; gives the reply, in a single attempt through the `openai` package.
import { Readable } from "node:stream";
import type { Endpoint } from "../http/endpoint.ts";
import { createFetch } from "../http/http-fetch.ts";
import { readRefusal, RefusedCall } from "../http/read-refusal.ts";
import { toBody, type BodyOptions } from "./chat-body.ts";
import { readEvents } from "./read-events.ts";
import { readStream, readWhole, type Listener, type RawReply } from "./read-reply.ts";

export interface SendOptions extends BodyOptions, Listener {
  readonly signal: AbortSignal;
  /** Called whenever anything comes in, be it only a sign of life. */
  readonly onBytes: () => void;
}

export type SendChat = (options: SendOptions) => Promise<RawReply>;

/** The package has a limit of its own, which must never be reached: the caller watches the time. */
const never = 2 ** 31 - 1;

/** What our fetch threw, past the package: it would replace errors that speak of time by one of its own. */
class FetchFailure extends Error {
  readonly thrown: unknown;

  constructor(thrown: unknown) {
    super("The call failed.");
    this.thrown = thrown;
  }
}

/**
 * Loads the `openai` package, which nothing else does.
 * @returns a function that rejects with what `classifyFailure` understands
 */
export async function openSender(
  endpoint: Endpoint,
  { connectTimeout }: { readonly connectTimeout: number },
): Promise<SendChat> {
  const { OpenAI } = await import("openai");
  const { origin, proxy } = endpoint;
  const client = new OpenAI({
    baseURL: endpoint.baseUrl,
    // The package insists on a key; the header it makes of it is taken out again, for ours.
    apiKey: endpoint.apiKey ?? "none",
    adminAPIKey: null,
    defaultQuery: { ...endpoint.query },
    defaultHeaders: { Authorization: null, ...endpoint.keyHeader },
    fetch: refusing(createFetch({ origin, proxy, connectTimeout })),
    timeout: never,
    // Retrying is done by the caller, who knows the time that is left.
    maxRetries: 0,
    // OPENAI_LOG must not make the package print requests.
    logLevel: "off",
  });
  return async (options) => {
    const response = await client.chat.completions
      .create(toBody(options), { signal: options.signal })
      .asResponse()
      .catch((error: unknown) => {
        const cause = error instanceof Error ? error.cause : null;
        throw cause instanceof FetchFailure ? cause.thrown : error;
      });
    options.onBytes();
    const pieces = readPieces(response, options.onBytes);
    if (/event-stream/i.test(response.headers.get("content-type") ?? "")) {
      return readStream(readEvents(pieces), options);
    }
    let body = "";
    for await (const piece of pieces) body += piece;
    // Some servers stream without saying that they do.
    const isStream = /^\s*(?:data|event|id|retry|error)?:/.test(body);
    return isStream ? readStream(readEvents(Readable.from([body])), options) : readWhole(body);
  };
}

/** The package reads only what stands under `error`; every other form of a refusal would be lost. */
function refusing(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    try {
      const response = await send(input, init);
      if (response.ok) return response;
      throw new RefusedCall(readRefusal(await response.text(), response));
    } catch (error) {
      throw new FetchFailure(error);
    }
  };
}

async function* readPieces(response: Response, onBytes: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    onBytes();
    yield decoder.decode(bytes as Uint8Array, { stream: true });
  }
  yield decoder.decode();
}
