// Takes a request and what calls the model; gives the reply that can be read, asked for again where that may help.
import { CharmError } from "../errors.ts";
import type { CallHooks, CalledReply } from "./call-model.ts";
import {
  MalformedReply,
  type CallUsage,
  type ChatRequest,
  type Message,
  type Protocol,
  type ReadReply,
  type ReadText,
  type ReplySchema,
} from "./chat.ts";
import { explainCut, explainMalformed, PromptTooLong } from "./explain-failure.ts";
import { tryRead, type KeptReplies } from "./kept-replies.ts";
import type { LanguageModelOptions } from "./model-options.ts";

type Reply = CalledReply & { readonly usage: CallUsage };

export interface Asking {
  readonly options: LanguageModelOptions;
  readonly hooks: CallHooks;
  readonly kept: KeptReplies;
  /** Null when the prompt must be written in another protocol. */
  readonly call: (
    messages: readonly Message[],
    wish: { readonly schema: ReplySchema; readonly room: number },
  ) => Promise<Reply | null>;
  readonly protocol: () => Protocol;
  readonly leaveStructure: () => void;
}

type Completed<T> = ReadReply<T> & { readonly usage: CallUsage };

/**
 * One call as a rule. A reply without room to end is asked for once with more, one that just ended is asked for once
 * more, one out of form is asked for in lines and then reminded of its form. What then is whole of it counts.
 */
export async function askUntilReadable<T>(
  request: ChatRequest,
  read: ReadText<T>,
  asking: Asking,
): Promise<Completed<T>> {
  const { options, hooks, kept, protocol } = asking;
  let reminder: readonly Message[] = [];
  let room = request.room.usual;
  let again = true;
  /** What the request fails with where the attempt to get more of the reply fails. */
  let short: CharmError | null = null;
  /** The best so far, for when nothing better comes. */
  let part: { readonly reply: Reply; readonly read: ReadReply<T>; readonly used: Protocol } | null =
    null;
  for (;;) {
    const used = protocol();
    const reply = await asking
      .call([...request.messages(used), ...reminder], { schema: request.schema, room })
      .catch(async (error: unknown) => {
        hooks.signal.throwIfAborted();
        if (!(error instanceof CharmError)) throw error;
        if (part !== null) return part.reply;
        throw await failed((error instanceof PromptTooLong ? null : short) ?? error, used);
      });
    if (reply === null) continue;
    const found = tryRead(() => read(reply.text, used, reply.end));
    const isRead = !(found instanceof MalformedReply);
    if (isRead && found.whole) return keep(found, reply, used);
    if (isRead) part = chooseLonger(part, { reply, read: found, used });
    if (reply.end === "cut" && room < request.room.most) {
      room = request.room.most;
      short = explainCut(options);
      hooks.onEvent({ kind: "more-room", tokens: room });
      continue;
    }
    if (reply.end === "unsaid" && again) {
      again = false;
      continue;
    }
    if (part !== null) return keep(part.read, part.reply, part.used);
    const fault = isRead ? "" : found.message;
    if (reply.end === "cut" || reply.end === "broken") {
      throw await failed(reply.fault ?? explainCut(options), used);
    }
    if (used === "structured" && options.protocol === null) {
      asking.leaveStructure();
      hooks.onEvent({ kind: "without", what: "structured output" });
    } else if (reminder.length === 0) {
      reminder = [
        { role: "assistant", content: reply.text },
        { role: "user", content: request.remind(used, fault) },
      ];
    } else throw await failed(explainMalformed(options, fault), used);
  }

  async function keep(found: ReadReply<T>, reply: Reply, used: Protocol): Promise<Completed<T>> {
    await kept.keepReply(request, used, reply, hooks);
    return { ...found, usage: reply.usage };
  }

  async function failed(error: CharmError, used: Protocol): Promise<CharmError> {
    await kept.keepFailure(request, used, error, hooks);
    return error;
  }
}

function chooseLonger<P extends { readonly reply: Reply }>(before: P | null, after: P): P {
  return before !== null && before.reply.text.length > after.reply.text.length ? before : after;
}
