// Takes the options of a run; gives what came of its prompts before, and keeps what comes of them now.
import { CharmError, exitCodes, messageOf } from "../errors.ts";
import type { Redact } from "../http/redact.ts";
import type { CallHooks } from "./call-model.ts";
import {
  MalformedReply,
  type CallUsage,
  type ChatRequest,
  type Protocol,
  type ReadReply,
  type ReadText,
  type ReplyEnd,
} from "./chat.ts";
import { PromptTooLong } from "./explain-failure.ts";
import type { LanguageModelOptions } from "./model-options.ts";
import { notInCache } from "./refused-runs.ts";
import { cacheKey, noCache, openResponseCache, type CacheEntry } from "./response-cache.ts";

/** A reply with what it used, and how it ended. */
export interface EndedReply {
  readonly text: string;
  readonly usage: CallUsage;
  readonly end: ReplyEnd;
}

export interface KeptReplies {
  /**
   * Null when the model must be asked.
   * @throws CharmError of a frozen run: `not-in-cache`, or the failure that the run before went on after
   */
  readonly find: <T>(
    request: ChatRequest,
    read: ReadText<T>,
  ) => Promise<(ReadReply<T> & { readonly usage: CallUsage }) | null>;
  readonly keepReply: (
    request: ChatRequest,
    protocol: Protocol,
    reply: EndedReply,
    hooks: CallHooks,
  ) => Promise<void>;
  /** Only what the run goes on after: less evidence, no second look, or an answer without the model. */
  readonly keepFailure: (
    request: ChatRequest,
    protocol: Protocol,
    error: CharmError,
    hooks: CallHooks,
  ) => Promise<void>;
  /** Waits for something to be written; that it cannot be is noted, and no failure. */
  readonly noting: (writing: Promise<void>, hooks: CallHooks) => Promise<void>;
}

export function openKeptReplies(options: LanguageModelOptions, redact: Redact): KeptReplies {
  const cache = options.cache === null ? noCache : openResponseCache(options.cache);
  const protocols = (["structured", "text"] as const).filter(
    (protocol) => options.protocol === null || options.protocol === protocol,
  );
  const noting: KeptReplies["noting"] = (writing, hooks) =>
    writing.catch((error: unknown) => {
      hooks.onEvent({ kind: "without", what: `the cache (${redact(messageOf(error))})` });
    });
  return {
    noting,
    find: async (request, read) => {
      const failures: CharmError[] = [];
      for (const protocol of protocols) {
        const entry = await cache.get(cacheKey(request, protocol, options));
        if (entry?.kind === "reply") {
          const found = tryRead(() => read(entry.text, protocol, entry.end));
          // A reply that did not come to its end is asked for again, where that can be done.
          const counts = !(found instanceof MalformedReply) && (found.whole || options.frozen);
          if (counts) return { ...found, usage: entry.usage };
        } else if (entry !== null) failures.push(toError(entry));
      }
      if (!options.frozen) return null;
      throw failures[0] ?? notInCache(options);
    },
    keepReply: (request, protocol, { text, usage, end }, hooks) => {
      const key = cacheKey(request, protocol, options);
      return noting(cache.put(key, { kind: "reply", text, usage, end }), hooks);
    },
    keepFailure: async (request, protocol, error, hooks) => {
      const { code, message, hint = null, exitCode } = error;
      const goesOn = request.spare || exitCode === exitCodes.unexpected;
      const entry: CacheEntry | null =
        error instanceof PromptTooLong && !request.spare
          ? { kind: "too-long", ...error.limits }
          : goesOn
            ? { kind: "failed", code, message, hint, exitCode }
            : null;
      if (entry === null) return;
      await noting(cache.put(cacheKey(request, protocol, options), entry), hooks);
    },
  };
}

function toError(entry: Exclude<CacheEntry, { kind: "reply" }>): CharmError {
  if (entry.kind === "too-long") {
    const { window, sent } = entry;
    return new PromptTooLong("The prompt was too long when it was asked before.", "", {
      window,
      sent,
    });
  }
  const { code, message, hint, exitCode } = entry;
  return new CharmError(code, message, { ...(hint === null ? {} : { hint }), exitCode });
}

export function tryRead<T>(read: () => T): T | MalformedReply {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedReply) return error;
    throw error;
  }
}
