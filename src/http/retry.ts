// Takes a call that may fail in passing; gives its result, after as many attempts as are allowed and make sense.
import { setTimeout as delay } from "node:timers/promises";
import { CharmError } from "../errors.ts";
import { CallError, classifyFailure, type CallFailure, type FailureKind } from "./call-failure.ts";
import type { Redact } from "./redact.ts";

/** Failures that the next attempt may not meet. */
const passing: ReadonlySet<FailureKind> = new Set(["busy", "server", "broken", "connect-timeout"]);
/** Seconds of the first wait, doubled each time, up to the longest. */
const firstWait = 0.5;
const longestWait = 20;

export interface RetryOptions {
  readonly retries: number;
  /** Clock in milliseconds at which all must be done. */
  readonly deadline: number;
  readonly now: () => number;
  /** 0–1; spreads the waits of many clients. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly redact: Redact;
  readonly onWait: (seconds: number, failure: CallFailure) => void;
}

/**
 * Seconds to wait before the next attempt; null when there should be none: what failed will fail again, the attempts
 * are used up, or the wait would outlast the deadline. An endpoint that says how long is taken at its word.
 * @param attempt number of attempts made, from 1
 */
export function planWait(
  failure: CallFailure,
  attempt: number,
  options: Pick<RetryOptions, "retries" | "deadline" | "now" | "random">,
): number | null {
  if (!passing.has(failure.kind) || attempt > options.retries) return null;
  const backoff = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
  const wait = failure.retryAfter ?? backoff * (0.75 + 0.5 * options.random());
  return options.now() + wait * 1000 < options.deadline ? wait : null;
}

/**
 * @throws CallError with the last failure; the signal's reason when aborted; a CharmError of an attempt, which is no
 *   failure of the call
 */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, redact, onWait } = options;
  for (let made = 1; ; made += 1) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CharmError) throw error;
      const failure = classifyFailure(error, redact);
      const wait = planWait(failure, made, options);
      if (wait === null) throw new CallError(failure);
      onWait(wait, failure);
      await delay(wait * 1000, undefined, { signal });
    }
  }
}
