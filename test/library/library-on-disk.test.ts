// A library on disk: two runs at once, its size, a folder that cannot be written, a copy.
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { findBoundProgram } from "../support/other-user.ts";
import { isBuilt } from "../support/project.ts";
import { runProgram } from "../support/run-charm.ts";
import { fill } from "./contract-setting.ts";
import { makeDocument, makeVector, model } from "./fixtures.ts";
import { listFiles, notes, rules, useFolder } from "./folder-setting.ts";

const place = useFolder();

async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    (await listFiles(path)).map(async (file) => (await stat(file)).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe("two runs at once", () => {
  it("refuses a second writer by name of the first, and lets readers in", async () => {
    const first = await (await place.make()).write();
    await expect((await place.open()).write()).rejects.toMatchObject({
      code: "index-locked",
      message: expect.stringContaining(String(process.pid)),
      hint: expect.stringContaining("charm.lock"),
    });
    await expect(createLibrary(place.index, model, "x", { replace: true })).rejects.toMatchObject({
      code: "index-locked",
    });
    await first.put(rules);
    expect((await place.open()).documents).toHaveLength(2);
    await first.close();
    await first.close();
    const second = await (await place.open()).write();
    expect((await second.finish()).finished).toBe(true);
  });

  it("notices another writer where no lock kept it out", async () => {
    const writer = await (await place.make()).write();
    await rm(join(place.index, "charm.lock"));
    await fill(await place.open(), [rules]);
    await expect(writer.put(makeDocument("late.md", ["Late."]))).rejects.toMatchObject({
      code: "index-locked",
    });
    await writer.close();
    expect((await place.open()).documents.map((each) => each.file)).toEqual([
      "notes.md",
      "rules.md",
    ]);
  });

  it("waits for a commit that is under way before it gives up the lock", async () => {
    const writer = await (await place.make()).write();
    const put = writer.put(rules);
    await writer.close();
    await put;
    expect((await place.open()).documents).toHaveLength(2);
    expect(await readdir(place.index)).not.toContain("charm.lock");
  });

  it("tells a reader whose version was cleared away to run again", async () => {
    await place.make([notes]);
    const reader = await place.open();
    const writing = await openLibrary(place.index, model, { keepReplacedMs: 0 });
    if (writing === null) throw new Error("no library");
    await fill(writing, [rules]);
    await rm(join(place.index, "passages.lance", "data"), { recursive: true });
    await expect(reader.searchVector(makeVector("x"), 2)).rejects.toMatchObject({
      code: "index-changed",
    });
  });
});

describe("disk", () => {
  it("does not grow with runs that change one file", async () => {
    const options = { keepReplacedMs: 0 };
    let library = await fill(await createLibrary(place.index, model, "x", options), [notes, rules]);
    const once = await sizeOf(place.index);
    for (let run = 0; run < 4; run += 1) {
      library = await fill(library, [makeDocument("rules.md", [`Rule of run ${run}.`])]);
    }
    expect(await sizeOf(place.index)).toBeLessThan(once * 1.5);
  });

  it("is not touched by a run that changes nothing", async () => {
    await place.make();
    const before = (await listFiles(place.index)).toSorted();
    await (await (await place.open()).write()).finish();
    expect((await listFiles(place.index)).toSorted()).toEqual(before);
  });
});

describe("a read-only folder", () => {
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

  /** What comes of reading and of writing, in a process for which rights hold. */
  const script = `
    const [at, index, model, vector] = JSON.parse(process.argv[1]);
    const { createLibrary, openLibrary } = await import(at);
    const refusal = (doing) => doing.then(() => null, ({ code, hint }) => ({ code, hint }));
    const library = await openLibrary(index, model);
    console.log(JSON.stringify({
      texts: (await library.searchText("gate", 5)).length,
      vectors: (await library.searchVector(Float32Array.from(vector), 5)).length,
      outline: (await library.outline()).length,
      refusals: [
        await refusal(library.write()),
        await refusal(createLibrary(index, model, "x", { replace: true })),
        await refusal(createLibrary(index + "/new", model, "x")),
      ],
    }));`;

  // The other process is the built program's; it needs `npm run build`.
  it.skipIf(process.platform === "win32" || !isBuilt)(
    "can be read and not written",
    async () => {
      const index = join(await mkdtemp(join(inject("runFolder"), "read-only-")), "index");
      await fill(await createLibrary(index, model, "chunks@1"), [notes, rules]);
      await protect(index);
      const { folder, node, user } = await findBoundProgram();
      const at = pathToFileURL(join(folder, "dist/library/open-library.js"));
      const given = JSON.stringify([at, index, model, [...makeVector("x")]]);
      const args = ["--input-type=module", "-e", script, given];
      try {
        const run = await runProgram(node, args, { cwd: dirname(index), ...user });
        expect(run).toMatchObject({ code: 0, stderr: "" });
        const refusal = { code: "index-read-only", hint: expect.stringContaining("--index") };
        expect(JSON.parse(run.stdout)).toEqual({
          texts: 2,
          vectors: 3,
          outline: 3,
          refusals: [refusal, refusal, refusal],
        });
      } finally {
        await unprotect(index);
      }
    },
    60_000,
  );
});

describe("a copy of a library", () => {
  it("is the same library elsewhere", async () => {
    const made = await place.make([notes, rules]);
    const elsewhere = join(place.folder, "elsewhere");
    await cp(place.index, elsewhere, { recursive: true });
    const copy = await openLibrary(elsewhere, model);
    expect(copy?.fingerprint).toBe(made.fingerprint);
    expect(await copy?.searchText("gate", 5)).toEqual(await made.searchText("gate", 5));
    expect(await readFile(join(elsewhere, "charm.lock")).catch(() => null)).toBeNull();
  });
});
