import { afterEach, describe, expect, it } from "vitest";
import { noProxies } from "../../src/http/proxy.ts";
import type { CatalogueEntry } from "../../src/sources/catalogue.ts";
import { fetchEdition } from "../../src/sources/fetch-edition.ts";
import { openWeb } from "../../src/sources/web.ts";
import {
  contentItem,
  file,
  inTurn,
  json,
  redirect,
  startPublisher,
  type Publisher,
  type Reply,
} from "./publisher.ts";

let publisher: Publisher | null = null;
afterEach(() => publisher?.close());

const law = {
  id: "law",
  title: "A law",
  at: { kind: "legislation", path: "uksi/2015/541" },
  url: "https://www.legislation.gov.uk/uksi/2015/541",
  licence: "OGL-3.0",
} as unknown as CatalogueEntry;
const pdf = "%PDF-1.7\nwords\n%%EOF\n";
const path = "/uksi/2015/541/data.pdf";

async function fetchLaw(
  replies: Record<string, Reply>,
  entry: CatalogueEntry = law,
  asAt: string | null = null,
) {
  publisher = await startPublisher(replies);
  const { mirrors } = publisher;
  const limits = { whole: 3000, wait: 2000, made: 50, bytes: 50_000 };
  const signal = new AbortController().signal;
  const web = openWeb({ proxies: noProxies, mirrors, signal, limits });
  return fetchEdition(entry, null, { web, asAt, openPartial: () => Promise.resolve(null) });
}

const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(code, headers).end();

describe("an edition", () => {
  it("comes whole, also after a redirection within its publishers, and when it is made first", async () => {
    expect((await fetchLaw({ [path]: file(pdf) })).bytes).toEqual(Buffer.from(pdf));
    const moved = "https://assets.publishing.service.gov.uk/media/a/b.pdf";
    const found = await fetchLaw({ [path]: redirect(moved), "/media/a/b.pdf": file(pdf) });
    expect(found.bytes).toEqual(Buffer.from(pdf));
    const patient = inTurn(status(202), status(429, { "retry-after": "1" }), file(pdf));
    expect((await fetchLaw({ [path]: patient })).bytes).toEqual(Buffer.from(pdf));
  });

  it.each<[string, Reply, string]>([
    ["HTML with 200", file("<html>Not found</html>", "text/html"), "source-refused"],
    ["HTML that says it is a PDF", file("<html>Not found</html>"), "source-refused"],
    ["a PDF without its end", file("%PDF-1.7 words"), "source-refused"],
    ["an image", file(pdf, "image/png"), "source-refused"],
    [
      "packed, though that was not asked for",
      file(pdf, "application/pdf", { "content-encoding": "gzip" }),
      "source-refused",
    ],
    ["not there", status(404), "source-refused"],
    ["broken", status(500), "source-unreachable"],
    ["busy for ever", status(503), "source-unreachable"],
    [
      "busy for longer than anybody waits",
      status(429, { "retry-after": "9000" }),
      "source-unreachable",
    ],
    ["a redirection to another host", redirect("https://example.org/x.pdf"), "source-refused"],
    [
      "a redirection to an address on this machine",
      redirect("http://[::1]/x.pdf"),
      "source-refused",
    ],
    ["a redirection to a plain address", redirect("http://www.gov.uk/x.pdf"), "source-refused"],
    [
      "a redirection to itself",
      redirect(`https://www.legislation.gov.uk${path}`),
      "source-refused",
    ],
    ["too large", file("%PDF-1.7".padEnd(60_000, "x")), "source-too-large"],
    [
      "cut off",
      (response) => {
        response.writeHead(200, { "content-type": "application/pdf", "content-length": "900" });
        response.write(pdf);
        setTimeout(() => response.destroy(), 50);
      },
      "source-unreachable",
    ],
    [
      "endless",
      (response) => {
        response.writeHead(200, { "content-type": "application/pdf" });
        const timer = setInterval(() => response.write("%PDF-1.7".padEnd(9000, "x")), 5);
        response.on("close", () => clearInterval(timer));
      },
      "source-too-large",
    ],
    ["silent", () => {}, "source-unreachable"],
  ])("is not taken when it is %s", { timeout: 20_000 }, async (_name, reply, code) => {
    await expect(fetchLaw({ [path]: reply })).rejects.toMatchObject({ code });
  });

  it("of a page is the file that is held, by its name, or the text itself", async () => {
    const page = {
      ...law,
      id: "page",
      title: "A & <b>",
      at: { kind: "govuk", path: "/p" },
    } as CatalogueEntry;
    const files = [
      ["Other", "https://assets.publishing.service.gov.uk/media/1/Other.pdf"],
      ["Guide", "https://assets.publishing.service.gov.uk/media/2/Gu%2Fide.pdf"],
    ] as const;
    const found = await fetchLaw(
      {
        "/api/content/p": json(contentItem({ files, updated: "2026-02-03T00:00:00Z" })),
        "/media/1/Other.pdf": file(pdf),
      },
      page,
    );
    expect(found).toMatchObject({ name: "Other.pdf", date: "2026-02-03" });
    const text = await fetchLaw(
      { "/api/content/p": json(contentItem({ body: "<p>Words.</p>" })) },
      page,
    );
    expect(text.name).toBe("page.html");
    expect(Buffer.from(text.bytes).toString()).toContain("<title>A &amp; &lt;b&gt;</title>");
    await expect(fetchLaw({ "/api/content/p": json(contentItem({})) }, page)).rejects.toMatchObject(
      { code: "source-refused" },
    );
  });

  it("is not fetched where nobody licenses copies", async () => {
    const link = { ...law, at: { kind: "link" } } as CatalogueEntry;
    await expect(fetchLaw({}, link)).rejects.toMatchObject({ code: "source-link-only" });
  });
});

