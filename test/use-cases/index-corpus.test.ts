// Indexing a folder: what is read, what is left alone, and what the library holds afterwards.
import { rename, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IndexEvent } from "../../src/use-cases/events.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makePdf } from "../support/make-pdf.ts";
import { makeTempHome, type RunOptions, type TempHome } from "../support/temp-home.ts";

const lamps =
  "# Lamps\n\n## 1 Lighting\n\n1.1 The keeper lights the great lamp at dusk each day.\n";
const stores = "# Stores\n\n## 1 Oil\n\n1.1 Barrels of oil are counted by the mate on Mondays.\n";

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
});
afterEach(() => home.delete());

/** A run's statuses, with what it read and what it embedded. */
async function observe(options: RunOptions = {}) {
  const embedder = createFakeEmbedder();
  const events: IndexEvent[] = [];
  const statuses = await home.statuses({
    embedder,
    ...options,
    onEvent: (event) => events.push(event),
  });
  const read = events.flatMap((event) => (event.kind === "reading" ? [event.file] : []));
  return { statuses, read, embedded: embedder.embedded.length, events };
}

async function textsOf(): Promise<string> {
  const library = await home.open();
  const passages = await Promise.all(library.documents.map(({ id }) => library.passagesOf(id)));
  library.close();
  return passages
    .flat()
    .map(({ text }) => text)
    .join("\n");
}

describe("a first run", () => {
  it("indexes every kind of file, in folders too", async () => {
    await home.write("lamps.md", lamps);
    await home.write("own/stores.txt", "The mate counts the barrels of oil on Mondays.");
    await home.write(
      "horn.html",
      "<html><body><h1>Horn</h1><p>The horn is sounded in fog by the mate.</p></body></html>",
    );
    await home.write(
      "boat.pdf",
      await makePdf({ pages: [["The boat is painted white."], ["It sails on Tuesdays only."]] }),
    );
    const { documents, fingerprint } = await home.indexWith();
    expect(documents.map(({ file, status, pages }) => [file, status, pages])).toEqual([
      ["boat.pdf", "added", 2],
      ["horn.html", "added", null],
      ["lamps.md", "added", null],
      ["own/stores.txt", "added", null],
    ]);
    for (const { passages } of documents) expect(passages).toBeGreaterThan(0);
    expect(fingerprint).toMatch(/^[0-9a-f]{16,}$/);
  });

  it("reads the shortest file first, for which the model waits", async () => {
    await home.write("a.md", lamps.repeat(20));
    await home.write("b.md", lamps);
    await home.write("c.md", stores);
    const { read } = await observe();
    expect(read.at(-1)).toBe("a.md");
    expect(read[0]).toBe(lamps.length < stores.length ? "b.md" : "c.md");
  });

  it("tells what it does, in order", async () => {
    await home.write("lamps.md", lamps);
    await home.write("stores.md", stores);
    const { events } = await observe();
    expect(events[0]).toEqual({
      kind: "planned",
      toDo: 2,
      bytes: Buffer.byteLength(lamps + stores),
    });
    expect(events.at(-1)).toEqual({ kind: "finishing" });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "reading")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "file")).toHaveLength(2);
    const waiting = events.flatMap((event) => (event.kind === "embedded" ? [event.waiting] : []));
    expect(waiting.at(-1)).toBe(0);
  });
});

