// A download that is cut off: what came is kept, and gone on with where it is still the same file.
import {
  access,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listFiles } from "../../src/discover/list-files.ts";
import { noProxies } from "../../src/http/proxy.ts";
import type { CatalogueEntry } from "../../src/sources/catalogue.ts";
import { fetchEdition } from "../../src/sources/fetch-edition.ts";
import { openPartialFile } from "../../src/sources/partial-file.ts";
import { openWeb } from "../../src/sources/web.ts";
import {
  contentItem,
  file,
  inTurn,
  json,
  rangedFile,
  redirect,
  startPublisher,
  type Publisher,
  type Reply,
} from "./publisher.ts";

const law = {
  id: "law",
  title: "A law",
  at: { kind: "legislation", path: "uksi/2015/541" },
  url: "https://www.legislation.gov.uk/uksi/2015/541",
} as unknown as CatalogueEntry;
const path = "/uksi/2015/541/data.pdf";
const bytes = Buffer.from(`%PDF-1.7\n${"0123456789".repeat(300)}\n%%EOF\n`);
const changed = Buffer.from(`%PDF-1.7\n${"abcdefghij".repeat(300)}\n%%EOF\n`);
const cutAt = 1200;

let publisher: Publisher | null = null;
let corpus: string;
beforeEach(async () => {
  corpus = join(await mkdtemp(join(tmpdir(), "charm-")), "corpus");
  await mkdir(corpus);
});
afterEach(async () => {
  await publisher?.close();
  await rm(join(corpus, ".."), { recursive: true, force: true });
});

const part = (name = "law.part") => join(corpus, ".charm/pull", name);
const isKept = () =>
  access(part()).then(
    () => true,
    () => false,
  );

async function serve(replies: Record<string, Reply>) {
  await publisher?.close();
  publisher = await startPublisher(replies);
}

async function fetchIt(entry: CatalogueEntry = law, signal = new AbortController().signal) {
  const limits = { connect: 1000, whole: 3000, wait: 100, made: 20, bytes: 20_000 };
  const web = openWeb({ proxies: noProxies, mirrors: publisher?.mirrors ?? {}, signal, limits });
  const openPartial = (asked: string, since: number | null) =>
    openPartialFile(corpus, entry.id, asked, since);
  return fetchEdition(entry, null, { web, asAt: null, openPartial });
}

/** Leaves a part of the file behind. */
async function cutOff(headers: Record<string, string> = { etag: '"one"' }) {
  await serve({ [path]: rangedFile({ bytes, headers, cutAt }) });
  await expect(fetchIt()).rejects.toMatchObject({ code: "source-unreachable" });
}

/** Fetches it again. @returns its bytes, and what parts of it were asked for */
async function goOn(reply: Reply) {
  await serve({ [path]: reply });
  const { bytes: found } = await fetchIt();
  return { found, ranges: publisher?.ranges };
}

const asked = { range: `bytes=${cutAt}-`, ifRange: '"one"' };

