// What the use cases say to a corpus or an index that they cannot work with, and what an interruption leaves.
import { readdir, writeFile } from "node:fs/promises";
import { connect } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InterruptedError } from "../../src/errors.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { openUpToDate, type Behind } from "../../src/use-cases/open-up-to-date.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const rule = (subject: string) =>
  `# ${subject}\n\n## 1 Care\n\n1.1 The keeper looks after the ${subject} with great care.\n`;

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
});
afterEach(() => home.delete());

describe("a corpus", () => {
  it("that is not there is named, and no index is made for it", async () => {
    const missing = `${home.corpus}-typo`;
    const embedder = createFakeEmbedder();
    const opening = openUpToDate(
      { corpus: missing, index: home.index },
      {
        queryEmbedder: embedder,
        openIndexEmbedder: () => Promise.resolve(embedder),
        signal: new AbortController().signal,
        onEvent: () => {},
        onBehind: () => {},
        onOlder: null,
      },
    );
    await expect(opening).rejects.toMatchObject({
      code: "corpus-missing",
      exitCode: 2,
      message: expect.stringContaining(missing),
      hint: expect.stringContaining("--corpus"),
    });
    expect(await readdir(home.folder)).toEqual(["corpus"]);
  });

  it.each(["indexWith", "open"] as const)("that is empty is refused by %s", async (way) => {
    await expect(home[way]()).rejects.toMatchObject({ code: "corpus-empty", exitCode: 2 });
    expect(await readdir(home.folder)).toEqual(["corpus"]);
  });

  it("that has become empty does not empty the library", async () => {
    await home.write("lamp.md", rule("lamp"));
    await home.indexWith();
    await home.remove("lamp.md");
    await expect(home.indexWith()).rejects.toMatchObject({ code: "corpus-empty" });
    const library = await openLibrary(home.index, createFakeEmbedder());
    expect(library?.documents.map(({ file }) => file)).toEqual(["lamp.md"]);
    library?.close();
  });

  it("with nothing usable in it gives an answer that declines", async () => {
    await home.write("broken.pdf", "no PDF");
    const answer = await home.ask("Who looks after the lamp?");
    expect(answer).toMatchObject({ status: "declined", sources: [] });
  });
});

describe("an index", () => {
  beforeEach(async () => {
    await home.write("lamp.md", rule("lamp"));
    await home.indexWith();
  });

  it.each(["indexWith", "open"] as const)("of another model is refused by %s", async (way) => {
    const embedder = createFakeEmbedder({ id: "another/8" });
    await expect(home[way]({ embedder })).rejects.toMatchObject({
      code: "index-other-model",
      exitCode: 2,
      message: expect.stringContaining("another/8"),
      hint: expect.stringContaining("charm index --rebuild"),
    });
  });

  it("of another model is made anew by --rebuild", async () => {
    const embedder = createFakeEmbedder({ id: "another/8" });
    expect(await home.statuses({ embedder, rebuild: true })).toEqual({ "lamp.md": "added" });
    expect(await home.statuses({ embedder })).toEqual({ "lamp.md": "unchanged" });
  });

  it("of an older layout is refused with what to run, and made anew by --rebuild", async () => {
    await changeMetadata({ schemaVersion: 0 });
    const refusal = {
      code: "index-other-schema",
      exitCode: 2,
      hint: expect.stringContaining("charm index --rebuild"),
    };
    await expect(home.indexWith()).rejects.toMatchObject(refusal);
    await expect(home.open()).rejects.toMatchObject(refusal);
    await home.indexWith({ rebuild: true });
    expect(await home.statuses()).toEqual({ "lamp.md": "unchanged" });
  });

  it("made by older chunking is made anew without being asked", async () => {
    await changeMetadata({ chunking: "older" });
    const reasons: Behind[] = [];
    const library = await home.open({ onBehind: (why) => reasons.push(why) });
    expect(reasons).toEqual(["other-chunking"]);
    expect(library.documents.map(({ file }) => file)).toEqual(["lamp.md"]);
    library.close();
  });

  it("says why it is brought up to date before a question", async () => {
    const reasons: Behind[] = [];
    const onBehind = (why: Behind) => reasons.push(why);
    (await home.open({ onBehind })).close();
    expect(reasons).toEqual([]);
    await home.write("horn.md", rule("horn"));
    (await home.open({ onBehind })).close();
    await home.remove("horn.md");
    (await home.open({ onBehind })).close();
    expect(reasons).toEqual(["changed", "changed"]);
  });

  it("that is written by another run is not written to", async () => {
    const library = await openLibrary(home.index, createFakeEmbedder());
    const writer = await library?.write();
    await home.write("horn.md", rule("horn"));
    await expect(home.indexWith()).rejects.toMatchObject({ code: "index-locked" });
    await writer?.close();
    library?.close();
    expect(await home.statuses()).toEqual({ "horn.md": "added", "lamp.md": "unchanged" });
  });

  async function changeMetadata(change: Record<string, unknown>): Promise<void> {
    const table = await (await connect(home.index)).openTable("documents");
    const [row] = (await table.query().where("file = ''").toArray()) as { record: string }[];
    const state = JSON.parse(row?.record ?? "{}") as { metadata: Record<string, unknown> };
    state.metadata = { ...state.metadata, ...change };
    await table.update({ where: "file = ''", values: { record: JSON.stringify(state) } });
  }
});

