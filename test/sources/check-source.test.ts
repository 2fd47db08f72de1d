import { afterEach, describe, expect, it } from "vitest";
import { noProxies } from "../../src/http/proxy.ts";
import type { CatalogueEntry, PublishedAt } from "../../src/sources/catalogue.ts";
import { checkSource } from "../../src/sources/check-source.ts";
import type { HeldDocument } from "../../src/sources/find-held.ts";
import { openWeb } from "../../src/sources/web.ts";
import {
  changesFeed,
  contentItem,
  file,
  json,
  startPublisher,
  type MadePage,
  type Publisher,
  type Reply,
} from "./publisher.ts";

let publisher: Publisher | null = null;
afterEach(() => publisher?.close());

const asset = "https://assets.publishing.service.gov.uk/media/aaa/Guide.pdf";
const newer = "https://assets.publishing.service.gov.uk/media/bbb/Guide_2026.pdf";

function entry(at: PublishedAt): CatalogueEntry {
  return {
    id: "guide",
    title: "Guide",
    number: null,
    publisher: "A department",
    authority: "statutory-guidance",
    licence: "OGL-3.0",
    url: "https://www.gov.uk/government/publications/guide",
    at,
    editions: [],
  };
}

const today = "2026-10-01";

const held: HeldDocument = {
  file: "Guide.pdf",
  title: "Guide",
  version: null,
  date: "2025-04",
  sha256: "aa",
  url: asset,
  authority: "statutory-guidance",
  supersedes: null,
};

async function check(
  at: PublishedAt,
  replies: Record<string, Reply>,
  document: HeldDocument | null,
) {
  publisher = await startPublisher(replies);
  const { mirrors } = publisher;
  const signal = new AbortController().signal;
  return checkSource(entry(at), document, openWeb({ proxies: noProxies, mirrors, signal }), today);
}

const checkPage = (page: MadePage, document: HeldDocument | null = held) =>
  check(
    { kind: "govuk", path: "/government/publications/guide" },
    {
      "/api/content/government/publications/guide": json(contentItem(page)),
      "/media/aaa/Guide.pdf": file("%PDF-1.7 %%EOF"),
    },
    document,
  );

describe("a page of gov.uk", () => {
  const changes = [
    ["2015-04-01T09:00:00Z", "First published."],
    ["2026-09-01T09:00:00Z", "Updated for the new academic year."],
  ] as const;

  it("tells of a newer file, in the publisher's words, though the old one goes on answering", async () => {
    const checked = await checkPage({ changes, files: [["Guide", newer]] });
    expect(checked).toMatchObject({
      state: "newer",
      newest: newer,
      change: { day: "2026-09-01", note: "Updated for the new academic year." },
    });
    // Whether the old file still answers is not even asked: it would.
    expect(publisher?.asked).toEqual(["/api/content/government/publications/guide"]);
  });

  it("tells that the page changed and the document did not", async () => {
    const files = [["Guide", asset]] as const;
    expect(await checkPage({ changes, files })).toMatchObject({ state: "page-changed" });
    expect(await checkPage({ changes: changes.slice(0, 1), files })).toMatchObject({
      state: "same",
    });
  });

  it("does not claim to know which file is held where nothing says so", async () => {
    const files = [["Guide", newer]] as const;
    const checked = await checkPage({ changes, files }, { ...held, url: null });
    expect(checked).toMatchObject({
      state: "unknown",
      message: expect.stringContaining("sources.yaml"),
    });
    const same = await checkPage({ changes, files }, { ...held, url: null, date: "2026-10" });
    expect(same).toMatchObject({ state: "same" });
    const undated = await checkPage({ changes, files }, { ...held, url: null, date: null });
    expect(undated).toMatchObject({ state: "unknown" });
  });

  it("that is the document itself is newer when it changed since", async () => {
    const body = "<p>Inspectors look at this.</p>";
    const page = { ...held, url: null, date: "2026-06-29" };
    expect(await checkPage({ changes, body }, page)).toMatchObject({ state: "newer" });
    expect(await checkPage({ changes, body }, { ...page, date: "2026-09-01" })).toMatchObject({
      state: "same",
    });
  });

  it("tells of a document that was withdrawn, and of one that is not held", async () => {
    expect(await checkPage({ changes, withdrawn: true })).toMatchObject({ state: "withdrawn" });
    expect(await checkPage({ changes }, null)).toMatchObject({ state: "not-held", held: null });
  });

  it.each([
    ["HTML with 200", file("<html>Sorry, there is a problem</html>", "text/html")],
    ["JSON of another shape", json({ error: "gone" })],
    ["no JSON", file("{", "application/json")],
  ])("is not believed when it is %s", async (_name, reply) => {
    const at = { kind: "govuk", path: "/x" } as const;
    await expect(check(at, { "/api/content/x": reply }, held)).rejects.toMatchObject({
      code: "source-refused",
    });
  });
});