describe("the text of a day", () => {
  const asAt = "2020-01-31";
  const dated = `/uksi/2015/541/${asAt}/data.pdf`;
  const at = (day: string) =>
    redirect(`https://www.legislation.gov.uk/uksi/2015/541${day}/data.pdf`);

  it("comes from its own address, with its day", async () => {
    const found = await fetchLaw({ [dated]: file(pdf) }, law, asAt);
    expect(publisher?.asked).toEqual([dated]);
    expect(found).toMatchObject({
      name: "law-2020-01-31.pdf",
      date: asAt,
      url: `https://www.legislation.gov.uk${dated}`,
      isDated: true,
    });
  });

  it("may be the one of the day from which it stood", async () => {
    const replies = { [dated]: at("/2018-09-03"), "/uksi/2015/541/2018-09-03/data.pdf": file(pdf) };
    expect(await fetchLaw(replies, law, asAt)).toMatchObject({
      date: asAt,
      url: "https://www.legislation.gov.uk/uksi/2015/541/2018-09-03/data.pdf",
    });
  });

  it.each([
    ["/2021-01-01", "the first text by days is of 2021-01-01"],
    ["/made", "it is no text of a day"],
    ["", "it is no text of a day"],
  ])("is not taken from %s", async (day, why) => {
    const replies = { [dated]: at(day), [`/uksi/2015/541${day}/data.pdf`]: file(pdf) };
    await expect(fetchLaw(replies, law, asAt)).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining(why),
    });
  });

  it("is not there before the law was made, and of nothing but legislation", async () => {
    await expect(fetchLaw({}, law, asAt)).rejects.toMatchObject({ code: "source-refused" });
    const page = { ...law, at: { kind: "govuk", path: "/p" } } as CatalogueEntry;
    await expect(fetchLaw({}, page, asAt)).rejects.toMatchObject({ code: "source-undated" });
    expect(publisher?.asked).toEqual([]);
  });
});
