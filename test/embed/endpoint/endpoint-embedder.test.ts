import { afterEach, describe, expect, test } from "vitest";
import {
  openEndpointEmbedder,
  type EndpointDeps,
} from "../../../src/embed/endpoint/endpoint-embedder.ts";
import type { EndpointOptions } from "../../../src/embed/endpoint/endpoint-options.ts";
import { CharmError } from "../../../src/errors.ts";
import { guardConnections } from "../../language-model/connection-guard.ts";
import {
  breakOff,
  fail,
  hang,
  sayRaw,
  startServer,
  type Reaction,
  type ScriptedServer,
} from "../../language-model/scripted-server.ts";
import {
  bodyOf,
  dimensions,
  embed,
  madeUpVector,
  optionsFor,
  sayJson,
  secretKey,
} from "./vector-server.ts";

let servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

async function serve(...script: Reaction[]): Promise<ScriptedServer> {
  const server = await startServer(script);
  servers.push(server);
  return server;
}

const open = (
  baseUrl: string | null,
  changed: Partial<EndpointOptions> = {},
  deps: Partial<EndpointDeps> = {},
) =>
  openEndpointEmbedder(optionsFor(baseUrl, changed), {
    purpose: "passages",
    dimensionsOf: () => Promise.resolve(null),
    ...deps,
  });

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

async function failureOf(work: Promise<unknown>): Promise<CharmError> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(CharmError);
  const { message, hint } = error as CharmError;
  expect(`${message} ${hint}`).not.toContain("hush");
  return error as CharmError;
}

