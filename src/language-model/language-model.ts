// Takes the options of a run; gives the language model it talks to: cache, limits, protocols and retries joined.
import { CharmError, messageOf } from "../errors.ts";
import { callModel, type CallHooks, type ModelDeps } from "./call-model.ts";
import {
  MalformedReply,
  type CallUsage,
  type ChatRequest,
  type Message,
  type Protocol,
} from "./chat.ts";
import { countMessages, openTokenCounter, type TokenCounter } from "./count-tokens.ts";
import { resolveEndpoint } from "../http/endpoint.ts";
import { explainMalformed } from "./explain-failure.ts";
import { firstExtras } from "./extras.ts";
import type { LanguageModelOptions } from "./model-options.ts";
import { createRedactor } from "../http/redact.ts";
import { cacheKey, noCache, openResponseCache } from "./response-cache.ts";
import { openSender, type SendChat } from "./send-chat.ts";
import { createSpending, type RunUsage } from "./spending.ts";

export interface Completion<T> {
  readonly value: T;
  readonly usage: CallUsage;
}

export interface LanguageModel {
  readonly options: LanguageModelOptions;
  /** The model's own tokeniser, or a cautious estimate. */
  readonly tokens: () => Promise<TokenCounter>;
  /** The protocol the next prompt would be written in. */
  readonly protocol: () => Protocol;
  /**
   * @param read makes a value of a reply; throws `MalformedReply` when it cannot. Only what it could read is kept.
   * @throws CharmError with a code of docs/models.md; `model-context-too-long` when less evidence may help
   */
  readonly complete: <T>(
    request: ChatRequest,
    read: (text: string, protocol: Protocol) => T,
    hooks: CallHooks,
  ) => Promise<Completion<T>>;
  readonly usage: () => RunUsage;
  readonly close: () => void;
}

/**
 * Nothing is connected and neither `openai` nor `tiktoken` loaded until a reply is wanted that the cache does not have.
 * What the endpoint turns out not to offer is remembered for the run.
 * @throws CharmError for an address, key or limit that cannot work
 */
export function createLanguageModel(
  options: LanguageModelOptions,
  deps: ModelDeps = { now: Date.now, random: Math.random },
): LanguageModel {
  // Frozen answers need neither address nor key.
  const endpoint = options.frozen ? null : resolveEndpoint(options);
  const redact = createRedactor([...(endpoint?.secrets ?? []), options.apiKey]);
  const spending = createSpending(options);
  const cache = options.cache === null ? noCache : openResponseCache(options.cache);
  let extras = firstExtras(endpoint?.baseUrl ?? "https://localhost");
  if (options.protocol === "text") extras = { ...extras, structured: false };
  let counter: Promise<TokenCounter> | null = null;
  let sender: Promise<SendChat> | null = null;

  const tokens = () => (counter ??= openTokenCounter(options.model));
  const protocol = (): Protocol => (extras.structured ? "structured" : "text");

  const call = async (messages: readonly Message[], request: ChatRequest, hooks: CallHooks) => {
    if (endpoint === null || options.offline) throw offlineError(options);
    const counted = await tokens();
    const promptTokens = countMessages(messages, counted);
    spending.check(promptTokens, options.maxReply);
    sender ??= openSender(endpoint, options);
    hooks.onEvent({ kind: "calling", model: options.model, promptTokens });
    const send = await sender;
    const prompt = { messages, schema: request.schema, promptTokens };
    const reply = await callModel(
      { send, endpoint, options, redact, deps, hooks, spending },
      prompt,
      {
        get: () => extras,
        set: (reduced) => (extras = reduced),
        // What is said in one protocol makes no sense in the other: the caller writes the prompt anew.
        fixed: protocol(),
      },
    );
    if (reply === null) return null;
    // An endpoint that echoes what it was sent must not get the key into a report.
    const text = redact(reply.text);
    const usage = reply.usage
      ? { ...reply.usage, reported: true }
      : { promptTokens, completionTokens: counted.count(text), reported: false };
    spending.add(usage);
    return { text, usage };
  };

  const complete: LanguageModel["complete"] = async (request, read, hooks) => {
    const protocols: Protocol[] = extras.structured ? ["structured", "text"] : ["text"];
    for (const one of protocols) {
      if (options.protocol !== null && one !== options.protocol) continue;
      const entry = await cache.get(cacheKey(request, one, options));
      if (entry?.kind === "too-long" && options.frozen) {
        const message = "The prompt was too long when it was asked before.";
        throw new CharmError("model-context-too-long", message);
      }
      if (entry?.kind !== "reply") continue;
      const value = tryRead(() => read(entry.text, one));
      if (value instanceof MalformedReply) continue;
      spending.addCached();
      return { value, usage: entry.usage };
    }
    if (options.frozen) throw notInCache(options);
    return askUntilReadable(request, read, hooks);
  };

  async function askUntilReadable<T>(
    request: ChatRequest,
    read: (text: string, protocol: Protocol) => T,
    hooks: CallHooks,
  ): Promise<Completion<T>> {
    let reminder: readonly Message[] = [];
    for (;;) {
      const used = protocol();
      const key = cacheKey(request, used, options);
      let reply: { text: string; usage: CallUsage } | null;
      try {
        reply = await call([...request.messages(used), ...reminder], request, hooks);
      } catch (error) {
        const long = error instanceof CharmError && error.code === "model-context-too-long";
        if (long) await keep(key, { kind: "too-long" }, hooks);
        throw error;
      }
      if (reply === null) continue;
      const { text, usage } = reply;
      const value = tryRead(() => read(text, used));
      if (!(value instanceof MalformedReply)) {
        await keep(key, { kind: "reply", text, usage }, hooks);
        return { value, usage };
      }
      const fault = value.message;
      if (used === "structured" && options.protocol === null) {
        extras = { ...extras, structured: false };
        hooks.onEvent({ kind: "without", what: "structured output" });
      } else if (reminder.length === 0) {
        reminder = [
          { role: "assistant", content: text },
          { role: "user", content: request.remind(used, fault) },
        ];
      } else throw explainMalformed(options, fault);
    }
  }

  /** A reply that cannot be kept is still a reply. */
  async function keep(key: string, entry: Parameters<typeof cache.put>[1], hooks: CallHooks) {
    await cache.put(key, entry).catch((error: unknown) => {
      hooks.onEvent({ kind: "without", what: `the cache (${redact(messageOf(error))})` });
    });
  }

  return {
    options,
    tokens,
    protocol,
    complete,
    usage: spending.total,
    close: () => void counter?.then((opened) => opened.free()),
  };
}

function tryRead<T>(read: () => T): T | MalformedReply {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedReply) return error;
    throw error;
  }
}

function offlineError({ model }: LanguageModelOptions): CharmError {
  return new CharmError(
    "engine-offline",
    `“${model}” would have to be asked, and this run is offline.`,
    { hint: "Leave --offline out, or use --engine extractive." },
  );
}

function notInCache({ model, cache }: LanguageModelOptions): CharmError {
  const place = cache === null ? "there is no cache" : `the cache (${cache}) does not hold it`;
  return new CharmError(
    "not-in-cache",
    `“${model}” was not asked this before with the same evidence: ${place}.`,
    { hint: "Run once without --frozen, with the model reachable, and share the cache folder." },
  );
}
