import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { examineEndpoint } from "../../src/doctor/examine-endpoint.ts";
import { noProxies } from "../../src/http/proxy.ts";

let server: Server | null = null;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

const key = "sk-secret-1234567890";

/** Asks a server that answers like this; gives what was found, and the paths that were asked for. */
async function examineServed(status: number, body: string, model = "m1") {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((ready) => server?.listen(0, "127.0.0.1", () => ready()));
  const { port } = server.address() as AddressInfo;
  const found = await examine({ model, baseUrl: `http://127.0.0.1:${port}/v1` });
  return { found, asked };
}

function examine(change: Partial<Parameters<typeof examineEndpoint>[0]>) {
  const view = { model: "m1", baseUrl: null, apiKey: key, proxies: noProxies, offline: false };
  return examineEndpoint({ ...view, ...change }, new AbortController().signal);
}

describe("the endpoint of a model", () => {
  it("is asked for its list of models alone", async () => {
    const { found, asked } = await examineServed(200, '{"data":[{"id":"m1"},{"id":"m2"}]}');
    expect(asked).toEqual(["GET /v1/models"]);
    expect(found.state).toBe("ok");
  });

  it("is told of when it does not list the model", async () => {
    const { found } = await examineServed(200, '{"data":[{"id":"m2"}]}');
    expect(found).toMatchObject({ state: "warning", remedy: expect.stringContaining("m2") });
  });

  it.each([401, 403])("is told of when it refuses the key (%i)", async (status) => {
    const { found } = await examineServed(status, `{"error":"bad key ${key}"}`);
    expect(found).toMatchObject({
      state: "warning",
      found: expect.stringContaining("refuses the key"),
    });
    expect(JSON.stringify(found)).not.toContain(key);
  });

  it.each(["not json", "[]", '{"data":{}}'])("is there, whatever it says: %s", async (body) => {
    expect((await examineServed(200, body)).found.state).toBe("ok");
    await new Promise<void>((done) => server?.close(() => done()));
    expect((await examineServed(404, body)).found.state).toBe("ok");
  });

  it("is told of when nothing answers", async () => {
    const found = await examine({ baseUrl: "http://127.0.0.1:9/v1" });
    expect(found).toMatchObject({
      state: "warning",
      found: expect.stringContaining("does not answer"),
    });
  });

  it("is not asked offline, nor where no model is configured", async () => {
    const baseUrl = "http://127.0.0.1:9/v1";
    expect((await examine({ baseUrl, offline: true })).state).toBe("ok");
    expect((await examine({ baseUrl, model: null })).found).toContain("nothing leaves");
  });

  it("shows no password of its address", async () => {
    const found = await examine({ baseUrl: "http://me:hidden@127.0.0.1:9/v1" });
    expect(found.state).toBe("error");
    expect(JSON.stringify(found)).not.toContain("hidden");
  });
});
