// Takes a prompt in one protocol; gives the raw reply, after retries and without what the endpoint does not offer.
import type { CharmError } from "../errors.ts";
import {
  CallError,
  classifyFailure,
  plainFailure,
  type CallFailure,
  type FailureKind,
} from "../http/call-failure.ts";
import type { Endpoint } from "../http/endpoint.ts";
import type { Redact } from "../http/redact.ts";
import { withRetries, type RetryOptions } from "../http/retry.ts";
import type { Message, ModelEvent, Protocol, ReplySchema } from "./chat.ts";
import { explainFailure } from "./explain-failure.ts";
import { reduceExtras, type Extras } from "./extras.ts";
import type { LanguageModelOptions } from "./model-options.ts";
import type { RawReply } from "./read-reply.ts";
import type { SendChat } from "./send-chat.ts";
import { watchSilence } from "./silence.ts";
import type { Spending } from "./spending.ts";

export interface CallHooks {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ModelEvent) => void;
}

export interface ModelDeps extends Pick<RetryOptions, "random"> {
  /** Clock in milliseconds. */
  readonly now: () => number;
}

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
  /** Most tokens of the reply. */
  readonly room: number;
}

/** What the endpoint is asked for beyond the prompt, as far as is known of it. */
export interface ExtrasState {
  readonly get: () => Extras;
  readonly set: (extras: Extras) => void;
  /** The protocol that the messages are written in. */
  readonly fixed: Protocol;
}

/** A reply; of one that broke off in each attempt what there was of it, and the failure that it is otherwise. */
export interface CalledReply extends RawReply {
  readonly fault: CharmError | null;
}

/** A call that failed after the reply had begun. */
class BrokenReply extends CallError {
  readonly text: string;

  constructor(failure: CallFailure, text: string) {
    super(failure);
    this.text = text;
  }
}

/** What was written before a failure of these kinds is the model's own word; before others it may be taken back. */
const brokenOff: ReadonlySet<FailureKind> = new Set(["broken", "server", "busy", "silent"]);

/**
 * Null when the endpoint does not offer the protocol the messages are written in.
 * @throws CharmError as explain-failure.ts has it; the signal's reason when interrupted
 */
export async function callModel(
  context: CallContext,
  prompt: Prompt,
  state: ExtrasState,
): Promise<CalledReply | null> {
  const { options, hooks, redact, deps } = context;
  const place = { model: options.model, baseUrl: context.endpoint.baseUrl };
  const { signal } = hooks;
  const onWait = (seconds: number, { kind }: CallFailure) =>
    hooks.onEvent({ kind: "waiting", seconds, why: waitReasons[kind] ?? "it failed" });
  const timeLeft = () => options.timeout;
  const limits = { ...deps, timeLeft, signal, retries: options.retries, redact, onWait };
  for (;;) {
    try {
      const extras = state.get();
      const reply = await withRetries(() => attempt(context, prompt, extras), limits);
      return { ...reply, fault: null };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CallError)) throw error;
      const fault = explainFailure(error.failure, place);
      if (error instanceof BrokenReply && brokenOff.has(error.failure.kind)) {
        return { text: error.text, usage: null, end: "broken", fault };
      }
      const reduced = reduceExtras(state.get(), error.failure);
      const kept = options.protocol !== "structured" || reduced?.extras.structured === true;
      if (reduced === null || !kept) throw fault;
      state.set(reduced.extras);
      hooks.onEvent({ kind: "without", what: reduced.what });
      if ((reduced.extras.structured ? "structured" : "text") !== state.fixed) return null;
    }
  }
}

/** One attempt, within the limits of the run; what it wrote before it broke off was paid for as well. */
async function attempt(
  { send, options, hooks, spending, redact, deps }: CallContext,
  { messages, schema, promptTokens, room }: Prompt,
  extras: Extras,
): Promise<RawReply> {
  spending.check(promptTokens, room);
  let written = "";
  const silence = watchSilence(options.timeout, deps.now);
  const onText = (text: string) => {
    if (text.length > written.length) silence.spoken();
    written = text;
    hooks.onEvent({ kind: "writing", characters: text.length });
  };
  try {
    return await send({
      model: options.model,
      messages,
      schema: extras.structured ? schema : null,
      extras,
      room,
      signal: AbortSignal.any([hooks.signal, silence.signal]),
      onText,
      onEnd: silence.ended,
      onBytes: silence.heard,
    });
  } catch (error) {
    const completionTokens = Math.ceil(written.length / 3);
    if (written !== "") spending.add({ promptTokens, completionTokens, reported: false });
    hooks.signal.throwIfAborted();
    const seconds = `${Math.ceil(options.timeout / 1000)} seconds`;
    const failure = silence.signal.aborted
      ? plainFailure("silent", seconds)
      : classifyFailure(error, redact);
    throw written === "" ? new CallError(failure) : new BrokenReply(failure, written);
  } finally {
    silence.stop();
  }
}

const waitReasons: Partial<Record<FailureKind, string>> = {
  busy: "it asks to wait",
  quota: "it asks to wait",
  loading: "its model is loading",
  server: "the server failed",
  broken: "the reply broke off",
  "connect-timeout": "no connection in time",
};
