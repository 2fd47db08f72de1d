// Calls to a model over the real protocol: what is sent, and what is done without where an endpoint lacks it.
import { afterEach, describe, expect, test } from "vitest";
import { MalformedReply, type ReadText } from "../../src/language-model/chat.ts";
import { asIs, listen, openModel, request, secretKey } from "./model-fixture.ts";
import { fail, say, startServer, type Reaction, type ScriptedServer } from "./scripted-server.ts";

let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
afterEach(async () => {
  await server?.close();
  server = null;
});

describe("what is sent and read", () => {
  test("a streamed reply, with temperature 0, a seed, a schema and the key as bearer", async () => {
    const { baseUrl, requests } = await start(say("one two three ".repeat(20)));
    const hooks = listen();
    const { value } = await openModel(baseUrl).complete(request, asIs, hooks);
    expect(value).toBe("one two three ".repeat(20));
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe("/v1/chat/completions");
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${secretKey}`);
    expect(requests[0]?.body).toMatchObject({
      model: "scripted-1",
      stream: true,
      temperature: 0,
      seed: 1,
      max_tokens: 3000,
      messages: [
        { role: "system", content: "rules (structured)" },
        { role: "user", content: "a question" },
      ],
      response_format: { type: "json_schema", json_schema: { name: "answer", strict: true } },
    });
    expect(hooks.events.filter(({ kind }) => kind === "writing").length).toBeGreaterThan(3);
  });

  test("usage as the endpoint reports it, and charm's own count where it reports none", async () => {
    const { baseUrl } = await start(
      say("first", { usage: { prompt_tokens: 11, completion_tokens: 7 } }),
      say("second", { usage: null }),
    );
    const model = openModel(baseUrl, { prices: { input: 2, output: 10, currency: "USD" } });
    await model.complete(request, asIs, listen());
    expect(model.usage()).toEqual({
      calls: 1,
      cached: 0,
      promptTokens: 11,
      completionTokens: 7,
      cost: (11 * 2 + 7 * 10) / 1e6,
      currency: "USD",
      reported: true,
    });
    await model.complete(request, asIs, listen());
    expect(model.usage()).toMatchObject({ calls: 2, reported: false });
  });

  test("no key: no Authorization header, for servers that ask for none", async () => {
    const { baseUrl, requests } = await start(say("x"));
    await openModel(baseUrl, { apiKey: null }).complete(request, asIs, listen());
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  test("an address with api-version: the query goes along, and the key as api-key", async () => {
    const { baseUrl, requests } = await start(say("x"));
    await openModel(`${baseUrl}/deployments/d?api-version=2024-10-21`).complete(
      request,
      asIs,
      listen(),
    );
    expect(requests[0]?.path).toBe("/v1/deployments/d/chat/completions?api-version=2024-10-21");
    expect(requests[0]?.headers["api-key"]).toBe(secretKey);
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  test("a server that answers in one piece though a stream was asked for", async () => {
    const { baseUrl } = await start(say("whole", { whole: true }));
    const { value } = await openModel(baseUrl).complete(request, asIs, listen());
    expect(value).toBe("whole");
  });
});

describe("endpoints that lack something", () => {
  test("no structured output: the prompt is written for the text protocol, and that is remembered", async () => {
    const { baseUrl, requests } = await start(
      fail(400, { message: "'response_format' is not supported" }),
      say("lines"),
    );
    const model = openModel(baseUrl);
    const hooks = listen();
    const { value } = await model.complete(
      request,
      (text, protocol) => ({ value: `${protocol} ${text}`, whole: true }),
      hooks,
    );
    expect(value).toBe("text lines");
    expect(hooks.events).toContainEqual({ kind: "without", what: "structured output" });
    await model.complete(request, asIs, listen());
    expect(requests.map(({ body }) => body.response_format !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(requests[1]?.body.messages[0]?.content).toBe("rules (text)");
  });

  test("structured output taken and not kept to: the text protocol", async () => {
    const { baseUrl, requests } = await start(say("Sure! Here is…"), say("lines"));
    const read: ReadText<string> = (text, protocol) => {
      if (protocol === "structured") throw new MalformedReply("it is not JSON");
      return { value: text, whole: true };
    };
    const { value } = await openModel(baseUrl).complete(request, read, listen());
    expect(value).toBe("lines");
    expect(requests).toHaveLength(2);
  });

  test.each([
    ["seed", "Unknown field: seed", { seed: undefined, temperature: 0 }],
    [
      "temperature",
      "'temperature' does not support 0 with this model",
      { temperature: undefined, seed: 1 },
    ],
    [
      "stream_options",
      "extra field stream_options not permitted",
      { stream_options: undefined, stream: true },
    ],
    [
      "max_tokens",
      "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
      { max_tokens: undefined, max_completion_tokens: 3000 },
    ],
    ["stream", "streaming is not supported by this deployment", { stream: false }],
  ])("no %s: goes on without it, and keeps the rest", async (_, message, body) => {
    const { baseUrl, requests } = await start(fail(400, { message }), say("x"));
    await openModel(baseUrl).complete(request, asIs, listen());
    expect(requests[1]?.body).toMatchObject({ response_format: { type: "json_schema" } });
    for (const [name, value] of Object.entries(body)) {
      expect({ [name]: requests[1]?.body[name as "seed"] }).toEqual({ [name]: value });
    }
  });

  test("a refusal that names nothing: once more with what every server takes, then an error", async () => {
    const { baseUrl, requests } = await start(fail(422, "unprocessable"));
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-request-refused", exitCode: 2 });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).not.toHaveProperty("response_format");
    expect(requests[1]?.body).not.toHaveProperty("seed");
  });

  test("a server whose grammar fails inside it (500): the text protocol, without retries", async () => {
    const { baseUrl, requests } = await start(
      fail(500, { message: "failed to parse grammar" }),
      say("x"),
    );
    await openModel(baseUrl).complete(request, asIs, listen());
    expect(requests).toHaveLength(2);
  });

  test("a reply out of form: told so once, then an error that names the fault", async () => {
    const { baseUrl, requests } = await start(say("rubbish"));
    const read = () => {
      throw new MalformedReply("it has no END");
    };
    const answer = openModel(baseUrl, { protocol: "text" }).complete(request, read, listen());
    await expect(answer).rejects.toMatchObject({
      code: "model-output-malformed",
      message: expect.stringContaining("it has no END"),
    });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body.messages.slice(2)).toEqual([
      { role: "assistant", content: "rubbish" },
      { role: "user", content: "again: it has no END" },
    ]);
  });
});
