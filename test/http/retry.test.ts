// How long a failed call waits before the next attempt, and whether there is one.
import { describe, expect, test } from "vitest";
import { readRetryAfter, type CallFailure } from "../../src/http/call-failure.ts";
import { planWait } from "../../src/http/retry.ts";

describe("planWait", () => {
  const options = { retries: 3, deadline: 60_000, now: () => 0, random: () => 0.5 };
  const failure = (kind: CallFailure["kind"], retryAfter: number | null = null): CallFailure => ({
    kind,
    status: 503,
    detail: "",
    retryAfter,
  });

  test("doubles, and ends", () => {
    const waits = [1, 2, 3, 4].map((attempt) => planWait(failure("server"), attempt, options));
    expect(waits).toEqual([0.5, 1, 2, null]);
  });

  test("takes the endpoint at its word, within the time left", () => {
    expect(planWait(failure("busy", 7), 1, options)).toBe(7);
    expect(planWait(failure("busy", 61), 1, options)).toBeNull();
  });

  test.each(["key", "model", "context", "quota", "refused", "cut"] as const)(
    "%s will fail again",
    (kind) => expect(planWait(failure(kind), 1, options)).toBeNull(),
  );
});

describe("readRetryAfter", () => {
  test.each([
    [{ "retry-after": "12" }, 12],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:30 GMT" }, 30],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 0.25],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("%o → %s", (headers, seconds) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), 0)).toBe(seconds);
  });
});