describe("an interrupted run", () => {
  const subjects = ["bell", "boat", "horn", "lamp", "rope"];

  it.each([1, 2, 4])(
    "keeps what was stored after %i files, and the next run does the rest",
    async (after) => {
      for (const subject of subjects) await home.write(`${subject}.md`, rule(subject));
      const controller = new AbortController();
      let stored = 0;
      const running = home.indexWith({
        signal: controller.signal,
        onEvent: (event) => {
          if (event.kind === "file" && (stored += 1) === after) controller.abort();
        },
      });
      await expect(running).rejects.toBeInstanceOf(InterruptedError);
      await expect(running).rejects.toMatchObject({ exitCode: 130 });

      const library = await openLibrary(home.index, createFakeEmbedder());
      const kept = library?.documents.map(({ file }) => file) ?? [];
      expect(kept.length).toBeGreaterThanOrEqual(after);
      const found = await library?.searchText("keeper", 10);
      expect(found?.length).toBe(kept.length);
      library?.close();

      const embedder = createFakeEmbedder();
      const { fingerprint, documents } = await home.indexWith({ embedder });
      expect(documents.map(({ file }) => file)).toEqual(subjects.map((name) => `${name}.md`));
      expect(embedder.embedded).toHaveLength(subjects.length - kept.length);
      const whole = await home.indexWith({ rebuild: true });
      expect(whole.fingerprint).toBe(fingerprint);
    },
  );

  it("before anything is stored leaves nothing that stands in the way", async () => {
    await home.write("lamp.md", rule("lamp"));
    const signal = AbortSignal.abort();
    await expect(home.indexWith({ signal })).rejects.toMatchObject({ exitCode: 130 });
    expect(await home.statuses()).toEqual({ "lamp.md": "added" });
  });

  it("is finished before a question is answered", async () => {
    for (const subject of subjects) await home.write(`${subject}.md`, rule(subject));
    const controller = new AbortController();
    const onEvent = ({ kind }: { kind: string }) => {
      if (kind === "finishing") controller.abort();
    };
    const cut = home.indexWith({ signal: controller.signal, onEvent }).catch(() => null);
    await cut;
    const reasons: Behind[] = [];
    const library = await home.open({ onBehind: (why) => reasons.push(why) });
    expect(library.finished).toBe(true);
    expect(library.documents).toHaveLength(subjects.length);
    library.close();
  });
});

it("does not take a file for an index", async () => {
  await home.write("lamp.md", rule("lamp"));
  await writeFile(home.index, "notes");
  await expect(home.indexWith()).rejects.toMatchObject({ code: "index-not-a-folder" });
  await expect(home.open()).rejects.toMatchObject({ code: "index-not-a-folder" });
});
