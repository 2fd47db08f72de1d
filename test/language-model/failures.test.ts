// What a failing endpoint leads to: another attempt, a wait, or an error that says what to do.
import { afterEach, describe, expect, test } from "vitest";
import { asIs, listen, openModel, request, wholeOnly } from "./model-fixture.ts";
import {
  breakOff,
  fail,
  hang,
  say,
  sayRaw,
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

describe("failures", () => {
  test("429 with Retry-After: waits that long, then succeeds", async () => {
    const { baseUrl } = await start(
      fail(429, { message: "slow down" }, { "retry-after": "0.2" }),
      say("x"),
    );
    const hooks = listen();
    const before = Date.now();
    await openModel(baseUrl).complete(request, asIs, hooks);
    expect(Date.now() - before).toBeGreaterThanOrEqual(190);
    expect(hooks.events).toContainEqual({ kind: "waiting", seconds: 0.2, why: "it asks to wait" });
  });

  test("429 that asks to wait longer than there is time: says so at once", async () => {
    const { baseUrl, requests } = await start(
      fail(429, { message: "slow" }, { "retry-after": "120" }),
    );
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({
      code: "model-busy",
      exitCode: 1,
      hint: expect.stringContaining("120 seconds"),
    });
    expect(requests).toHaveLength(1);
  });

  test("5xx passes with the next attempt", async () => {
    const quick = { "retry-after-ms": "5" };
    const { baseUrl, requests } = await start(
      fail(503, "busy", quick),
      fail(500, {}, quick),
      say("x"),
    );
    await openModel(baseUrl).complete(request, asIs, listen());
    expect(requests).toHaveLength(3);
  });

  test("5xx that stays", async () => {
    const { baseUrl, requests } = await start(fail(502, "bad gateway", { "retry-after-ms": "1" }));
    const answer = openModel(baseUrl, { retries: 2 }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-server-failed", exitCode: 1 });
    expect(requests).toHaveLength(3);
  });

  test.each([
    [401, { message: "Incorrect API key provided" }, "model-key-refused"],
    [403, { message: "forbidden" }, "model-key-refused"],
    [404, { message: "model 'scripted-1' not found" }, "model-unknown"],
    [400, { message: "The model `scripted-1` does not exist" }, "model-unknown"],
    [400, { message: "…", code: "context_length_exceeded" }, "model-context-too-long"],
    [400, { message: "the request exceeds the available context size" }, "model-context-too-long"],
    [413, "payload too large", "model-context-too-long"],
    [307, "", "model-redirected"],
  ])("%i %o: %s, in one attempt", async (status, error, code) => {
    const { baseUrl, requests } = await start(
      fail(status, error, { location: "http://example.org/" }),
    );
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code, exitCode: 2 });
    expect(requests).toHaveLength(1);
  });

  test("429 of an empty account: tried again, and then said", async () => {
    const message = "You exceeded your current quota";
    const { baseUrl, requests } = await start(
      fail(429, { message, code: "insufficient_quota" }, { "retry-after-ms": "1" }),
    );
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-quota", exitCode: 2 });
    expect(requests).toHaveLength(4);
  });

  test("a stream that breaks off is begun again; nothing of it is used", async () => {
    const { baseUrl } = await start(breakOff("half of an answ"), say("whole"));
    const model = openModel(baseUrl);
    const { value } = await model.complete(request, asIs, listen());
    expect(value).toBe("whole");
    // What was written before the break was paid for.
    expect(model.usage()).toMatchObject({ calls: 2, reported: false });
  });

  test.each([
    ["breaks off each time", breakOff("half")],
    ["is no JSON", sayRaw("data: {not json}\n\n")],
    ["is a web page", sayRaw("<html>hello</html>", "text/html")],
    ["carries an error", sayRaw('data: {"error": {"message": "CUDA out of memory"}}\n\n')],
  ])("a reply that %s", async (_, reaction) => {
    const { baseUrl } = await start(reaction);
    const answer = openModel(baseUrl, { retries: 1 }).complete(request, wholeOnly, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-stream-broken", exitCode: 1 });
  });

  test("a reply without room to end", async () => {
    const { baseUrl } = await start(say("long", { finish: "length" }));
    const answer = openModel(baseUrl).complete(request, wholeOnly, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-reply-cut", exitCode: 1 });
  });

  test("a reply that is withheld", async () => {
    const { baseUrl } = await start(say("", { finish: "content_filter" }));
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-reply-withheld" });
  });

  test("nothing listens there: said at once", async () => {
    const { baseUrl, close } = await startServer([hang]);
    await close();
    const before = Date.now();
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-unreachable", exitCode: 2 });
    expect(Date.now() - before).toBeLessThan(2000);
  });

  test("no whole reply in time", async () => {
    const { baseUrl } = await start(hang);
    const answer = openModel(baseUrl, { timeout: 150 }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-timeout", exitCode: 1 });
  });

  test.each([
    ["before there is a response", hang],
    ["in the middle of a stream", say("x".repeat(3700), { pause: 20 })],
    ["while waiting to try again", fail(503, "no", { "retry-after": "4" })],
  ])("an interruption %s stops at once", async (_, reaction) => {
    const { baseUrl } = await start(reaction);
    const controller = new AbortController();
    const answer = openModel(baseUrl).complete(request, asIs, listen(controller.signal));
    const before = Date.now();
    setTimeout(() => controller.abort(), 100);
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(Date.now() - before).toBeLessThan(1000);
  });
});
