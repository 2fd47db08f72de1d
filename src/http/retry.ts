// Takes a call that may fail in passing; gives its result, after as many attempts as are allowed and make sense.
import { setTimeout as delay } from "node:timers/promises";
import { CharmError } from "../errors.ts";
import { CallError, classifyFailure, type CallFailure, type FailureKind } from "./call-failure.ts";
import type { Redact } from "./redact.ts";

/** Failures that the next attempt may not meet. */
const passing: ReadonlySet<FailureKind> = new Set([
  "busy",
  "loading",
  "server",
  "broken",
  "connect-timeout",
]);
/** Seconds of the first wait, doubled each time, up to the longest. */
const firstWait = 0.5;
const longestWait = 20;
/** Seconds that an endpoint may take to get its model ready, over all attempts. */
const longestLoading = 60;

export interface RetryOptions {
  readonly retries: number;
  /** Milliseconds that the next attempt may be waited for. */
  readonly timeLeft: () => number;
  /** 0–1; spreads the waits of many clients. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly redact: Redact;
  readonly onWait: (seconds: number, failure: CallFailure) => void;
}

/** What was done about a call so far. */
export interface Made {
  /** Attempts that count, from 1; those that only met a model being loaded do not. */
  readonly attempts: number;
  /** Seconds waited for a model to be loaded, and how often. */
  readonly loading: { readonly seconds: number; readonly times: number };
}

/**
 * Seconds to wait before the next attempt; null when there should be none: what failed will fail again, the attempts
 * are used up, or the wait would outlast the time left. An endpoint that says how long is taken at its word.
 */
export function planWait(
  failure: CallFailure,
  { attempts, loading }: Made,
  { retries, timeLeft, random }: Pick<RetryOptions, "retries" | "timeLeft" | "random">,
): number | null {
  // 429 passes, even where it speaks of money: some say so of a limit to a minute.
  if (!passing.has(failure.kind) && failure.status !== 429) return null;
  const isLoading = failure.kind === "loading" && retries > 0;
  if (!isLoading && attempts > retries) return null;
  const doubled = firstWait * 2 ** (isLoading ? loading.times : attempts - 1);
  const wait = failure.retryAfter || Math.min(longestWait, doubled) * (0.75 + 0.5 * random());
  if (isLoading) return loading.seconds + wait <= longestLoading ? wait : null;
  return wait * 1000 < timeLeft() ? wait : null;
}

/**
 * @throws CallError with the last failure; the signal's reason when aborted; a CharmError of an attempt, which is no
 *   failure of the call
 */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, redact, onWait } = options;
  let made: Made = { attempts: 1, loading: { seconds: 0, times: 0 } };
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CharmError) throw error;
      const failure = classifyFailure(error, redact);
      const wait = planWait(failure, made, options);
      if (wait === null) throw error instanceof CallError ? error : new CallError(failure);
      made = countAttempt(made, failure, wait);
      onWait(wait, failure);
      await delay(wait * 1000, undefined, { signal });
    }
  }
}

function countAttempt({ attempts, loading }: Made, { kind }: CallFailure, wait: number): Made {
  return kind === "loading"
    ? { attempts, loading: { seconds: loading.seconds + wait, times: loading.times + 1 } }
    : { attempts: attempts + 1, loading };
}