describe("a download that was cut off", () => {
  it("is kept out of sight, and gone on with", async () => {
    await serve({ [path]: rangedFile({ bytes, cutAt }) });
    await expect(fetchIt()).rejects.toMatchObject({
      hint: expect.stringContaining("the 2 kB that came are kept"),
    });
    expect(await readdir(join(corpus, ".charm/pull"))).toEqual(["law.part"]);
    expect(await listFiles(corpus)).toMatchObject({ documents: [], unread: [], problems: [] });
    expect(await goOn(rangedFile({ bytes }))).toEqual({ found: bytes, ranges: [asked] });
    expect(await readdir(corpus)).toEqual([]);
  });

  it("is gone on with as often as it is cut off", async () => {
    await cutOff();
    await serve({ [path]: rangedFile({ bytes, cutAt: 2000 }) });
    await expect(fetchIt()).rejects.toMatchObject({ code: "source-unreachable" });
    const { found, ranges } = await goOn(rangedFile({ bytes }));
    expect([found, ranges]).toEqual([bytes, [{ ...asked, range: "bytes=2000-" }]]);
  });

  it("is kept when the user stops it, and when it takes too long", async () => {
    const drip: Reply = (response) => {
      response.writeHead(200, {
        "content-type": "application/pdf",
        "content-length": bytes.length,
        etag: '"one"',
      });
      response.write(bytes.subarray(0, cutAt));
    };
    await serve({ [path]: drip });
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("stopped")), 300);
    await expect(fetchIt(law, stop.signal)).rejects.toThrow("stopped");
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([asked]);
    await serve({ [path]: drip });
    await expect(fetchIt()).rejects.toMatchObject({
      message: expect.stringContaining("it took too long"),
    });
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([asked]);
  });

  it("is kept while the server is busy", async () => {
    await cutOff();
    await serve({ [path]: (response) => response.writeHead(503).end() });
    await expect(fetchIt()).rejects.toMatchObject({
      message: expect.stringContaining("503"),
      hint: expect.stringContaining("goes on from there"),
    });
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([asked]);
  });

  it("begins anew where the file changed: the server sends it whole", async () => {
    await cutOff();
    const answer = await goOn(rangedFile({ bytes: changed, headers: { etag: '"two"' } }));
    expect(answer).toEqual({ found: changed, ranges: [asked] });
    expect(await isKept()).toBe(false);
  });

  it("begins anew where the server knows no ranges, and says that it lost the old file", async () => {
    await cutOff();
    expect(await goOn(file(changed))).toEqual({ found: changed, ranges: [asked] });
    await cutOff();
    const gone: Reply = (response) =>
      response.writeHead(416, { "content-range": "bytes */20" }).end();
    const answer = await goOn(inTurn(gone, rangedFile({ bytes: changed })));
    expect(answer).toEqual({ found: changed, ranges: [asked, null] });
  });

  const rest = bytes.subarray(cutAt);
  const range = `bytes ${cutAt}-${bytes.length - 1}/${bytes.length}`;
  const partOf =
    (headers: Record<string, string>, body: Uint8Array = rest): Reply =>
    (response) => {
      const usual = { "content-type": "application/pdf", etag: '"one"', "content-range": range };
      response.writeHead(206, { ...usual, ...headers }).end(body);
    };

  it("takes a part that fits", async () => {
    await cutOff();
    expect(await goOn(partOf({}))).toEqual({ found: bytes, ranges: [asked] });
  });

  it.each<[string, Reply]>([
    ["from another byte", partOf({ "content-range": range.replace("1200-", "1199-") })],
    ["from the beginning", partOf({ "content-range": `bytes 0-99/${bytes.length}` })],
    ["that ends early", partOf({ "content-range": `bytes 1200-1300/${bytes.length}` })],
    ["of a file of another length", partOf({ "content-range": `bytes 1200-${bytes.length}/9999` })],
    [
      "of a longer file that has it too",
      partOf({ "content-range": range.replace(/\d+$/, "9999") }),
    ],
    ["of a file of no length", partOf({ "content-range": range.replace(/\d+$/, "*") })],
    ["without its range", partOf({ "content-range": "" })],
    ["in several", partOf({ "content-type": "multipart/byteranges; boundary=x" })],
    ["of a page", partOf({ "content-type": "text/html" })],
    ["with another mark", partOf({ etag: '"two"' })],
    ["with a weak mark", partOf({ etag: 'W/"one"' })],
    ["without a mark", partOf({ etag: "" })],
    ["packed", partOf({ "content-encoding": "gzip" })],
    ["shorter than it says", partOf({ "transfer-encoding": "chunked" }, rest.subarray(5))],
    [
      "longer than it says",
      partOf({ "transfer-encoding": "chunked" }, Buffer.concat([rest, rest])),
    ],
  ])("begins anew where the answer is a part %s", async (_name, reply) => {
    await cutOff();
    const answer = await goOn(inTurn(reply, rangedFile({ bytes: changed })));
    expect(answer).toEqual({ found: changed, ranges: [asked, null] });
    expect(await readdir(corpus)).toEqual([]);
  });

  it("counts the whole for the limit of size, and keeps nothing of what is too large", async () => {
    await cutOff();
    const endless: Reply = (response) => {
      response.writeHead(206, {
        "content-type": "application/pdf",
        etag: '"one"',
        "content-range": range,
      });
      const timer = setInterval(() => response.write("x".repeat(9000)), 5);
      response.on("close", () => clearInterval(timer));
    };
    await serve({ [path]: endless });
    await expect(fetchIt()).rejects.toMatchObject({ code: "source-too-large" });
    expect(await readdir(corpus)).toEqual([]);
    await serve({ [path]: rangedFile({ bytes: Buffer.alloc(20_001, "x") }) });
    await expect(fetchIt()).rejects.toMatchObject({ code: "source-too-large" });
    expect(await readdir(corpus)).toEqual([]);
  });

  it("asks for the last byte again where all had come", async () => {
    await mkdir(join(corpus, ".charm/pull"), { recursive: true });
    await writeFile(part(), Buffer.concat([head(), bytes]));
    const last = bytes.length - 1;
    const { found, ranges } = await goOn(rangedFile({ bytes }));
    expect([found, ranges]).toEqual([bytes, [{ ...asked, range: `bytes=${last}-` }]]);
  });
});

