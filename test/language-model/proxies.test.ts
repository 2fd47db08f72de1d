// Calls through a proxy and by certificates: what goes where, what is said when it fails, and what is never said.
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { noProxies } from "../../src/http/proxy.ts";
import { startProxy, startSecureServer, type ProxyServer } from "../http/proxy-server.ts";
import { guardConnections } from "./connection-guard.ts";
import { asIs, listen, openModel, request } from "./model-fixture.ts";
import { say, startServer, type Reaction, type ScriptedServer } from "./scripted-server.ts";

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  vi.unstubAllEnvs();
});
const start = async (...script: Reaction[]): Promise<ScriptedServer> => {
  const server = await startServer(script);
  opened.push(server);
  return server;
};
const through = async (...args: Parameters<typeof startProxy>): Promise<ProxyServer> => {
  const proxy = await startProxy(...args);
  opened.push(proxy);
  return proxy;
};
const reply = { choices: [{ message: { content: "secure" }, finish_reason: "stop" }] };
const startSecure = async () => {
  const server = await startSecureServer(reply);
  opened.push(server);
  return server;
};
const quick = { retries: 0, connectTimeout: 2000 };

describe("an http:// address", () => {
  test("goes whole to the proxy; nothing else is connected to, and no name looked up", async () => {
    const server = await start(say("said"));
    const proxy = await through(server.port, { wants: "ada:p@ss-word" });
    const guard = guardConnections([proxy.port, server.port]);
    const http = `http://ada:p%40ss-word@${proxy.host}`;
    const model = openModel("http://model.example/v1", { proxies: { ...noProxies, http } });
    const { value } = await model.complete(request, asIs, listen());
    expect(value).toBe("said");
    expect(proxy.seen).toEqual([
      ["POST", "http://model.example/v1/chat/completions", expect.stringMatching(/^Basic /)],
    ]);
    expect(guard.tried[0]).toBe(proxy.host);
    expect(guard.refused).toEqual([]);
    expect(server.requests[0]?.headers.host).toBe("model.example");
  });

  test("of this machine never goes through one", async () => {
    const server = await start(say("said"));
    const proxy = await through(server.port);
    const model = openModel(server.baseUrl, {
      proxies: { ...noProxies, http: `http://${proxy.host}` },
    });
    await model.complete(request, asIs, listen());
    expect(proxy.seen).toEqual([]);
  });
});

describe("an https:// address", () => {
  test("goes through a tunnel, which shows the proxy neither the key nor the question", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const server = await startSecure();
    const proxy = await through(server.port);
    const guard = guardConnections([proxy.port, server.port]);
    const model = openModel("https://model.example/v1", {
      ...quick,
      proxies: { ...noProxies, https: `http://${proxy.host}` },
    });
    expect((await model.complete(request, asIs, listen())).value).toBe("secure");
    expect(proxy.seen).toEqual([["CONNECT", "model.example:443", null]]);
    expect(guard.tried[0]).toBe(proxy.host);
    expect(guard.refused).toEqual([]);
  });

  test.each([
    ["directly", null],
    ["through a proxy", "proxy"],
  ])("by a certificate that nobody knows, %s: says what to do", async (_, way) => {
    const server = await startSecure();
    const proxy = await through(server.port);
    const baseUrl = way ? "https://model.example/v1" : `https://127.0.0.1:${server.port}/v1`;
    const proxies = { ...noProxies, https: way && `http://${proxy.host}` };
    const model = openModel(baseUrl, { ...quick, proxies });
    await expect(model.complete(request, asIs, listen())).rejects.toMatchObject({
      code: "model-certificate",
      exitCode: 2,
      message: expect.stringContaining("certificate"),
      hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    });
  });
});

describe.each(["http", "https"] as const)("a proxy of %s:// addresses", (kind) => {
  const ask = async (address: string) => {
    const hooks = listen();
    const error: unknown = await openModel(`${kind}://model.example/v1`, {
      ...quick,
      retries: 1,
      proxies: { ...noProxies, [kind]: address },
    })
      .complete(request, asIs, hooks)
      .catch((caught: unknown) => caught);
    const seen = inspect([error, hooks.events], { depth: 12, showHidden: true });
    expect(seen).not.toMatch(/hunter22|YWRhOmh1bnRlcjIy/);
    return error;
  };

  test("that asks for another password", async () => {
    const proxy = await through(1, { wants: "ada:other" });
    expect(await ask(`http://ada:hunter22@${proxy.host}`)).toMatchObject({
      code: "model-proxy-failed",
      exitCode: 2,
      message: `The proxy ${proxy.host} asks for a user and password, or refuses them (407).`,
    });
  });

  test("that nobody answers for", async () => {
    const proxy = await through(1);
    await proxy.close();
    opened.pop();
    expect(await ask(`http://ada:hunter22@${proxy.host}`)).toMatchObject({
      code: "model-proxy-failed",
      message: `The proxy ${proxy.host} cannot be reached (ECONNREFUSED).`,
      hint: expect.stringContaining("NO_PROXY"),
    });
  });
});

test("a proxy that lets no tunnel through says so", async () => {
  const proxy = await through(1, { refuses: 403 });
  const model = openModel("https://model.example/v1", {
    ...quick,
    proxies: { ...noProxies, https: `http://${proxy.host}` },
  });
  await expect(model.complete(request, asIs, listen())).rejects.toMatchObject({
    code: "model-proxy-failed",
    message: `The proxy ${proxy.host} does not let the call through (403).`,
  });
});
