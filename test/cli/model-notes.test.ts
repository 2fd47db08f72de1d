import { describe, expect, it } from "vitest";
import { describeUsage } from "../../src/cli/describe-usage.ts";
import { describeModelEvent } from "../../src/cli/progress/describe-model-event.ts";
import type { ModelEvent } from "../../src/language-model/chat.ts";

const usage = {
  calls: 2,
  cached: 0,
  promptTokens: 12_345,
  completionTokens: 812,
  cost: null,
  currency: null,
  reported: true,
};

describe("describeUsage", () => {
  it.each([
    [usage, "Used 12,345 tokens in prompts and 812 in replies, 2 calls."],
    [
      { ...usage, calls: 1, cached: 3, cost: 0.01234, currency: "USD", reported: false },
      "Used about 12,345 tokens in prompts and 812 in replies, 1 call, 3 from the cache, 0.0123 USD.",
    ],
    [{ ...usage, calls: 0, cached: 1 }, "Nothing was sent: 1 answer from the cache."],
    [{ ...usage, calls: 0 }, "Nothing was sent."],
  ])("%j", (used, sentence) => {
    expect(describeUsage(used)).toBe(sentence);
  });
});

describe("describeModelEvent", () => {
  it.each<[ModelEvent, string | null]>([
    [{ kind: "calling", model: "m\u001B[2J:7b", promptTokens: 1506 }, "Asking m:7b (1,506 tokens)"],
    [
      { kind: "waiting", seconds: 1.2, why: "the model is busy" },
      "Waiting 2 seconds: the model is busy",
    ],
    [{ kind: "without", what: "structured output" }, "Going on without structured output"],
    [{ kind: "trimmed", passages: 4 }, "The prompt was too long: 4 passages left out"],
    [
      { kind: "more-room", tokens: 12_000 },
      "The reply found no room to end: asking again with 12,000 tokens",
    ],
    [
      { kind: "left-out", passages: 3, window: 4096, source: "server" },
      "With a window of 4,096 tokens (as its server says): 3 passages left out",
    ],
    [
      { kind: "left-out", passages: 0, window: 8192, source: "assumed" },
      "With a window of 8,192 tokens (assumed, since its server does not say; model.context sets it): no passage left out",
    ],
    [{ kind: "revising", statements: 1 }, "Sending 1 statement back to be put right"],
    [{ kind: "writing", characters: 40 }, null],
  ])("%j", (event, line) => {
    expect(describeModelEvent(event)).toBe(line);
  });
});
