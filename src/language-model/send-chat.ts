// Takes one prompt and an endpoint; gives the reply, in a single attempt through the `openai` package.
import type OpenAI from "openai";
import type { CallUsage, Message, ReplySchema } from "./chat.ts";
import { CallError, type FailureKind } from "../http/call-failure.ts";
import type { Endpoint } from "../http/endpoint.ts";
import type { Extras } from "./extras.ts";
import { createFetch } from "../http/http-fetch.ts";

export interface SendOptions {
  readonly model: string;
  readonly messages: readonly Message[];
  /** Sent only with structured output. */
  readonly schema: ReplySchema | null;
  readonly extras: Extras;
  readonly maxReply: number;
  readonly signal: AbortSignal;
  readonly onCharacters: (count: number) => void;
}

export interface RawReply {
  readonly text: string;
  readonly usage: Pick<CallUsage, "promptTokens" | "completionTokens"> | null;
}

export type SendChat = (options: SendOptions) => Promise<RawReply>;

/** The same question gets the same answer wherever the endpoint honours it. */
const seed = 1;
/** No answer is longer, in UTF-16 units. */
const mostCharacters = 400_000;

/**
 * Loads the `openai` package, which nothing else does.
 * @returns a function that rejects with `CallError` or with what the package throws
 */
export async function openSender(
  endpoint: Endpoint,
  limits: { readonly connectTimeout: number; readonly timeout: number },
): Promise<SendChat> {
  const { OpenAI } = await import("openai");
  const { Stream } = await import("openai/streaming");
  const client = new OpenAI({
    baseURL: endpoint.baseUrl,
    // The package insists on a key; the header it makes of it is taken out again, for ours.
    apiKey: endpoint.apiKey ?? "none",
    adminAPIKey: null,
    defaultQuery: { ...endpoint.query },
    defaultHeaders: { Authorization: null, ...endpoint.keyHeader },
    fetch: createFetch({ origin: endpoint.origin, connectTimeout: limits.connectTimeout }),
    timeout: limits.timeout,
    // Retrying is done by the caller, who knows the time that is left.
    maxRetries: 0,
    // OPENAI_LOG must not make the package print requests.
    logLevel: "off",
  });
  return async (options) => {
    const response = await client.chat.completions
      .create({ ...toBody(options), stream: options.extras.stream }, { signal: options.signal })
      .asResponse();
    const streamed = /event-stream/i.test(response.headers.get("content-type") ?? "");
    if (!streamed) return readWhole(await response.text());
    const stream = Stream.fromSSEResponse<Chunk>(response, new AbortController(), client);
    return readStream(stream, options);
  };
}

type Body = Omit<OpenAI.ChatCompletionCreateParams, "stream">;

function toBody({ model, messages, schema, extras, maxReply }: SendOptions): Body {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(extras.temperature ? { temperature: 0 } : {}),
    ...(extras.seed ? { seed } : {}),
    ...(extras.lengthName === null ? {} : { [extras.lengthName]: maxReply }),
    ...(extras.stream && extras.streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...(schema === null
      ? {}
      : {
          response_format: {
            type: "json_schema",
            json_schema: { name: schema.name, strict: true, schema: { ...schema.schema } },
          },
        }),
  };
}

/** What is read of a chunk or of a whole completion; everything is checked, for nothing can be relied on. */
interface Choice {
  readonly delta?: { readonly content?: unknown; readonly refusal?: unknown } | null;
  readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null;
  readonly finish_reason?: unknown;
}
interface Chunk {
  readonly choices?: readonly Choice[] | null;
  readonly usage?: {
    readonly prompt_tokens?: unknown;
    readonly completion_tokens?: unknown;
  } | null;
  readonly error?: unknown;
}

async function readStream(stream: AsyncIterable<Chunk>, options: SendOptions): Promise<RawReply> {
  let text = "";
  let usage: RawReply["usage"] = null;
  let finish: unknown = null;
  for await (const chunk of stream) {
    const choice = chunk.choices?.[0];
    const content = choice?.delta?.content;
    if (typeof content === "string") text += content;
    if (typeof choice?.delta?.refusal === "string") throw failure("withheld");
    if (text.length > mostCharacters) throw failure("too-long");
    finish = choice?.finish_reason ?? finish;
    usage = readUsage(chunk) ?? usage;
    options.onCharacters(text.length);
  }
  options.signal.throwIfAborted();
  checkFinish(finish);
  return { text, usage };
}

function readWhole(body: string): RawReply {
  let whole: Chunk;
  try {
    whole = JSON.parse(body) as Chunk;
  } catch {
    throw failure("broken", "The reply is not JSON.");
  }
  const choice = whole.choices?.[0];
  const content = choice?.message?.content;
  if (typeof choice?.message?.refusal === "string") throw failure("withheld");
  if (typeof content !== "string") throw failure("broken", "The reply holds no message.");
  if (content.length > mostCharacters) throw failure("too-long");
  checkFinish(choice?.finish_reason);
  return { text: content, usage: readUsage(whole) };
}

function checkFinish(finish: unknown): void {
  if (finish === "length") throw failure("cut");
  if (finish === "content_filter") throw failure("withheld");
  // A stream that just ends was cut off on the way.
  if (finish === null || finish === undefined) throw failure("broken", "The reply has no end.");
}

function readUsage({ usage }: Chunk): RawReply["usage"] {
  const prompt = usage?.prompt_tokens;
  const completion = usage?.completion_tokens;
  if (typeof prompt !== "number" || typeof completion !== "number") return null;
  return { promptTokens: prompt, completionTokens: completion };
}

function failure(kind: FailureKind, detail = ""): CallError {
  return new CallError({ kind, status: null, detail, retryAfter: null });
}
