// The key of a run: it goes to the endpoint and is seen nowhere else, whatever the endpoint does with it.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { asIs, listen, openModel, request, secretKey, wholeOnly } from "./model-fixture.ts";
import {
  breakOff,
  fail,
  say,
  sayRaw,
  startServer,
  type ScriptedServer,
} from "./scripted-server.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const echo = `you sent Authorization: Bearer ${secretKey}, that is ${encodeURIComponent(secretKey)}`;

describe("an endpoint that shouts the key back", () => {
  test.each([
    ["in an error", fail(401, { message: echo, code: echo })],
    ["in plain text", fail(400, echo)],
    [
      "in a header and a redirect",
      fail(302, echo, { location: `http://x/?k=${secretKey}`, "x-k": secretKey }),
    ],
    ["from inside", fail(500, { message: echo }, { "retry-after-ms": "1" })],
    ["in a stream that fails", sayRaw(`data: {"error": {"message": ${JSON.stringify(echo)}}}\n\n`)],
    ["in what is no JSON", sayRaw(`data: ${echo}\n\n`)],
    ["in a reply that breaks off", breakOff(echo)],
  ])("%s: not in the error, its causes, notes or console", async (_, reaction) => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
    }
    const consoles = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...args) => void written.push(inspect(args))),
    );
    vi.stubEnv("OPENAI_LOG", "debug");
    server = await startServer([reaction]);
    const hooks = listen();
    const error: unknown = await openModel(server.baseUrl, { retries: 1 })
      .complete(request, wholeOnly, hooks)
      .catch((caught: unknown) => caught);
    vi.unstubAllEnvs();
    for (const spy of consoles) spy.mockRestore();
    expect(error).toMatchObject({ name: "CharmError" });
    const seen = `${inspect(error, { depth: 12, showHidden: true })}${inspect(hooks.events)}${written.join("")}`;
    expect(seen).not.toContain(secretKey);
    expect(seen).not.toContain(encodeURIComponent(secretKey));
    vi.restoreAllMocks();
  });

  test("in its reply: neither in the answer nor in the cache", async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-cache-"));
    server = await startServer([say(echo)]);
    const { value } = await openModel(server.baseUrl, { cache: folder }).complete(
      request,
      asIs,
      listen(),
    );
    expect(value).toContain("[key]");
    expect(value).not.toContain(secretKey);
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const text = await readFile(join(file.parentPath, file.name), "utf8");
      expect(text).not.toContain(secretKey);
    }
    await rm(folder, { recursive: true });
  });
});