function head(over: Record<string, unknown> = {}): Buffer {
  const usual = {
    asked: `https://www.legislation.gov.uk${path}`,
    begun: Date.now(),
    from: `https://www.legislation.gov.uk${path}`,
    by: "etag",
    validator: '"one"',
    length: bytes.length,
    type: "application/pdf",
  };
  return Buffer.from(`${JSON.stringify({ ...usual, ...over })}\n`);
}

describe("what is kept of a download", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["a strong ETag", { etag: '"one"' }, true],
    ["a weak ETag", { etag: 'W/"one"' }, false],
    ["nothing", {}, false],
    ["a day of change long before", modified(3600), true],
    ["a day of change within the minute", modified(30), false],
    ["a weak ETag beside a day of change", { etag: 'W/"one"', ...modified(3600) }, false],
    ["no ranges", { etag: '"one"', "accept-ranges": "none" }, false],
    ["an ETag that is none", { etag: "one" }, false],
    ["a page", { etag: '"one"', "content-type": "text/html" }, false],
  ])(
    "of a file with %s",
    async (_name, headers, kept) => {
      await cutOff(headers);
      expect(await isKept()).toBe(kept);
      const pdf = { ...headers, "content-type": "application/pdf" };
      const { found, ranges } = await goOn(rangedFile({ bytes, headers: pdf }));
      expect(found).toEqual(bytes);
      expect(ranges?.[0]?.ifRange ?? null).toBe(
        kept ? (headers["etag"] ?? headers["last-modified"]) : null,
      );
    },
    20_000,
  );

  it("is thrown away where the file has another address now", async () => {
    await cutOff();
    const other = { ...law, at: { kind: "legislation", path: "uksi/2015/551" } } as CatalogueEntry;
    await serve({ "/uksi/2015/551/data.pdf": rangedFile({ bytes: changed }) });
    expect((await fetchIt(other)).bytes).toEqual(changed);
    expect([publisher?.ranges, await readdir(corpus)]).toEqual([[null], []]);
  });

  it("is not asked for of the place that a redirection leads to now", async () => {
    await cutOff();
    const moved = "/media/law.pdf";
    await serve({
      [path]: redirect(`https://assets.publishing.service.gov.uk${moved}`),
      [moved]: rangedFile({ bytes: changed }),
    });
    expect((await fetchIt()).bytes).toEqual(changed);
    expect(publisher?.ranges).toEqual([asked, null]);
  });

  it("is gone on with behind a redirection", async () => {
    const from = "https://assets.publishing.service.gov.uk/media/law.pdf";
    const replies = (cut?: number) => ({
      [path]: redirect(from),
      "/media/law.pdf": rangedFile({ bytes, ...(cut === undefined ? {} : { cutAt: cut }) }),
    });
    await serve(replies(cutAt));
    await expect(fetchIt()).rejects.toMatchObject({ code: "source-unreachable" });
    await serve(replies());
    expect((await fetchIt()).bytes).toEqual(bytes);
    expect(publisher?.ranges).toEqual([null, asked]);
  });

  it("is thrown away where a newer edition appeared since", async () => {
    const page = { ...law, at: { kind: "govuk", path: "/p" } } as CatalogueEntry;
    const files = [["Law", "https://assets.publishing.service.gov.uk/media/law.pdf"]] as const;
    const replies = (at: string, reply: Reply) => ({
      "/api/content/p": json(contentItem({ files, changes: [[at, "New."]] })),
      "/media/law.pdf": reply,
    });
    const cut = replies("2020-01-01T00:00:00Z", rangedFile({ bytes, cutAt }));
    const whole = rangedFile({ bytes });
    for (const [at, ranges] of [
      ["2020-01-01T00:00:00Z", [null, asked]],
      [new Date(Date.now() + 60_000).toISOString(), [null, null]],
    ] as const) {
      await serve(cut);
      await expect(fetchIt(page)).rejects.toMatchObject({ code: "source-unreachable" });
      await serve(replies(at, whole));
      expect((await fetchIt(page)).bytes).toEqual(bytes);
      expect(publisher?.ranges).toEqual(ranges);
    }
  });

  it.each<[string, Buffer]>([
    ["garbage", Buffer.from("garbage")],
    ["no bytes", head()],
    ["more bytes than the file has", Buffer.concat([head({ length: 5 }), bytes])],
    [
      "a header in the place of a mark",
      Buffer.concat([head({ validator: '"x"\r\ny: z' }), firstPart()]),
    ],
    ["a month in which nobody wanted it", Buffer.concat([head({ begun: 0 }), firstPart()])],
    ["another address", Buffer.concat([head({ asked: "https://www.gov.uk/x" }), firstPart()])],
  ])("is not used where it holds %s", async (_name, content) => {
    await mkdir(join(corpus, ".charm/pull"), { recursive: true });
    await writeFile(part(), content);
    expect(await goOn(rangedFile({ bytes }))).toEqual({ found: bytes, ranges: [null] });
    expect(await readdir(corpus)).toEqual([]);
  });

  it("is not shared by two that fetch at once: the second keeps nothing", async () => {
    await cutOff();
    const asOf = `https://www.legislation.gov.uk${path}`;
    const first = await openPartialFile(corpus, "law", asOf, null);
    const second = await openPartialFile(corpus, "law", asOf, null);
    expect([first?.found?.bytes.length, second]).toEqual([cutAt, null]);
    const { found, ranges } = await goOn(rangedFile({ bytes }));
    expect([found, ranges]).toEqual([bytes, [null]]);
    await first?.close();
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([asked]);
  });

  it("never leads out of the corpus", async () => {
    const outside = join(corpus, "../outside");
    await mkdir(outside);
    await symlink(outside, join(corpus, ".charm"));
    await cutOff();
    expect(await readdir(outside)).toEqual([]);
    await rm(join(corpus, ".charm"));
    await mkdir(join(corpus, ".charm/pull"), { recursive: true });
    const mine = Buffer.concat([head(), firstPart()]);
    await writeFile(join(outside, "mine"), mine);
    await symlink(join(outside, "mine"), part());
    await cutOff();
    expect(await readFile(join(outside, "mine"))).toEqual(mine);
  });

  it("is not held back by a lock that a machine left which is gone", async () => {
    await cutOff();
    const lock = `${part()}.lock`;
    await writeFile(lock, JSON.stringify({ pid: 1, host: "gone", started: 0, birth: null }));
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([null]);
    const before = Date.now() / 1000 - 7200;
    await utimes(lock, before, before);
    expect((await goOn(rangedFile({ bytes }))).ranges).toEqual([asked]);
    expect(await readdir(corpus)).toEqual([]);
  });

  it("begins the folder of a corpus, and takes it away again", async () => {
    const outer = corpus;
    await rm(corpus, { recursive: true });
    corpus = join(corpus, "a/b");
    await serve({ [path]: file("<html>no</html>", "text/html") });
    await expect(fetchIt()).rejects.toMatchObject({ code: "source-refused" });
    await expect(readdir(outer)).rejects.toMatchObject({ code: "ENOENT" });
    corpus = outer;
  });
});

function firstPart(): Buffer {
  return bytes.subarray(0, cutAt);
}

function modified(seconds: number): Record<string, string> {
  const now = Date.UTC(2026, 5, 1);
  const day = (at: number) => new Date(at).toUTCString();
  return { date: day(now), "last-modified": day(now - seconds * 1000) };
}