describe("vectors of an endpoint", () => {
  const texts = Array.from({ length: 75 }, (_, i) => `made-up text number ${i}`);

  test.each([
    ["in order", {}],
    ["in another order, numbered", { shuffled: true }],
    ["in order, without numbers", { unnumbered: true }],
  ])("belong to their texts when they come %s, and have length 1", async (_, how) => {
    const server = await serve(embed(how));
    const embedder = await open(server.baseUrl);
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(75);
    for (const [i, vector] of vectors.entries()) {
      const expected = unit(madeUpVector(texts[i] as string));
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      expect(
        Math.max(...vector.map((value, at) => Math.abs(value - (expected[at] ?? 9)))),
      ).toBeLessThan(1e-6);
    }
    expect(await embedder.embed([])).toEqual([]);
  });

  test("are asked for 32 at a time, in order, with key, model and format", async () => {
    const server = await serve(embed());
    await (await open(server.baseUrl)).embed(texts);
    const bodies = server.requests.map(bodyOf);
    expect(bodies.map(({ input }) => input.length)).toEqual([32, 32, 11]);
    expect(bodies.flatMap(({ input }) => input)).toEqual(texts);
    expect(bodies[0]).toMatchObject({ model: "made-up-embedder", encoding_format: "float" });
    expect(bodies[0]).not.toHaveProperty("dimensions");
    expect(server.requests[0]?.path).toBe("/v1/embeddings");
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secretKey}`);
  });

  test("are asked for in no more than two calls at a time, whoever asks", async () => {
    let running = 0;
    let most = 0;
    const server = await serve(async (request, response) => {
      most = Math.max(most, (running += 1));
      await embed({ pause: 15 })(request, response);
      running -= 1;
    });
    const embedder = await open(server.baseUrl);
    await Promise.all(Array.from({ length: 6 }, () => embedder.embed(texts.slice(0, 40))));
    expect(server.requests).toHaveLength(12);
    expect(most).toBe(2);
  });

  test("are of the prefix that goes with what the text is", async () => {
    const server = await serve(embed());
    const prefixes = { queryPrefix: "query: ", passagePrefix: "passage: " };
    const passages = await open(server.baseUrl, prefixes);
    const queries = await open(server.baseUrl, prefixes, { purpose: "queries" });
    await passages.embed(["lamps"]);
    await queries.embed(["lamps"]);
    const sent = server.requests.map((request) => bodyOf(request).input[0]);
    expect(sent).toEqual(["passage: lamps", "query: lamps"]);
    expect(queries.id).toBe(passages.id);
    expect(queries.id).not.toBe((await open(server.baseUrl)).id);
    expect(queries.maxTokens).toBe(512 - 3);
  });

  test("of a text beyond the window are those of its beginning, and of none those of a space", async () => {
    const server = await serve(embed());
    const embedder = await open(server.baseUrl, { maxTokens: 128 });
    await embedder.embed(["é".repeat(1000), "lamp ".repeat(10), ""]);
    const [cut = "", whole, blank] = server.requests.flatMap((request) => bodyOf(request).input);
    expect(cut).toMatch(/^é+$/);
    expect(embedder.countTokens(cut)).toBe(128);
    expect(embedder.countTokens("é".repeat(1000))).toBeGreaterThan(500);
    expect(whole).toBe("lamp ".repeat(10));
    expect(blank).toBe(" ");
  });

  test("are asked to be shorter where a model is known to shorten them", async () => {
    const server = await serve(embed());
    const model = "text-embedding-3-small";
    await (await open(server.baseUrl, { model })).embed(["a"]);
    expect(bodyOf(server.requests[0] as never).dimensions).toBe(dimensions);
    expect((await open(server.baseUrl, { model, dimensions: null })).dimensions).toBe(1536);
    expect(server.requests).toHaveLength(1);
  });

  test("have the length that the index has, or else that of a first one", async () => {
    const server = await serve(embed({ length: 24 }));
    const asked: string[] = [];
    const dimensionsOf = (id: string) => Promise.resolve(asked.push(id) > 0 ? 24 : null);
    const known = await open(server.baseUrl, { dimensions: null }, { dimensionsOf });
    expect([known.dimensions, asked, server.requests.length]).toEqual([24, [known.id], 0]);
    const measured = await open(server.baseUrl, { dimensions: null });
    expect([measured.dimensions, server.requests.length]).toEqual([24, 1]);
  });
});

describe("the id of an endpoint's embedder", () => {
  test("names host, model and window, and nothing secret", async () => {
    const address = "http://127.0.0.1:1/account-4711/v1?api-version=2024&sig=abcdefabcdefabcdef";
    const { id } = await open(address);
    expect(id).toMatch(/^openai\/127\.0\.0\.1:1\/made-up-embedder\/512\/[0-9a-f]{12}$/);
  });

  test.each<[string, Partial<EndpointOptions>]>([
    ["another model", { model: "other" }],
    ["another host", { baseUrl: "http://127.0.0.1:2/v1" }],
    ["another path", { baseUrl: "http://127.0.0.1:1/other/v1" }],
    ["another window", { maxTokens: 256 }],
    ["another prefix", { passagePrefix: "passage: " }],
  ])("differs for %s", async (_, changed) => {
    const usual = await open("http://127.0.0.1:1/v1");
    expect((await open("http://127.0.0.1:1/v1", changed)).id).not.toBe(usual.id);
    expect((await open("http://127.0.0.1:1/v1/", { apiKey: null })).id).toBe(usual.id);
  });
});

describe("calls that fail", () => {
  test("are made again after the time the endpoint names", async () => {
    const busy = fail(429, { message: "slow down" }, { "retry-after-ms": "40" });
    const server = await serve(busy, busy, embed());
    const waits: [number, string][] = [];
    const onWait = (seconds: number, host: string) => waits.push([seconds, host]);
    const started = performance.now();
    const [vector] = await (await open(server.baseUrl, {}, { onWait })).embed(["lamps"]);
    expect(vector).toHaveLength(dimensions);
    expect(performance.now() - started).toBeGreaterThan(70);
    const wait = [0.04, `127.0.0.1:${server.port}`];
    expect(waits).toEqual([wait, wait]);
  });

  test("are made again after Retry-After in seconds, and when the server or the connection broke", async () => {
    const server = await serve(fail(503, "no", { "retry-after": "0" }), breakOff("x"), embed());
    expect(await (await open(server.baseUrl)).embed(["lamps"])).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  test.each<[string, Reaction, string, number, string]>([
    [
      "a wait that does not end",
      fail(429, { message: "slow" }, { "retry-after-ms": "1" }),
      "embedding-busy",
      1,
      "run the command again",
    ],
    [
      "no money left",
      fail(429, { message: "no", code: "insufficient_quota" }),
      "embedding-quota",
      2,
      "billing",
    ],
    [
      "a refused key, which it repeats",
      fail(401, { message: `Incorrect API key: ${secretKey}` }),
      "embedding-key-refused",
      2,
      "OPENAI_API_KEY",
    ],
    [
      "an unknown model",
      fail(404, { message: "no such model" }),
      "embedding-model-unknown",
      2,
      "embedding.model",
    ],
    [
      "an error that is a text",
      fail(400, "model “x” not found"),
      "embedding-model-unknown",
      2,
      "embedding.model",
    ],
    [
      "a text that is too long",
      fail(400, { message: "maximum context length is 256 tokens" }),
      "embedding-text-too-long",
      2,
      "embedding.maxTokens",
    ],
    ["a refusal", fail(422, { message: "no" }), "embedding-request-refused", 2, "embedders.md"],
    [
      "a failing server",
      fail(500, "<html>", { "retry-after": "0" }),
      "embedding-server-failed",
      1,
      "kept",
    ],
    [
      "a redirect",
      fail(307, "", { location: "http://127.0.0.1:9/" }),
      "embedding-redirected",
      2,
      "final address",
    ],
  ])("are explained: %s", async (_, reaction, code, exitCode, hint) => {
    const server = await serve(reaction);
    const error = await failureOf((await open(server.baseUrl, { retries: 2 })).embed(["lamps"]));
    expect(error).toMatchObject({ code, exitCode });
    expect(error.hint).toContain(hint);
  });

  test.each<[string, Reaction]>([
    ["no JSON", sayRaw("<html>", "text/html")],
    ["no list", sayJson({ data: "none" })],
    ["too few vectors", sayJson({ data: [] })],
    ["too many", sayJson({ data: [1, 2].map((n) => ({ embedding: [n] })) })],
    ["an index beyond the texts", sayJson({ data: [{ index: 1, embedding: [1] }] })],
    ["base64", sayJson({ data: [{ index: 0, embedding: "AACAPw==" }] })],
    ["what is not a number", sayJson({ data: [{ index: 0, embedding: [1, null] }] })],
    ["zeros alone", sayJson({ data: [{ index: 0, embedding: [0, 0] }] })],
  ])("are not used, nor repeated: a reply with %s", async (_, reaction) => {
    const server = await serve(reaction);
    const error = await failureOf((await open(server.baseUrl)).embed(["lamps"]));
    expect(error).toMatchObject({ code: "embedding-reply-malformed", exitCode: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test("two vectors of one number are refused", async () => {
    const twice = [0, 0].map((index) => ({ index, embedding: [1] }));
    const server = await serve(sayJson({ data: twice }));
    const error = await failureOf((await open(server.baseUrl)).embed(["lamps", "oil"]));
    expect(error.code).toBe("embedding-reply-malformed");
  });

  test("vectors of another length are refused, naming both and the setting", async () => {
    const server = await serve(embed({ length: 24 }));
    const error = await failureOf((await open(server.baseUrl)).embed(["lamps"]));
    expect(error.code).toBe("embedding-other-dimensions");
    expect(error.message).toMatch(/24 .*16/);
    expect(error.hint).toContain("embedding.dimensions to 24");
  });

  test("end the calls that are waiting, where the texts are passages", async () => {
    for (const [purpose, calls] of [
      ["passages", 2],
      ["queries", 6],
    ] as const) {
      const server = await serve(embed({ length: 24, pause: 10 }));
      const embedder = await open(server.baseUrl, {}, { purpose });
      const all = Array.from({ length: 6 }, () => failureOf(embedder.embed(["lamps"])));
      for (const one of all) expect((await one).code).toBe("embedding-other-dimensions");
      expect(server.requests).toHaveLength(calls);
    }
  });

  test("an address where nothing answers is named", async () => {
    const server = await serve(embed());
    await server.close();
    const error = await failureOf((await open(server.baseUrl)).embed(["lamps"]));
    expect(error).toMatchObject({ code: "embedding-unreachable", exitCode: 2 });
    expect(error.message).toContain(server.baseUrl);
  });
});

describe("stopping", () => {
  test("a call that gets no reply ends in time", async () => {
    const server = await serve(hang);
    const error = await failureOf((await open(server.baseUrl, { timeout: 150 })).embed(["lamps"]));
    expect(error).toMatchObject({ code: "embedding-timeout", exitCode: 1 });
  });

  test("an aborted signal's reason is thrown, during a call and during a wait", async () => {
    for (const reaction of [hang, fail(429, "wait", { "retry-after": "3" })]) {
      const server = await serve(reaction);
      const controller = new AbortController();
      const reason = new Error("enough");
      setTimeout(() => controller.abort(reason), 40);
      const embedding = (await open(server.baseUrl)).embed(["lamps"], controller.signal);
      await expect(embedding).rejects.toBe(reason);
    }
  });

  test("closing ends what is under way, and nothing more is sent", async () => {
    const server = await serve(hang);
    const embedder = await open(server.baseUrl);
    const calls = Array.from({ length: 5 }, () => failureOf(embedder.embed(["lamps"])));
    await new Promise((resolve) => setTimeout(resolve, 40));
    await embedder.close();
    for (const call of calls) expect((await call).code).toBe("embedder-closed");
    expect(server.requests).toHaveLength(2);
  });
});

describe("what is refused before any connection", () => {
  test.each<[string, string | null, Partial<EndpointOptions>, string]>([
    ["an offline run", "http://127.0.0.1:9/v1", { offline: true }, "embedding-offline"],
    ["OpenAI without a key", null, { apiKey: null }, "embedding-key-missing"],
    [
      "the length of vectors, offline",
      "http://127.0.0.1:9/v1",
      { offline: true, dimensions: null },
      "embedding-offline",
    ],
    ["an address that is none", "nowhere", {}, "model-address-invalid"],
    ["a key with a line break", null, { apiKey: "a\nb" }, "model-key-invalid"],
  ])("%s", async (_, baseUrl, changed, code) => {
    const guard = guardConnections([]);
    const work = async () => (await open(baseUrl, changed)).embed(["lamps"]);
    expect(await failureOf(work())).toMatchObject({ code, exitCode: 2 });
    expect(guard.tried).toEqual([]);
    expect(guard.refused).toEqual([]);
  });

  test("opening alone connects to nothing and needs no key", async () => {
    const guard = guardConnections([]);
    const embedder = await open(null, { apiKey: null, offline: true });
    expect(embedder.id).toContain("openai/api.openai.com/");
    expect(embedder.countTokens("lamps")).toBe(4);
    expect(guard.tried).toEqual([]);
  });
});
