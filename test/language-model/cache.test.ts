// The response cache: what it keeps, what it tells apart, and answering from it alone.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MalformedReply } from "../../src/language-model/chat.ts";
import { guardConnections } from "./connection-guard.ts";
import { asIs, listen, openModel, request } from "./model-fixture.ts";
import { fail, say, startServer, type Reaction, type ScriptedServer } from "./scripted-server.ts";

let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
afterEach(async () => {
  await server?.close();
  server = null;
});

describe("the cache", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-cache-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const entries = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

  test("the same prompt is asked once; another run and another address find it", async () => {
    const { baseUrl, requests } = await start(say("kept"));
    await openModel(baseUrl, { cache: folder }).complete(request, asIs, listen());
    const other = openModel("http://127.0.0.1:1/v1", { cache: folder });
    const hooks = listen();
    const { value } = await other.complete(request, asIs, hooks);
    expect(value).toBe("kept");
    expect(hooks.events).toEqual([]);
    expect(other.usage()).toMatchObject({ calls: 0, cached: 1, promptTokens: 0 });
    expect(requests).toHaveLength(1);
    expect((await entries()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.json$/),
    ]);
  });

  test.each([
    ["model", { model: "other" }, {}],
    ["evidence", {}, { evidence: "e9" }],
    ["prompt version", {}, { promptVersion: "test 2" }],
    ["messages", {}, { messages: () => [{ role: "user" as const, content: "b" }] }],
    ["length of the reply", {}, { room: { usual: 10, most: 10 } }],
  ])("another %s is another entry", async (_, options, changed) => {
    const { baseUrl, requests } = await start(say("x"));
    await openModel(baseUrl, { cache: folder }).complete(request, asIs, listen());
    await openModel(baseUrl, { cache: folder, ...options }).complete(
      { ...request, ...changed },
      asIs,
      listen(),
    );
    expect(requests).toHaveLength(2);
  });

  test("frozen: answers from it without address, key or connection", async () => {
    const { baseUrl } = await start(fail(400, { message: "response_format" }), say("in lines"));
    await openModel(baseUrl, { cache: folder }).complete(request, asIs, listen());
    const guard = guardConnections([]);
    const frozen = openModel("", { cache: folder, frozen: true, apiKey: null, baseUrl: null });
    const { value } = await frozen.complete(request, asIs, listen());
    expect(value).toBe("in lines");
    expect(guard.tried).toEqual([]);
  });

  test("frozen: fails for what it does not hold, and connects to nothing", async () => {
    const guard = guardConnections([]);
    const answer = openModel("", { cache: folder, frozen: true }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "not-in-cache", exitCode: 2 });
    expect(guard.tried).toEqual([]);
  });

  const unreadable = () => {
    throw new MalformedReply("it has no form");
  };

  test("a reply that could not be read: the next run asks again, and a frozen one fails as this did", async () => {
    const { baseUrl, requests } = await start(say("rubbish"));
    const ask = (more = {}) =>
      openModel(baseUrl, { cache: folder, ...more }).complete(request, unreadable, listen());
    const failure = { code: "model-output-malformed", exitCode: 1 };
    await expect(ask()).rejects.toMatchObject(failure);
    const calls = requests.length;
    await expect(ask()).rejects.toMatchObject(failure);
    expect(requests.length).toBe(2 * calls);
    await expect(ask({ frozen: true })).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining("it has no form"),
    });
    expect(requests.length).toBe(2 * calls);
  });

  test("a reply that was cut off: kept for a frozen run, and asked for again by another", async () => {
    const { baseUrl, requests } = await start(say("half", { finish: "length" }), say("whole"));
    const ask = (more = {}) =>
      openModel(baseUrl, { cache: folder, ...more }).complete(request, asIs, listen());
    expect(await ask()).toMatchObject({ value: "half", whole: false });
    expect(await ask({ frozen: true })).toMatchObject({ value: "half", whole: false });
    expect(await ask()).toMatchObject({ value: "whole", whole: true });
    expect(requests).toHaveLength(2);
  });

  test.each([
    [fail(401, { message: "bad key" }), {}, "not-in-cache"],
    [fail(401, { message: "bad key" }), { spare: true }, "model-key-refused"],
    [fail(500, { message: "no" }, { "retry-after-ms": "1" }), {}, "model-server-failed"],
  ])("case %#: only what a run goes on after is kept of failures", async (reaction, more, code) => {
    const { baseUrl } = await start(reaction);
    const asked = { ...request, ...more };
    await openModel(baseUrl, { cache: folder })
      .complete(asked, asIs, listen())
      .catch(() => {});
    const frozen = openModel("", { cache: folder, frozen: true });
    await expect(frozen.complete(asked, asIs, listen())).rejects.toMatchObject({ code });
  });

  test("an interrupted call leaves nothing behind", async () => {
    const { baseUrl } = await start(say("x".repeat(3700), { pause: 20 }));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 80);
    const answer = openModel(baseUrl, { cache: folder }).complete(
      request,
      asIs,
      listen(controller.signal),
    );
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(await entries()).toEqual([]);
  });

  test("an entry that was changed by hand does not count", async () => {
    const { baseUrl, requests } = await start(say("kept"), say("asked again"));
    await openModel(baseUrl, { cache: folder }).complete(request, asIs, listen());
    const [file] = await entries();
    const path = join(file?.parentPath ?? "", file?.name ?? "");
    await writeFile(path, (await readFile(path, "utf8")).replace("kept", "bent"));
    const { value } = await openModel(baseUrl, { cache: folder }).complete(request, asIs, listen());
    expect(value).toBe("asked again");
    expect(requests).toHaveLength(2);
  });

  test("a folder that cannot be written to costs the cache and not the answer", async () => {
    const { baseUrl } = await start(say("x"));
    const hooks = listen();
    const model = openModel(baseUrl, { cache: "/dev/null/cache" });
    expect((await model.complete(request, asIs, hooks)).value).toBe("x");
    expect(hooks.events).toContainEqual({
      kind: "without",
      what: expect.stringContaining("the cache"),
    });
  });
});
