// Everything that may go wrong on the way to a publisher: each is told in words, and takes no longer than it may.
import { createServer, type AddressInfo, type Server } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { noProxies, type Proxies } from "../../src/http/proxy.ts";
import { openWeb } from "../../src/sources/web.ts";
import { startProxy, startSecureServer } from "../http/proxy-server.ts";
import { inTurn, file, redirect, startPublisher, type Publisher, type Reply } from "./publisher.ts";

const address = "https://www.legislation.gov.uk/a/data.pdf";
const on = (path: string) => `https://www.legislation.gov.uk${path}`;
const limits = { connect: 500, whole: 1500, wait: 1000, made: 30, bytes: 50_000 };

let publisher: Publisher | null = null;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  await publisher?.close();
  for (const close of closing.splice(0)) await close();
});

function ask(mirrors: Record<string, string>, proxies: Proxies = noProxies) {
  const { signal } = new AbortController();
  return openWeb({ proxies, mirrors, signal, limits })(address);
}

async function askFor(replies: Record<string, Reply>) {
  publisher = await startPublisher(replies);
  return ask({ ...publisher.mirrors });
}

const pdf = "%PDF-1.7 words %%EOF";
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(code, headers).end();

describe("an answer that is none", () => {
  const drip: Reply = (response) => {
    response.writeHead(200, { "content-type": "application/pdf", "content-length": "40000" });
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  };
  const packed = gzipSync("%PDF-1.7".repeat(900));

  it.each<[string, Reply, string, string]>([
    ["drips", drip, "source-unreachable", "it took too long"],
    [
      "is a truncated gzip",
      file(packed.subarray(0, 30), "application/pdf", { "content-encoding": "gzip" }),
      "source-refused",
      "packed (gzip)",
    ],
    [
      "says that it is larger than is taken",
      (response) =>
        response
          .writeHead(200, { "content-type": "application/pdf", "content-length": 60_000 })
          .write("%"),
      "source-too-large",
      "more than 0.05 MB",
    ],
    ["is a part that nobody asked for", status(206), "source-refused", "it answers 206"],
    ["is empty", status(204), "source-refused", "it answers 204"],
    ["is forbidden", status(403), "source-refused", "it answers 403"],
    ["leads to no address", redirect("https://"), "source-refused", "no address"],
    [
      "asks to wait for long",
      status(429, { "retry-after": "120" }),
      "source-unreachable",
      "429 and asks to wait 120 seconds",
    ],
    [
      "is still being made",
      status(202, { "retry-after": "1" }),
      "source-unreachable",
      "still being made (202)",
    ],
    [
      "is cut off",
      (response) => {
        response.writeHead(200, { "content-type": "application/pdf", "content-length": "900" });
        response.write(pdf);
        setTimeout(() => response.destroy(), 50);
      },
      "source-unreachable",
      "the connection was lost",
    ],
    ["is no HTTP", (response) => response.socket?.end("hello\n"), "source-unreachable", "lost"],
  ])("%s", { timeout: 10_000 }, async (_name, reply, code, words) => {
    const started = Date.now();
    await expect(askFor({ "/a/data.pdf": reply })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
    expect(Date.now() - started).toBeLessThan(limits.whole + 2000);
  });

  it("leads in a circle", async () => {
    const replies = { "/a/data.pdf": redirect(on("/b")), "/b": redirect(on("/a/data.pdf")) };
    await expect(askFor(replies)).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("redirects without end"),
    });
    expect(publisher?.asked).toHaveLength(6);
  });

  it.each([
    "https://example.org/x",
    "https://www.legislation.gov.uk.example.org/x",
    "https://www.legislation.gov.uk:8443/x",
    "https://me:secret@www.legislation.gov.uk/x",
    "http://www.legislation.gov.uk/x",
    "file:///etc/passwd",
    "//example.org/x",
  ])("leads to %s", async (to) => {
    await expect(askFor({ "/a/data.pdf": redirect(to) })).rejects.toMatchObject({
      code: "source-refused",
      message: expect.not.stringContaining("secret"),
    });
    expect(publisher?.asked).toEqual(["/a/data.pdf"]);
  });

  it("is asked for again after as long as the server says", async () => {
    const reply = inTurn(status(429, { "retry-after": "1" }), file(pdf));
    const started = Date.now();
    expect((await askFor({ "/a/data.pdf": reply })).bytes).toEqual(Buffer.from(pdf));
    expect(Date.now() - started).toBeGreaterThan(900);
  });
});

describe("a mirror", () => {
  it("is asked for the same paths below its own, whatever they look like", async () => {
    publisher = await startPublisher({ "/m//example.org/x": file(pdf), "/m/a": file(pdf) });
    const mirror = `${publisher.mirrors["www.gov.uk"]}/m/`;
    const { signal } = new AbortController();
    const web = openWeb({
      proxies: noProxies,
      mirrors: { "www.legislation.gov.uk": mirror },
      signal,
      limits,
    });
    await web(on("//example.org/x"));
    await web(on("/a?b=c"));
    expect(publisher.asked).toEqual(["/m//example.org/x", "/m/a"]);
  });

  it("that nobody runs, that has no name, that never answers", async () => {
    const server = await listen(createServer(() => {}));
    const { port } = server.address() as AddressInfo;
    await expect(ask({ "www.legislation.gov.uk": `https://127.0.0.1:${port}` })).rejects.toThrow(
      "no connection stands in time",
    );
    await new Promise((done) => server.close(done));
    for (const at of [`http://127.0.0.1:${port}`, `http://${"a".repeat(64)}.example`])
      await expect(ask({ "www.legislation.gov.uk": at })).rejects.toMatchObject({
        code: "source-unreachable",
        message: expect.stringMatching(/nothing answers there|no way leads there \(.+\)/),
      });
  }, 20_000);

  it("whose certificate nobody vouches for", async () => {
    const secure = await startSecureServer({});
    closing.push(secure.close);
    const mirror = `https://127.0.0.1:${secure.port}`;
    await expect(ask({ "www.legislation.gov.uk": mirror })).rejects.toMatchObject({
      code: "source-unreachable",
      message: expect.stringContaining("a certificate that this machine does not trust"),
    });
  });
});

describe("a proxy", () => {
  const through = (host: string): Proxies => ({ ...noProxies, https: `http://me:hunter2@${host}` });

  it.each([
    [{ refuses: 403 }, "does not let the call through (403)"],
    [{ wants: "me:other" }, "(407)"],
  ])("that refuses: %o", async (options, words) => {
    const proxy = await startProxy(1, options);
    closing.push(proxy.close);
    await expect(ask({}, through(proxy.host))).rejects.toMatchObject({
      code: "source-unreachable",
      message: expect.stringContaining(words),
    });
    await expect(ask({}, through(proxy.host))).rejects.toMatchObject({
      message: expect.not.stringContaining("hunter2"),
    });
    expect(proxy.seen[0]?.slice(0, 2)).toEqual(["CONNECT", "www.legislation.gov.uk:443"]);
  });

  it("that is not there", async () => {
    const server = await listen(createServer());
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    await expect(ask({}, through(`127.0.0.1:${port}`))).rejects.toThrow("cannot be reached");
  });

  it("behind which another pretends to be the publisher", async () => {
    const secure = await startSecureServer({});
    closing.push(secure.close);
    const proxy = await startProxy(secure.port, { wants: "me:hunter2" });
    closing.push(proxy.close);
    await expect(ask({}, through(proxy.host))).rejects.toThrow("certificate");
  });
});

function listen(server: Server): Promise<Server> {
  server.on("connection", (socket) => socket.resume().on("error", () => {}));
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}
