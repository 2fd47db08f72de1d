// The pure parts of calling a model: choosing the engine, tokens, cost.
import { describe, expect, test } from "vitest";
import { chooseEngine } from "../../src/language-model/choose-engine.ts";
import { countMessages, openTokenCounter } from "../../src/language-model/count-tokens.ts";
import { createSpending } from "../../src/language-model/spending.ts";

describe("chooseEngine", () => {
  const wish = { engine: null, model: null, offline: false, frozen: false };

  test.each([
    [{}, "extractive"],
    [{ model: "m" }, "openai"],
    [{ model: "m", offline: true }, "extractive"],
    [{ model: "m", offline: true, frozen: true }, "openai"],
    [{ model: "m", engine: "extractive" as const }, "extractive"],
    [{ model: "m", engine: "openai" as const }, "openai"],
  ])("%o → %s", (said, engine) => {
    expect(chooseEngine({ ...wish, ...said })).toBe(engine);
  });

  test.each([
    [{ engine: "openai" as const, model: "m", offline: true }, "engine-offline"],
    [{ engine: "openai" as const, offline: true }, "engine-offline"],
    [{ engine: "openai" as const }, "model-not-set"],
  ])("%o is wrong usage: %s", (said, code) => {
    expect(() => chooseEngine({ ...wish, ...said })).toThrow(
      expect.objectContaining({ code, exitCode: 2 }),
    );
  });
});

describe("openTokenCounter", () => {
  test.each([
    ["gpt-4o-mini", true],
    ["openai/gpt-4.1", true],
    ["gpt-9-not-yet", true],
    ["qwen2.5:7b-instruct", false],
    ["mistral-small", false],
  ])("%s: exact %s", async (model, exact) => {
    const counter = await openTokenCounter(model);
    expect(counter.exact).toBe(exact);
    const count = counter.count("The registered person must keep a record of it.");
    expect(count).toBeGreaterThanOrEqual(10);
    expect(count).toBeLessThan(20);
    // Special tokens in a document are text, and no error.
    expect(counter.count("<|endoftext|>")).toBeGreaterThan(1);
    counter.free();
  });

  test("messages cost a little more than their content", async () => {
    const counter = { count: (text: string) => text.length };
    expect(countMessages([{ role: "user", content: "abc" }], counter)).toBe(10);
  });
});

test("a limit counts what was used and what the next reply could use", () => {
  const spending = createSpending({ maxTokens: 100, maxCost: null, prices: null });
  spending.check(50, 50);
  spending.add({ promptTokens: 30, completionTokens: 10, reported: true });
  expect(() => spending.check(50, 11)).toThrow(/101 tokens; the limit is 100/);
});
