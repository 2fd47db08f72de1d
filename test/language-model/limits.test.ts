// What a run may use: calls that could go over are not made.
import { afterEach, describe, expect, test } from "vitest";
import { asIs, listen, openModel, request } from "./model-fixture.ts";
import {
  breakOff,
  say,
  startServer,
  type Reaction,
  type ScriptedServer,
} from "./scripted-server.ts";

let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
afterEach(async () => {
  await server?.close();
  server = null;
});

describe("limits", () => {
  test("--max-tokens stops before the call that could go over", async () => {
    const { baseUrl, requests } = await start(say("x"));
    const model = openModel(baseUrl, { maxTokens: 3000 });
    await expect(model.complete(request, asIs, listen())).rejects.toMatchObject({
      code: "token-limit",
      exitCode: 2,
    });
    expect(requests).toHaveLength(0);
  });

  test("--max-cost counts what was spent, and stops before the next call", async () => {
    const { baseUrl, requests } = await start(say("x"));
    const prices = { input: 1, output: 1, currency: "USD" };
    const model = openModel(baseUrl, { prices, maxCost: 0.004, maxReply: 1500 });
    await model.complete(request, asIs, listen());
    await model.complete({ ...request, evidence: "e1" }, asIs, listen()).catch(() => {});
    const third = model.complete({ ...request, evidence: "e2" }, asIs, listen());
    await expect(third).rejects.toMatchObject({ code: "cost-limit" });
    expect(requests.length).toBeLessThan(3);
  });

  test("--max-cost without prices", () => {
    expect(() => openModel("http://127.0.0.1:1/v1", { maxCost: 1 })).toThrow(/needs to know/);
  });

  test("an attempt after a broken one is held to the limit too", async () => {
    const { baseUrl, requests } = await start(breakOff("half an answer"), say("x"));
    const model = openModel(baseUrl, { maxTokens: 3030 });
    await expect(model.complete(request, asIs, listen())).rejects.toMatchObject({
      code: "token-limit",
    });
    expect(requests).toHaveLength(1);
  });
});
