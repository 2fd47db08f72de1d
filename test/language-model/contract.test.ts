// What holds of a call in either protocol: it streams, retries, stops, is limited, kept and told of in the same way.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MalformedReply } from "../../src/language-model/chat.ts";
import { asIs, listen, openModel, request, wholeOnly } from "./model-fixture.ts";
import {
  breakOff,
  fail,
  hang,
  say,
  sayEvents,
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

const signsOfLife = Array.from({ length: 40 }, () => [": still here\n\n", 60]).flat();
const long = "one two three ".repeat(40);

describe.each(["structured", "text"] as const)("in the %s protocol", (protocol) => {
  const open = (baseUrl: string, changed = {}) => openModel(baseUrl, { protocol, ...changed });

  test("a reply streams in, piece by piece, from a prompt in that protocol", async () => {
    const { baseUrl, requests } = await start(say(long));
    const hooks = listen();
    const { value } = await open(baseUrl).complete(request, asIs, hooks);
    expect(value).toBe(long);
    const sizes = hooks.events.flatMap((event) =>
      event.kind === "writing" ? [event.characters] : [],
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0,
      seed: 1,
      messages: [{ content: `rules (${protocol})` }, { content: "a question" }],
    });
    expect(requests[0]?.body.response_format !== undefined).toBe(protocol === "structured");
  });

  test("a gateway that begins with an empty choice and ends with usage", async () => {
    const chunks = [
      { choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      { choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] },
      { choices: [{ index: 0, delta: { content: "said" }, finish_reason: null }] },
      { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] },
      { choices: [], usage: { prompt_tokens: 7, completion_tokens: 3 } },
    ];
    const lines = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("");
    const { baseUrl } = await start(sayRaw(`${lines}data: [DONE]\n\n`));
    const model = open(`${baseUrl}/deployments/d?api-version=2024-10-21`);
    expect((await model.complete(request, asIs, listen())).value).toBe("said");
    expect(model.usage()).toMatchObject({ promptTokens: 7, completionTokens: 3, reported: true });
  });

  test("a stream that breaks off is begun again", async () => {
    const { baseUrl, requests } = await start(breakOff("half"), say("whole"));
    expect((await open(baseUrl).complete(request, asIs, listen())).value).toBe("whole");
    expect(requests).toHaveLength(2);
  });

  test("a wait that is asked for is kept to", async () => {
    const busy = fail(429, { message: "slow down" }, { "retry-after": "0.1" });
    const { baseUrl } = await start(busy, say("x"));
    const hooks = listen();
    await open(baseUrl).complete(request, asIs, hooks);
    expect(hooks.events).toContainEqual({ kind: "waiting", seconds: 0.1, why: "it asks to wait" });
  });

  test.each([
    [fail(401, { message: "bad key" }), "model-key-refused"],
    [fail(404, { message: "model not found" }), "model-unknown"],
    [fail(400, { message: "maximum context length is 9" }), "model-context-too-long"],
    [say("half", { finish: "length" }), "model-reply-cut"],
    [say("", { finish: "content_filter" }), "model-reply-withheld"],
    [sayRaw("data: {not json}\n\n"), "model-stream-broken"],
  ] as const)("fails with a code of its own: case %#", async (reaction, code) => {
    const { baseUrl } = await start(reaction);
    const answer = open(baseUrl, { retries: 0 }).complete(request, wholeOnly, listen());
    await expect(answer).rejects.toMatchObject({ code });
  });

  test.each([
    ["says nothing", hang],
    ["sends signs of life and no word", sayEvents(signsOfLife, "stay")],
  ])("an endpoint that %s is left when the time is over", async (_, reaction) => {
    const { baseUrl } = await start(reaction);
    const before = Date.now();
    const answer = open(baseUrl, { timeout: 120 }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-timeout" });
    expect(Date.now() - before).toBeLessThan(2500);
  });

  test("a stream may take longer than the time of silence", async () => {
    const { baseUrl } = await start(say("x".repeat(370), { pause: 60 }));
    const model = open(baseUrl, { timeout: 300 });
    expect((await model.complete(request, asIs, listen())).value).toBe("x".repeat(370));
  });

  test("what does not keep to the form is asked for once more, and refused then", async () => {
    const { baseUrl, requests } = await start(say("rubbish"));
    const read = () => {
      throw new MalformedReply("it has no form");
    };
    const answer = open(baseUrl).complete(request, read, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-output-malformed" });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body.messages.at(-1)?.content).toBe("again: it has no form");
  });

  test("limits stop before the call", async () => {
    const { baseUrl, requests } = await start(say("x"));
    const answer = open(baseUrl, { maxTokens: 100 }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "token-limit" });
    expect(requests).toEqual([]);
  });

  describe("with a cache", () => {
    let folder = "";
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "charm-contract-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    test("the second run asks nobody", async () => {
      const { baseUrl, requests } = await start(say("kept"));
      await open(baseUrl, { cache: folder }).complete(request, asIs, listen());
      const frozen = open("", { cache: folder, frozen: true, baseUrl: null, apiKey: null });
      expect(await frozen.complete(request, asIs, listen())).toMatchObject({
        value: "kept",
      });
      expect(requests).toHaveLength(1);
    });

    test("an interruption stops at once and keeps nothing", async () => {
      const { baseUrl } = await start(say("x".repeat(37_000), { pause: 20 }));
      const controller = new AbortController();
      const hooks = listen(controller.signal);
      const answer = open(baseUrl, { cache: folder }).complete(request, asIs, hooks);
      setTimeout(() => controller.abort(), 100);
      const before = Date.now();
      await expect(answer).rejects.toMatchObject({ name: "AbortError" });
      expect(Date.now() - before).toBeLessThan(1000);
      expect(await readdir(folder)).toEqual([]);
    });
  });
});
