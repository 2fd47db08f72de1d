// The fetch that goes to one place: its time limit for connecting, and what it refuses.
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createFetch } from "../../src/http/http-fetch.ts";
import { asIs, listen, openModel, request } from "../language-model/model-fixture.ts";

test("a host that takes the connection and never finishes it (TLS): no connection in time", async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const model = openModel(`https://127.0.0.1:${port}/v1`, { connectTimeout: 100, retries: 0 });
  await expect(model.complete(request, asIs, listen())).rejects.toMatchObject({
    code: "model-unreachable",
    message: expect.stringContaining("in time"),
  });
  server.close();
});

test("another origin is refused before anything is opened", async () => {
  const fetch = createFetch({ origin: "http://127.0.0.1:1", proxy: null, connectTimeout: 100 });
  await expect(fetch("http://127.0.0.1:2/")).rejects.toMatchObject({ code: "CHARM_HOST" });
  await expect(fetch("https://127.0.0.1:1/")).rejects.toMatchObject({ code: "CHARM_HOST" });
});
