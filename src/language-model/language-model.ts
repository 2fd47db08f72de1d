// Takes the options of a run; gives the language model it talks to: cache, limits, protocols and retries joined.
import { createRedactor } from "../http/redact.ts";
import { resolveEndpoint } from "../http/endpoint.ts";
import { askUntilReadable } from "./ask-until-readable.ts";
import { callModel, type CallHooks, type ModelDeps } from "./call-model.ts";
import { toParameters } from "./chat-body.ts";
import type {
  CallUsage,
  ChatRequest,
  Message,
  Protocol,
  ReadReply,
  ReadText,
  ReplySchema,
} from "./chat.ts";
import { countMessages, openTokenCounter, type TokenCounter } from "./count-tokens.ts";
import { noMemory, openEndpointMemory } from "./endpoint-memory.ts";
import { findWindow, type ModelWindow } from "./find-window.ts";
import { firstExtras } from "./extras.ts";
import { openKeptReplies } from "./kept-replies.ts";
import type { LanguageModelOptions } from "./model-options.ts";
import { engineOffline } from "./refused-runs.ts";
import { openSender, type SendChat } from "./send-chat.ts";
import { createSpending, type RunUsage } from "./spending.ts";

/** `whole` is false when the reply did not come to its end, and only what was whole of it was read. */
export interface Completion<T> extends ReadReply<T> {
  readonly usage: CallUsage;
}

/** A call as it would be made. */
export interface DescribedCall {
  readonly messages: readonly Message[];
  /** All of its body beside model, messages and schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null where the endpoint takes none. */
  readonly schema: ReplySchema | null;
}

export interface LanguageModel {
  readonly options: LanguageModelOptions;
  /** The model's own tokeniser, or a cautious estimate. */
  readonly tokens: () => Promise<TokenCounter>;
  /**
   * Asks the server, once, where the model is not known and the run may connect.
   * @param signal null to connect to nothing
   */
  readonly window: (signal: AbortSignal | null) => Promise<ModelWindow>;
  /** Connects to nothing. */
  readonly describe: (request: ChatRequest) => Promise<DescribedCall>;
  /**
   * @throws CharmError with a code of docs/models.md; `PromptTooLong` when less evidence may help
   */
  readonly complete: <T>(
    request: ChatRequest,
    read: ReadText<T>,
    hooks: CallHooks,
  ) => Promise<Completion<T>>;
  readonly usage: () => RunUsage;
  readonly close: () => void;
}

/**
 * Nothing is connected and neither `openai` nor `tiktoken` loaded until a reply is wanted that the cache does not have.
 * What the endpoint turns out not to offer is remembered, for the run and in the cache folder.
 * @throws CharmError for an address, key, proxy or limit that cannot work
 */
export function createLanguageModel(
  options: LanguageModelOptions,
  deps: ModelDeps = { now: Date.now, random: Math.random },
): LanguageModel {
  // Frozen answers need neither address nor key.
  const endpoint = options.frozen ? null : resolveEndpoint(options);
  const redact = createRedactor([...(endpoint?.secrets ?? []), options.apiKey]);
  const spending = createSpending(options);
  const kept = openKeptReplies(options, redact);
  const memory =
    options.cache === null
      ? noMemory
      : openEndpointMemory(options.cache, options.model, endpoint?.baseUrl ?? null);
  let extras = firstExtras(endpoint?.baseUrl ?? "https://localhost");
  let counter: Promise<TokenCounter> | null = null;
  let sender: Promise<SendChat> | null = null;
  let recalled: Promise<void> | null = null;
  let asked: Promise<ModelWindow> | null = null;

  const tokens = () => (counter ??= openTokenCounter(options.model));
  const protocol = (): Protocol => (extras.structured ? "structured" : "text");
  const recall = () => (recalled ??= recallExtras());
  const recallExtras = async () => {
    extras = { ...extras, ...(await memory.recall()).extras };
    if (options.protocol === "text") extras = { ...extras, structured: false };
  };

  const window = async (signal: AbortSignal | null) => {
    const find = { options, endpoint, memory, known: (await tokens()).exact, signal };
    return signal === null ? findWindow(find) : (asked ??= findWindow(find));
  };

  /** Null when the prompt must be written in another protocol. */
  const call = async (
    messages: readonly Message[],
    { schema, room }: { readonly schema: ReplySchema; readonly room: number },
    hooks: CallHooks,
  ) => {
    if (endpoint === null || options.offline) throw engineOffline(options);
    const counted = await tokens();
    const promptTokens = countMessages(messages, counted);
    spending.check(promptTokens, room);
    sender ??= openSender(endpoint, options);
    hooks.onEvent({ kind: "calling", model: options.model, promptTokens });
    const send = await sender;
    const before = extras;
    const reply = await callModel(
      { send, endpoint, options, redact, deps, hooks, spending },
      { messages, schema, promptTokens, room },
      // What is said in one protocol makes no sense in the other: the caller writes the prompt anew.
      { get: () => extras, set: (reduced) => (extras = reduced), fixed: protocol() },
    );
    // Only what the endpoint itself refused; that a model does not keep to a schema may be chance.
    if (extras !== before) await kept.noting(memory.keep({ extras }), hooks);
    if (reply === null) return null;
    // An endpoint that echoes what it was sent must not get the key into a report.
    const text = redact(reply.text);
    const usage = reply.usage
      ? { ...reply.usage, reported: true }
      : { promptTokens, completionTokens: counted.count(text), reported: false };
    // What an attempt that broke off wrote has been counted with it.
    if (reply.end !== "broken") spending.add(usage);
    return { ...reply, text, usage };
  };

  return {
    options,
    tokens,
    window,
    describe: async (request) => {
      await recall();
      const used = protocol();
      return {
        messages: request.messages(used),
        parameters: toParameters({ extras, room: request.room.usual }),
        schema: used === "structured" ? request.schema : null,
      };
    },
    complete: async (request, read, hooks) => {
      const held = await kept.find(request, read);
      if (held !== null) {
        spending.addCached();
        return held;
      }
      await recall();
      return askUntilReadable(request, read, {
        options,
        hooks,
        kept,
        call: (messages, wish) => call(messages, wish, hooks),
        protocol,
        leaveStructure: () => (extras = { ...extras, structured: false }),
      });
    },
    usage: spending.total,
    close: () => void counter?.then((opened) => opened.free()),
  };
}
