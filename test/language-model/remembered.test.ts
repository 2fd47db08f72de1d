// What is remembered of an endpoint from run to run: what it refused, and the window of its model.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guardConnections } from "./connection-guard.ts";
import { asIs, listen, openModel, request, secretKey } from "./model-fixture.ts";
import {
  fail,
  say,
  startServer,
  type ModelList,
  type Reaction,
  type ScriptedServer,
} from "./scripted-server.ts";

let folder = "";
const servers: ScriptedServer[] = [];
const start = async (script: readonly Reaction[], models?: ModelList) => {
  const server = await startServer(script, models);
  servers.push(server);
  return server;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-memory-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await rm(folder, { recursive: true, force: true });
});
const ask = (baseUrl: string, evidence: string, more = {}) => {
  const hooks = listen();
  const model = openModel(baseUrl, { cache: folder, ...more });
  return model.complete({ ...request, evidence }, asIs, hooks).then(() => hooks.events);
};
const signal = new AbortController().signal;
const windowOf = (entry: object): ModelList => {
  return (response) => response.end(JSON.stringify({ data: [{ id: "scripted-1", ...entry }] }));
};

describe("what an endpoint refused", () => {
  test.each([
    ["a parameter", "seed", { message: "seed is not supported" }],
    ["a schema", "response_format", { message: "response_format is not supported" }],
  ])("%s is not sent by the next run, which says nothing of it", async (_, name, error) => {
    const { baseUrl, requests } = await start([fail(400, error), say("x")]);
    await ask(baseUrl, "e1");
    const events = await ask(baseUrl, "e2");
    expect(requests.map(({ body }) => name in body)).toEqual([true, false, false]);
    expect(events.map(({ kind }) => kind)).not.toContain("without");
  });

  test("the role and the name of the length are remembered with it", async () => {
    const { baseUrl, requests } = await start([
      fail(400, { message: "System role not supported" }),
      fail(400, { message: "Unsupported parameter: max_tokens" }),
      say("x"),
    ]);
    await ask(baseUrl, "e1");
    await ask(baseUrl, "e2");
    const { messages, ...body } = requests[3]?.body ?? { messages: [] };
    expect(messages.map(({ role }) => role)).toEqual(["user"]);
    expect(body).toMatchObject({ max_completion_tokens: 3000, seed: 1 });
  });

  test("holds for this address and model alone", async () => {
    const refusing = await start([fail(400, { message: "seed is not supported" }), say("x")]);
    await ask(refusing.baseUrl, "e1");
    const other = await start([say("x")]);
    await ask(other.baseUrl, "e2");
    await ask(refusing.baseUrl, "e3", { model: "another" });
    expect(other.requests[0]?.body.seed).toBe(1);
    expect(refusing.requests.at(-1)?.body.seed).toBe(1);
  });

  test("is kept without address or key", async () => {
    const { baseUrl, port } = await start([fail(400, { message: "seed?" }), say("x")]);
    await ask(baseUrl, "e1");
    const files = await readdir(join(folder, "endpoints"));
    expect(files).toHaveLength(1);
    const text = await readFile(join(folder, "endpoints", files[0] ?? ""), "utf8");
    expect(text).toContain('"seed": false');
    expect(text).not.toContain(secretKey);
    expect(text).not.toContain(String(port));
  });

  test("a schema that was not kept to is no refusal: the next run asks with it", async () => {
    const { baseUrl, requests } = await start([say("rubbish"), say("lines")]);
    const model = openModel(baseUrl, { cache: folder });
    const { MalformedReply } = await import("../../src/language-model/chat.ts");
    await model.complete(
      request,
      (text, protocol, end) => {
        if (protocol === "structured") throw new MalformedReply("no JSON");
        return asIs(text, protocol, end);
      },
      listen(),
    );
    await ask(baseUrl, "e2");
    expect(requests.map(({ body }) => body.response_format !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("the window", () => {
  test("is asked for once a run, and again by the next", async () => {
    const { baseUrl, asked } = await start([say("x")], windowOf({ max_model_len: 9000 }));
    const model = openModel(baseUrl, { cache: folder });
    expect(await model.window(signal)).toEqual({ tokens: 9000, source: "server" });
    await model.window(signal);
    expect(asked()).toBe(1);
    await openModel(baseUrl, { cache: folder }).window(signal);
    expect(asked()).toBe(2);
  });

  test("is remembered for a run that is frozen, and for one whose server is silent", async () => {
    const server = await start([say("x")], windowOf({ context_length: 9000 }));
    await openModel(server.baseUrl, { cache: folder }).window(signal);
    await server.close();
    servers.pop();
    const again = openModel(server.baseUrl, { cache: folder });
    expect(await again.window(signal)).toEqual({ tokens: 9000, source: "server" });
    const guard = guardConnections([]);
    const frozen = openModel("", { cache: folder, frozen: true });
    expect(await frozen.window(signal)).toEqual({ tokens: 9000, source: "server" });
    expect(guard.tried).toEqual([]);
  });

  test("a frozen run has that of the address that was asked last", async () => {
    const small = await start([say("x")], windowOf({ n_ctx: 4096 }));
    const plain = await start([say("x")]);
    await openModel(small.baseUrl, { cache: folder }).window(signal);
    await openModel(plain.baseUrl, { cache: folder }).window(signal);
    const frozen = openModel("", { cache: folder, frozen: true });
    expect(await frozen.window(signal)).toEqual({ tokens: 8192, source: "assumed" });
  });

  test.each([
    [{ max_model_len: 16_000 }, 9000, 9000, "settings"],
    [{ max_model_len: 5000 }, 9000, 5000, "server"],
    [{ meta: { n_ctx_train: 131_072 } }, null, 8192, "assumed"],
    [{ max_context_length: 32_768, loaded_context_length: 6000 }, null, 6000, "server"],
    [{ max_model_len: "many" }, null, 8192, "assumed"],
  ] as const)("%o with model.context %s: %i (%s)", async (entry, context, tokens, source) => {
    const { baseUrl } = await start([say("x")], windowOf(entry));
    expect(await openModel(baseUrl, { context }).window(signal)).toEqual({ tokens, source });
  });

  test("of a model that tiktoken knows nobody is asked, nor by a run that is offline", async () => {
    const guard = guardConnections([]);
    const known = openModel("http://127.0.0.1:9/v1", { model: "gpt-4.1-mini" });
    expect(await known.window(signal)).toEqual({ tokens: 32_000, source: "known" });
    const offline = openModel("http://127.0.0.1:9/v1", { offline: true });
    expect(await offline.window(signal)).toEqual({ tokens: 8192, source: "assumed" });
    expect(guard.tried).toEqual([]);
  });

  test("the key goes along, as with the call itself", async () => {
    const seen: (string | undefined)[] = [];
    const { baseUrl } = await start([say("x")], (response) => {
      seen.push(response.req.headers.authorization);
      response.writeHead(401).end(secretKey);
    });
    await openModel(baseUrl).window(signal);
    expect(seen).toEqual([`Bearer ${secretKey}`]);
  });
});
