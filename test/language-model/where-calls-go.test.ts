// Which connections a run opens: the configured one, and none when it is offline.
import { afterEach, describe, expect, test } from "vitest";
import { guardConnections } from "./connection-guard.ts";
import { asIs, listen, openModel, request } from "./model-fixture.ts";
import { fail, say, startServer, type Reaction, type ScriptedServer } from "./scripted-server.ts";

let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
afterEach(async () => {
  await server?.close();
  server = null;
});

describe("where calls go", () => {
  test("to the configured host alone, also when a reply sends elsewhere", async () => {
    const { baseUrl, port } = await start(fail(308, "", { location: "http://127.0.0.1:9/v1" }));
    const guard = guardConnections([port]);
    const answer = openModel(baseUrl).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "model-redirected" });
    expect(guard.tried).toEqual([`127.0.0.1:${port}`]);
  });

  test("an ordinary answer opens one connection to it and looks no name up", async () => {
    const { baseUrl, port } = await start(say("x"));
    const guard = guardConnections([port]);
    await openModel(baseUrl).complete(request, asIs, listen());
    expect(guard.tried).toEqual([`127.0.0.1:${port}`]);
    expect(guard.refused).toEqual([]);
  });

  test("nowhere when offline", async () => {
    const { baseUrl, requests } = await start(say("x"));
    const guard = guardConnections([]);
    const answer = openModel(baseUrl, { offline: true }).complete(request, asIs, listen());
    await expect(answer).rejects.toMatchObject({ code: "engine-offline", exitCode: 2 });
    expect(guard.tried).toEqual([]);
    expect(requests).toEqual([]);
  });
});