describe("legislation", () => {
  const at = { kind: "legislation", path: "uksi/2015/541" } as const;
  const feed = "/changes/affected/uksi/2015/541/data.feed";
  const checkFeed = (text: string, document: HeldDocument | null = held) =>
    check(at, { [feed]: file(text, "application/atom+xml") }, document);
  const effect = { provisions: "reg. 12(2)", kind: "words substituted", number: "99" };

  it("lists effects that are not in the published text, and claims nothing of it", async () => {
    const checked = await checkFeed(
      changesFeed([
        { ...effect, applied: false },
        { ...effect, inForce: "2020-01-01", applied: true },
      ]),
    );
    expect(checked).toMatchObject({
      state: "same",
      effects: [
        {
          provisions: "reg. 12(2)",
          kind: "words substituted",
          by: "SI 2026/99, reg. 2",
          inForce: null,
          applied: false,
        },
      ],
      message: expect.stringContaining("1 without a day in force and not in the published text"),
    });
  });

  it("is newer where an effect came into force since the text that is held", async () => {
    const text = changesFeed([{ ...effect, inForce: "2026-09-01", applied: true }]);
    expect(await checkFeed(text)).toMatchObject({
      state: "newer",
      effects: [{ inForce: "2026-09-01" }],
    });
    expect(await checkFeed(text, { ...held, date: "2026-09-02" })).toMatchObject({
      state: "same",
      effects: [],
    });
  });

  it("tells what is law and in no published text from what the text has, what comes later and what never will", async () => {
    const checked = await checkFeed(
      changesFeed([
        { ...effect, number: "1", inForce: "2026-09-01", applied: true },
        { ...effect, number: "2", inForce: "2026-09-01", applied: false },
        { ...effect, number: "3", inForce: "2026-12-01", applied: false },
        { ...effect, number: "4", inForce: "2026-12-01", applied: true },
        { ...effect, number: "5", days: [["prospective", false]], applied: false },
        { ...effect, number: "6", inForce: "2026-09-01", applied: false, toApply: false },
        // In part before the text that is held, in part since, and then once more.
        {
          ...effect,
          number: "7",
          days: [
            ["2026-12-01", false],
            ["2026-08-01", true],
            ["2020-01-01", true],
          ],
          applied: false,
        },
      ]),
    );
    expect(checked.state).toBe("newer");
    const told = checked.effects.map(({ by, inForce, applied }) => [
      by.slice(8, 9),
      inForce,
      applied,
    ]);
    expect(told).toEqual([
      ["1", "2026-09-01", true],
      ["7", "2026-08-01", true],
      ["2", "2026-09-01", false],
      ["3", "2026-12-01", false],
      ["7", "2026-12-01", false],
      ["5", null, false],
      ["6", "2026-09-01", false],
    ]);
    expect(checked.message).toBe(
      "The published text has 2 effects in force since the text of 2025-04. " +
        "1 in force, but not in the published text, which is not the law as it stands. " +
        "2 in force on a later day and not in the published text. " +
        "1 without a day in force and not in the published text. " +
        "1 that the publisher does not write into the text.",
    );
  });

  it("makes no newer edition of what is in force and can be fetched nowhere", async () => {
    const text = changesFeed([{ ...effect, inForce: "2026-09-01", applied: false }]);
    expect(await checkFeed(text)).toMatchObject({
      state: "same",
      message: expect.stringContaining("1 in force, but not in the published text"),
    });
  });

  it("says so where the feed has more than it reads", async () => {
    const checked = await checkFeed(changesFeed([{ ...effect, applied: false }], 7));
    expect(publisher?.asked).toHaveLength(20);
    expect(checked.message).toContain("The list is longer than the 20 that were read.");
  });

  it("reads all pages of the feed", async () => {
    let page = 0;
    const reply: Reply = (response) => {
      page += 1;
      response.writeHead(200, { "content-type": "application/atom+xml" });
      response.end(changesFeed([{ ...effect, applied: false }], page < 3 ? 3 - page : 0));
    };
    expect((await check(at, { [feed]: reply }, held)).effects).toHaveLength(3);
  });

  it.each([
    "<html><body>Not found</body></html>",
    "<feed",
    "",
    '<!DOCTYPE f [<!ENTITY x "y">]><f>&x;</f>',
  ])("is not believed when it is no feed: %s", async (text) => {
    await expect(checkFeed(text)).rejects.toMatchObject({ code: "source-refused" });
  });
});

it("asks nobody about a text that nobody licenses", async () => {
  const checked = await check({ kind: "link" }, {}, null);
  expect([checked.state, publisher?.asked]).toEqual(["link-only", []]);
});
