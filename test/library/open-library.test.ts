import {
  cp,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";
import { connect } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Library, NewDocument } from "../../src/library/library.ts";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { makeDocument, makeVector, model } from "./fixtures.ts";

let folder: string;
let index: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-open-"));
  index = join(folder, "index");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const notes = makeDocument("notes.md", ["The boiler is serviced.", "The garden has a gate."]);
const rules = makeDocument("rules.md", ["The gate is shut at night."]);

async function fill(library: Library, documents: readonly NewDocument[]): Promise<Library> {
  const writer = await library.write();
  for (const document of documents) await writer.put(document);
  return writer.finish();
}

const makeLibrary = async (documents: readonly NewDocument[] = [notes]) =>
  fill(await createLibrary(index, model, "chunks@1"), documents);

async function mustOpen(): Promise<Library> {
  const library = await openLibrary(index, model);
  if (library === null) throw new Error("no library");
  return library;
}

/** Rewrites what the library says of itself. */
async function changeState(change: (state: Record<string, unknown>) => void): Promise<void> {
  const table = await (await connect(index)).openTable("documents");
  const [row] = (await table.query().where("file = ''").toArray()) as { record: string }[];
  const state = JSON.parse(row?.record ?? "{}") as Record<string, unknown>;
  change(state);
  await table.update({ where: "file = ''", values: { record: JSON.stringify(state) } });
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    (await listFiles(path)).map(async (file) => (await stat(file)).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe("where a library is", () => {
  it("is null where there is none, and makes nothing", async () => {
    expect(await openLibrary(index, model)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
    await mkdir(index);
    expect(await openLibrary(index, model)).toBeNull();
    expect(await readdir(index)).toEqual([]);
  });

  it("takes file URLs and relative paths, also those that LanceDB would take for a server", async () => {
    index = join(folder, "db");
    const made = await makeLibrary();
    const byUrl = await openLibrary(pathToFileURL(index).href, model);
    const byPath = await openLibrary(relative(process.cwd(), index), model);
    expect([byUrl?.fingerprint, byPath?.fingerprint]).toEqual([made.fingerprint, made.fingerprint]);
  });

  it("refuses a file in place of the folder", async () => {
    await writeFile(index, "");
    const refusal = { code: "index-not-a-folder" };
    await expect(openLibrary(index, model)).rejects.toMatchObject(refusal);
    await expect(createLibrary(index, model, "chunks@1")).rejects.toMatchObject(refusal);
    await expect(openLibrary(join(index, "below"), model)).rejects.toMatchObject(refusal);
  });

  it("says when an address cannot be reached", async () => {
    await expect(openLibrary("nonsense://x", model)).rejects.toMatchObject({
      code: "index-unreachable",
    });
  });
});

describe("a library of other making", () => {
  it("is refused for another model, unless no vectors are needed", async () => {
    await makeLibrary();
    const other = { id: "better-model@2", dimensions: 8 };
    await expect(openLibrary(index, other)).rejects.toMatchObject({
      code: "index-other-model",
      message: expect.stringMatching(/test-model@1.*better-model@2/),
      hint: expect.stringContaining("--rebuild"),
    });
    const wider = { ...model, dimensions: 16 };
    await expect(openLibrary(index, wider)).rejects.toMatchObject({ code: "index-other-model" });
    expect((await openLibrary(index, null))?.documents).toHaveLength(1);
  });

  it.each([
    [0, "an older"],
    [99, "a newer"],
  ])("is refused with layout %i", async (version, age) => {
    await makeLibrary();
    await changeState((state) => {
      state["metadata"] = { ...(state["metadata"] as object), schemaVersion: version };
    });
    await expect(openLibrary(index, model)).rejects.toMatchObject({
      code: "index-other-schema",
      message: expect.stringContaining(age),
    });
  });

  it("is made anew with replace, for another model too", async () => {
    await makeLibrary([notes, rules]);
    const wider = { id: "wide-model@1", dimensions: 4 };
    const empty = await createLibrary(index, wider, "chunks@2", { replace: true });
    expect(empty.documents).toEqual([]);
    expect(empty.metadata).toEqual({
      schemaVersion: 3,
      embedderId: "wide-model@1",
      dimensions: 4,
      tokenDimensions: 0,
      chunking: "chunks@2",
    });
    expect(await empty.searchVector(new Float32Array([1, 0, 0, 0]), 5)).toEqual([]);
  });

  it("is kept by a second creation without replace", async () => {
    const made = await makeLibrary();
    const again = await createLibrary(index, model, "chunks@1");
    expect(again.fingerprint).toBe(made.fingerprint);
  });
});

describe("a damaged library", () => {
  const corrupt = { code: "index-corrupt", hint: expect.stringContaining("--rebuild") };

  it.each(["passages.lance", "provisions.lance", "documents.lance/_versions"])(
    "is said to be damaged without %s, and can be made anew",
    async (lost) => {
      await makeLibrary();
      await rm(join(index, lost), { recursive: true });
      await expect(openLibrary(index, model)).rejects.toMatchObject(corrupt);
      await createLibrary(index, model, "chunks@1", { replace: true });
      expect((await mustOpen()).documents).toEqual([]);
    },
  );

  it.each(["documents.lance", "passages.lance"])(
    "is found out when %s is scrambled",
    async (table) => {
      await makeLibrary();
      for (const file of await listFiles(join(index, table, "data")))
        await writeFile(file, "scrambled");
      const read = async () => (await mustOpen()).searchVector(makeVector("x"), 3);
      await expect(read()).rejects.toMatchObject(corrupt);
    },
  );

  it("is said to be damaged when it does not describe itself", async () => {
    await makeLibrary();
    const table = await (await connect(index)).openTable("documents");
    await table.delete("file = ''");
    await expect(openLibrary(index, model)).rejects.toMatchObject(corrupt);
  });

  it("is not there yet when its making was stopped, and is then made whole", async () => {
    await makeLibrary();
    await rm(join(index, "documents.lance"), { recursive: true });
    expect(await openLibrary(index, model)).toBeNull();
    const library = await makeLibrary([rules]);
    expect(library.documents.map((each) => each.file)).toEqual(["rules.md"]);
    expect(await library.searchText("gate", 5)).toHaveLength(1);
  });
});

describe("two runs at once", () => {
  it("refuses a second writer by name of the first, and lets readers in", async () => {
    const first = await (await makeLibrary()).write();
    await expect((await mustOpen()).write()).rejects.toMatchObject({
      code: "index-locked",
      message: expect.stringContaining(String(process.pid)),
      hint: expect.stringContaining("charm.lock"),
    });
    await expect(createLibrary(index, model, "x", { replace: true })).rejects.toMatchObject({
      code: "index-locked",
    });
    await first.put(rules);
    expect((await mustOpen()).documents).toHaveLength(2);
    await first.close();
    await first.close();
    const second = await (await mustOpen()).write();
    expect((await second.finish()).finished).toBe(true);
  });

  it("notices another writer where no lock kept it out", async () => {
    const writer = await (await makeLibrary()).write();
    await rm(join(index, "charm.lock"));
    await fill(await mustOpen(), [rules]);
    await expect(writer.put(makeDocument("late.md", ["Late."]))).rejects.toMatchObject({
      code: "index-locked",
    });
    await writer.close();
    expect((await mustOpen()).documents.map((each) => each.file)).toEqual(["notes.md", "rules.md"]);
  });

  it("waits for a commit that is under way before it gives up the lock", async () => {
    const writer = await (await makeLibrary()).write();
    const put = writer.put(rules);
    await writer.close();
    await put;
    expect((await mustOpen()).documents).toHaveLength(2);
    expect(await readdir(index)).not.toContain("charm.lock");
  });

  it("tells a reader whose version was cleared away to run again", async () => {
    await makeLibrary([notes]);
    const reader = await mustOpen();
    const writing = await openLibrary(index, model, { keepReplacedMs: 0 });
    if (writing === null) throw new Error("no library");
    await fill(writing, [rules]);
    await rm(join(index, "passages.lance", "data"), { recursive: true });
    await expect(reader.searchVector(makeVector("x"), 2)).rejects.toMatchObject({
      code: "index-changed",
    });
  });
});

describe("disk", () => {
  it("does not grow with runs that change one file", async () => {
    const options = { keepReplacedMs: 0 };
    let library = await fill(await createLibrary(index, model, "x", options), [notes, rules]);
    const once = await sizeOf(index);
    for (let run = 0; run < 4; run += 1) {
      library = await fill(library, [makeDocument("rules.md", [`Rule of run ${run}.`])]);
    }
    expect(await sizeOf(index)).toBeLessThan(once * 1.5);
  });

  it("is not touched by a run that changes nothing", async () => {
    await makeLibrary();
    const before = (await listFiles(index)).toSorted();
    await (await (await mustOpen()).write()).finish();
    expect((await listFiles(index)).toSorted()).toEqual(before);
  });
});

describe("a read-only folder", () => {
  /** As root nothing is read-only: then the test runs as nobody. */
  async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      if (root) process.seteuid?.(0);
    }
  }

  async function protect(path: string): Promise<void> {
    await chmod(dirname(path), 0o755);
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    for (const one of entries) {
      await chmod(join(one.parentPath, one.name), one.isDirectory() ? 0o555 : 0o444);
    }
    await chmod(path, 0o555);
  }

  async function unprotect(path: string): Promise<void> {
    await chmod(path, 0o755);
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    for (const one of entries) await chmod(join(one.parentPath, one.name), 0o755);
  }

  it.skipIf(process.platform === "win32" || !isMainThread)(
    "can be read and not written",
    async (test) => {
      await makeLibrary([notes, rules]);
      await protect(index);
      const reached = await withoutRights(() =>
        stat(index).then(
          () => true,
          () => false,
        ),
      );
      if (!reached) {
        await unprotect(index);
        test.skip("the folder for temporary files is closed to other users");
      }
      try {
        await withoutRights(async () => {
          const library = await mustOpen();
          expect(await library.searchText("gate", 5)).toHaveLength(2);
          expect(await library.searchVector(makeVector("x"), 5)).toHaveLength(3);
          expect(await library.outline()).toHaveLength(3);
          const readOnly = { code: "index-read-only", hint: expect.stringContaining("--index") };
          await expect(library.write()).rejects.toMatchObject(readOnly);
          await expect(createLibrary(index, model, "x", { replace: true })).rejects.toMatchObject(
            readOnly,
          );
          const below = join(index, "new");
          await expect(createLibrary(below, model, "x")).rejects.toMatchObject(readOnly);
        });
      } finally {
        await unprotect(index);
      }
    },
  );
});

describe("a copy of a library", () => {
  it("is the same library elsewhere", async () => {
    const made = await makeLibrary([notes, rules]);
    const elsewhere = join(folder, "elsewhere");
    await cp(index, elsewhere, { recursive: true });
    const copy = await openLibrary(elsewhere, model);
    expect(copy?.fingerprint).toBe(made.fingerprint);
    expect(await copy?.searchText("gate", 5)).toEqual(await made.searchText("gate", 5));
    expect(await readFile(join(elsewhere, "charm.lock")).catch(() => null)).toBeNull();
  });
});