describe("a later run", () => {
  beforeEach(async () => {
    await home.write("lamps.md", lamps);
    await home.write("stores.md", stores);
    await home.indexWith();
  });

  it("costs nothing when nothing changed", async () => {
    const before = (await home.indexWith()).fingerprint;
    const run = await observe();
    expect(run).toMatchObject({
      statuses: { "lamps.md": "unchanged", "stores.md": "unchanged" },
      read: [],
      embedded: 0,
    });
    expect((await home.indexWith()).fingerprint).toBe(before);
  });

  it("looks at a touched file once, and finds it unchanged", async () => {
    await utimes(join(home.corpus, "lamps.md"), 1_700_000_000, 1_700_000_000);
    expect(await observe()).toMatchObject({
      statuses: { "lamps.md": "unchanged", "stores.md": "unchanged" },
      embedded: 0,
    });
    // A third file lets the new time be stored, if it was not stored at once.
    await home.write("third.md", "# Third\n\nA third text about ropes and knots.\n");
    await home.indexWith();
    expect((await observe()).read).toEqual([]);
  });

  it("replaces what changed, and nothing else", async () => {
    await home.write("lamps.md", lamps.replace("dusk", "sundown"));
    const { statuses, read } = await observe();
    expect(statuses).toEqual({ "lamps.md": "updated", "stores.md": "unchanged" });
    expect(read).toEqual(["lamps.md"]);
    const texts = await textsOf();
    expect(texts).toContain("sundown");
    expect(texts).not.toContain("dusk");
    expect(texts).toContain("Barrels");
  });

  it("reads what changed though its size and time stayed", async () => {
    const path = join(home.corpus, "lamps.md");
    const { atime, mtime } = await stat(path);
    await writeFile(path, lamps.replace("dusk", "dawn"));
    await utimes(path, atime, mtime);
    expect(await textsOf()).toContain("dawn");
  });

  it("notes that a file was only copied over itself, and embeds nothing", async () => {
    const path = join(home.corpus, "lamps.md");
    const { atime, mtime } = await stat(path);
    await writeFile(join(home.corpus, "copy.tmp"), lamps);
    await rename(join(home.corpus, "copy.tmp"), path);
    await utimes(path, atime, mtime);
    const { statuses, embedded, read } = await observe();
    expect(statuses).toEqual({ "lamps.md": "unchanged", "stores.md": "unchanged" });
    expect({ embedded, read }).toEqual({ embedded: 0, read: [] });
  });

  it("says of each document what it is taken for, and names what is not read", async () => {
    await home.write("own/stores.md", stores);
    await home.write("own/rota.xls", "x");
    const { documents, unread } = await home.indexWith();
    expect(
      documents.map(({ file, identity }) => [file, identity?.short, identity?.authority]),
    ).toEqual([
      ["lamps.md", "Lamps", "other"],
      ["own/stores.md", "Stores (own/stores)", "own"],
      ["stores.md", "Stores (stores)", "other"],
    ]);
    expect(unread.map(({ file }) => file)).toEqual(["own/rota.xls"]);
    expect((await home.indexWith({ paths: ["own/rota.xls"] })).documents).toEqual([]);
  });

  it("takes out what is gone", async () => {
    await home.remove("stores.md");
    expect((await observe()).statuses).toEqual({ "lamps.md": "unchanged", "stores.md": "removed" });
    expect(await textsOf()).not.toContain("Barrels");
    expect((await observe()).statuses).toEqual({ "lamps.md": "unchanged" });
  });

  it("takes up what sources.yaml now says", async () => {
    await home.write(
      "sources.yaml",
      "documents:\n  - file: lamps.md\n    title: Rules for lamps\n    authority: own\n",
    );
    expect((await observe()).statuses).toEqual({
      "lamps.md": "updated",
      "stores.md": "unchanged",
    });
    const library = await home.open();
    expect(library.documents.map(({ title, authority }) => [title, authority])).toEqual([
      ["Rules for lamps", "own"],
      ["Stores", "other"],
    ]);
    library.close();
  });

  it("looks at the named files only", async () => {
    await home.write("lamps.md", lamps.replace("dusk", "sundown"));
    await home.write("stores.md", stores.replace("oil", "tar"));
    expect((await observe({ paths: ["stores.md"] })).statuses).toEqual({ "stores.md": "updated" });
    expect((await observe({ paths: [home.corpus] })).statuses).toEqual({
      "lamps.md": "updated",
      "stores.md": "unchanged",
    });
  });

  it("refuses a name that the corpus does not hold", async () => {
    await expect(home.indexWith({ paths: ["lamp.md"] })).rejects.toMatchObject({
      code: "path-not-in-corpus",
      exitCode: 2,
      message: expect.stringContaining("lamp.md"),
    });
  });

  it("reads everything again when asked to rebuild, to the same library", async () => {
    const before = (await home.indexWith()).fingerprint;
    const run = await observe({ rebuild: true });
    expect(run.read.toSorted()).toEqual(["lamps.md", "stores.md"]);
    expect((await home.indexWith()).fingerprint).toBe(before);
  });
});

