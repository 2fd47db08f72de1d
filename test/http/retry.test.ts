// How long a failed call waits before the next attempt, and whether there is one.
import { describe, expect, test } from "vitest";
import { plainFailure, type CallFailure } from "../../src/http/call-failure.ts";
import { readLimits, readRetryAfter, readWaitInText } from "../../src/http/read-limits.ts";
import { planWait } from "../../src/http/retry.ts";

describe("planWait", () => {
  const options = { retries: 3, timeLeft: () => 60_000, random: () => 0.5 };
  const made = (attempts: number, seconds = 0, times = 0) => ({
    attempts,
    loading: { seconds, times },
  });
  const failure = (kind: CallFailure["kind"], retryAfter: number | null = null): CallFailure => ({
    ...plainFailure(kind),
    status: 503,
    retryAfter,
  });

  test("doubles, and ends", () => {
    const waits = [1, 2, 3, 4].map((attempt) =>
      planWait(failure("server"), made(attempt), options),
    );
    expect(waits).toEqual([0.5, 1, 2, null]);
  });

  test("takes the endpoint at its word, within the time left", () => {
    expect(planWait(failure("busy", 7), made(1), options)).toBe(7);
    expect(planWait(failure("busy", 61), made(1), options)).toBeNull();
  });

  test("waits for a model to load, a minute in all, whatever the attempts", () => {
    const loading = failure("loading");
    expect(planWait(loading, made(9, 0, 0), options)).toBe(0.5);
    expect(planWait(loading, made(1, 30, 5), options)).toBe(16);
    expect(planWait(loading, made(1, 45, 6), options)).toBeNull();
    expect(planWait(loading, made(1), { ...options, retries: 0 })).toBeNull();
  });

  test("429 passes, whatever it says", () => {
    expect(planWait({ ...failure("quota"), status: 429 }, made(1), options)).toBe(0.5);
  });

  test.each(["key", "model", "context", "quota", "refused", "withheld"] as const)(
    "%s will fail again",
    (kind) => expect(planWait(failure(kind), made(1), options)).toBeNull(),
  );
});

describe("readRetryAfter", () => {
  test.each([
    [{ "retry-after": "12" }, 12],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:30 GMT" }, 30],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 0.25],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "20s" }, 20],
    [{ "retry-after": "5 minutes" }, 300],
    [{}, null],
  ])("%o → %s", (headers, seconds) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), 0)).toBe(seconds);
  });
});

describe("readWaitInText", () => {
  test.each([
    ["Please retry after 26 seconds.", 26],
    ["Please try again in 1m26.4s. Visit the console.", 86.4],
    ["Rate limit reached. Please try again in 342ms.", 0.342],
    ["Please wait 2 minutes before the next call", 120],
    ["You may try again later. 20 seconds of video were sent.", null],
    ["Limit 30000, used 29000", null],
  ])("%s → %s", (text, seconds) => {
    expect(readWaitInText(text)).toBe(seconds);
  });
});

describe("readLimits", () => {
  test.each([
    [
      "This model's maximum context length is 8,192 tokens. However, you requested 9000 tokens (6000 in the messages, 3000 in the completion).",
      8192,
      6000,
    ],
    ["prompt is too long: 7000 tokens > 4096 maximum", 4096, 7000],
    [
      "The input (5000 tokens) is longer than the model's context length (4096 tokens).",
      4096,
      null,
    ],
    ["prompt too long; exceeded max context length by 300 tokens", null, null],
    ["Error 400: context window is full", null, null],
  ])("%s", (text, window, sent) => {
    expect(readLimits(text)).toEqual({ window, sent });
  });
});
