// Takes a prompt in one protocol; gives the raw reply, after retries and without what the endpoint does not offer.
import { CallError, type CallFailure, type FailureKind } from "../http/call-failure.ts";
import type { Message, ModelEvent, Protocol, ReplySchema } from "./chat.ts";
import type { Endpoint } from "../http/endpoint.ts";
import { explainFailure, explainTimeout } from "./explain-failure.ts";
import { reduceExtras, type Extras } from "./extras.ts";
import type { LanguageModelOptions } from "./model-options.ts";
import type { Redact } from "../http/redact.ts";
import { withRetries, type RetryOptions } from "../http/retry.ts";
import type { RawReply, SendChat } from "./send-chat.ts";
import type { Spending } from "./spending.ts";

export interface CallHooks {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ModelEvent) => void;
}

export type ModelDeps = Pick<RetryOptions, "now" | "random">;

export interface CallContext {
  readonly send: SendChat;
  readonly endpoint: Endpoint;
  readonly options: LanguageModelOptions;
  readonly redact: Redact;
  readonly deps: ModelDeps;
  readonly hooks: CallHooks;
  readonly spending: Pick<Spending, "check" | "add">;
}

export interface Prompt {
  readonly messages: readonly Message[];
  readonly schema: ReplySchema;
  readonly promptTokens: number;
}

/** What the endpoint is asked for beyond the prompt, as far as is known of it. */
export interface ExtrasState {
  readonly get: () => Extras;
  readonly set: (extras: Extras) => void;
  /** The protocol that the messages are written in. */
  readonly fixed: Protocol;
}

/**
 * Null when the endpoint does not offer the protocol the messages are written in.
 * @throws CharmError as explain-failure.ts has it; the signal's reason when interrupted
 */
export async function callModel(
  context: CallContext,
  prompt: Prompt,
  state: ExtrasState,
): Promise<RawReply | null> {
  const { options, hooks, redact, deps } = context;
  const place = { model: options.model, baseUrl: context.endpoint.baseUrl };
  const deadline = deps.now() + options.timeout;
  const timer = AbortSignal.timeout(options.timeout);
  const signal = AbortSignal.any([hooks.signal, timer]);
  const onWait = (seconds: number, { kind }: CallFailure) =>
    hooks.onEvent({ kind: "waiting", seconds, why: waitReasons[kind] ?? "it failed" });
  const limits = { ...deps, deadline, signal, retries: options.retries, redact, onWait };
  for (;;) {
    try {
      const extras = state.get();
      return await withRetries(() => attempt(context, prompt, extras, signal), limits);
    } catch (error) {
      hooks.signal.throwIfAborted();
      if (timer.aborted) throw explainTimeout(place, Math.ceil(options.timeout / 1000));
      if (!(error instanceof CallError)) throw error;
      const reduced = reduceExtras(state.get(), error.failure);
      const kept = options.protocol !== "structured" || reduced?.extras.structured === true;
      if (reduced === null || !kept) throw explainFailure(error.failure, place);
      state.set(reduced.extras);
      hooks.onEvent({ kind: "without", what: reduced.what });
      if ((reduced.extras.structured ? "structured" : "text") !== state.fixed) return null;
    }
  }
}

/** One attempt, within the limits of the run; what it wrote before it broke off was paid for as well. */
async function attempt(
  { send, options, hooks, spending }: CallContext,
  { messages, schema, promptTokens }: Prompt,
  extras: Extras,
  signal: AbortSignal,
): Promise<RawReply> {
  spending.check(promptTokens, options.maxReply);
  let written = 0;
  const onCharacters = (characters: number) => {
    written = characters;
    hooks.onEvent({ kind: "writing", characters });
  };
  try {
    return await send({
      model: options.model,
      messages,
      schema: extras.structured ? schema : null,
      extras,
      maxReply: options.maxReply,
      signal,
      onCharacters,
    });
  } catch (error) {
    const completionTokens = Math.ceil(written / 3);
    if (written > 0) spending.add({ promptTokens, completionTokens, reported: false });
    throw error;
  }
}

const waitReasons: Partial<Record<FailureKind, string>> = {
  busy: "it asks to wait",
  server: "the server failed",
  broken: "the reply broke off",
  "connect-timeout": "no connection in time",
};