describe("a file that cannot be used", () => {
  it("is remembered, and not read again until it changes", async () => {
    await home.write("lamps.md", lamps);
    await home.write("broken.pdf", "This is no PDF.");
    expect(await observe()).toMatchObject({
      statuses: { "lamps.md": "added", "broken.pdf": "failed" },
      read: ["broken.pdf", "lamps.md"],
    });
    expect(await observe()).toMatchObject({
      statuses: { "lamps.md": "unchanged", "broken.pdf": "failed" },
      read: [],
      embedded: 0,
    });
    await home.write("broken.pdf", await makePdf({ pages: [["The boat is painted white."]] }));
    expect(await observe()).toMatchObject({
      statuses: { "lamps.md": "unchanged", "broken.pdf": "added" },
      read: ["broken.pdf"],
    });
  });

  it("stays in the library as it was when it could still be read", async () => {
    await home.write("boat.pdf", await makePdf({ pages: [["The boat is painted white."]] }));
    await home.indexWith();
    await home.write("boat.pdf", "Half a PDF.");
    const { documents } = await home.indexWith();
    expect(documents).toMatchObject([{ file: "boat.pdf", status: "failed" }]);
    expect(documents[0]?.problems.map(({ code }) => code)).toEqual([
      "unreadable",
      "earlier-version-kept",
    ]);
    expect(await textsOf()).toContain("painted white");
  });

  it("is not read again while it stays bad, is still reported, and comes back when it is good", async () => {
    const good = await makePdf({ pages: [["The boat is painted white."]] });
    await home.write("boat.pdf", good);
    await home.indexWith();
    await home.write("boat.pdf", "Half a PDF.");
    const first = await home.indexWith();
    expect(await observe()).toMatchObject({ statuses: { "boat.pdf": "failed" }, read: [] });
    const second = await home.indexWith();
    expect(second.documents).toEqual(first.documents);
    expect(second.fingerprint).toBe(first.fingerprint);
    await home.write("boat.pdf", good);
    expect((await home.indexWith()).documents).toMatchObject([{ status: "updated", problems: [] }]);
    expect((await observe()).statuses).toEqual({ "boat.pdf": "unchanged" });
  });

  it("is one among others, each named with its reason", async () => {
    await home.write("lamps.md", lamps);
    await home.write("empty.txt", "");
    await home.write("blank.md", " \n\n");
    await home.write("corrupt.pdf", "%PDF-1.7\nnot much of one");
    await home.write(
      "locked.pdf",
      await makePdf({ pages: [["The boat is painted white."]], password: "secret" }),
    );
    await home.write("scan.pdf", await makePdf({ pages: [[]], picture: true }));
    const { documents } = await home.indexWith();
    const told = documents.map(({ file, status, problems }) => [file, status, problems[0]?.code]);
    expect(told).toEqual([
      ["blank.md", "failed", "no-text"],
      ["corrupt.pdf", "failed", "unreadable"],
      ["empty.txt", "failed", "no-text"],
      ["lamps.md", "added", undefined],
      ["locked.pdf", "failed", "encrypted"],
      ["scan.pdf", "failed", "no-text"],
    ]);
    expect(await textsOf()).toContain("great lamp");
  });
});

describe("a file that changes while it is indexed", () => {
  it("is indexed as it was read, and read again by the next run", async () => {
    await home.write("lamps.md", lamps);
    const embedder = createFakeEmbedder({
      onEmbed: () => home.write("lamps.md", lamps.replace("dusk", "sundown")),
    });
    const { documents } = await home.indexWith({ embedder });
    expect(documents).toMatchObject([
      { status: "added", problems: [{ code: "changed-while-indexing" }] },
    ]);
    expect((await observe()).statuses).toEqual({ "lamps.md": "updated" });
    const texts = await textsOf();
    expect(texts).toContain("sundown");
    expect(texts).not.toContain("dusk");
  });

  it("is reported when it is gone before its turn", async () => {
    await home.write("lamps.md", lamps);
    await home.write("stores.md", stores);
    const removing: Promise<void>[] = [];
    const onEvent = (event: IndexEvent) => {
      if (event.kind === "planned") removing.push(home.remove("lamps.md"));
    };
    const { documents } = await home.indexWith({ onEvent });
    await Promise.all(removing);
    expect(documents).toMatchObject([
      { file: "lamps.md", status: "failed", problems: [{ code: "unreadable" }] },
      { file: "stores.md", status: "added" },
    ]);
    expect((await observe()).statuses).toEqual({ "stores.md": "unchanged" });
  });
});
