import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { connect } from "@lancedb/lancedb";
import { describe, expect, it } from "vitest";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { makeVector, model } from "./fixtures.ts";
import { listFiles, notes, rules, useFolder } from "./folder-setting.ts";

const place = useFolder();

/** Rewrites what the library says of itself. */
async function changeState(change: (state: Record<string, unknown>) => void): Promise<void> {
  const table = await (await connect(place.index)).openTable("documents");
  const [row] = (await table.query().where("file = ''").toArray()) as { record: string }[];
  const state = JSON.parse(row?.record ?? "{}") as Record<string, unknown>;
  change(state);
  await table.update({ where: "file = ''", values: { record: JSON.stringify(state) } });
}

describe("where a library is", () => {
  it("is null where there is none, and makes nothing", async () => {
    expect(await openLibrary(place.index, model)).toBeNull();
    expect(await readdir(place.folder)).toEqual([]);
    await mkdir(place.index);
    expect(await openLibrary(place.index, model)).toBeNull();
    expect(await readdir(place.index)).toEqual([]);
  });

  it("takes file URLs and relative paths, also those that LanceDB would take for a server", async () => {
    place.index = join(place.folder, "db");
    const made = await place.make();
    const byUrl = await openLibrary(pathToFileURL(place.index).href, model);
    const byPath = await openLibrary(relative(process.cwd(), place.index), model);
    expect([byUrl?.fingerprint, byPath?.fingerprint]).toEqual([made.fingerprint, made.fingerprint]);
  });

  it("refuses a file in place of the folder", async () => {
    await writeFile(place.index, "");
    const refusal = { code: "index-not-a-folder" };
    await expect(openLibrary(place.index, model)).rejects.toMatchObject(refusal);
    await expect(createLibrary(place.index, model, "chunks@1")).rejects.toMatchObject(refusal);
    await expect(openLibrary(join(place.index, "below"), model)).rejects.toMatchObject(refusal);
  });

  it("says when an address cannot be reached", async () => {
    await expect(openLibrary("nonsense://x", model)).rejects.toMatchObject({
      code: "index-unreachable",
    });
  });
});

describe("a library of other making", () => {
  it("is refused for another model, unless no vectors are needed", async () => {
    await place.make();
    const other = { id: "better-model@2", dimensions: 8 };
    await expect(openLibrary(place.index, other)).rejects.toMatchObject({
      code: "index-other-model",
      message: expect.stringMatching(/test-model@1.*better-model@2/),
      hint: expect.stringContaining("--rebuild"),
    });
    const wider = { ...model, dimensions: 16 };
    await expect(openLibrary(place.index, wider)).rejects.toMatchObject({
      code: "index-other-model",
    });
    expect((await openLibrary(place.index, null))?.documents).toHaveLength(1);
  });

  it.each([
    [0, "an older"],
    [99, "a newer"],
  ])("is refused with layout %i", async (version, age) => {
    await place.make();
    await changeState((state) => {
      state["metadata"] = { ...(state["metadata"] as object), schemaVersion: version };
    });
    await expect(openLibrary(place.index, model)).rejects.toMatchObject({
      code: "index-other-schema",
      message: expect.stringContaining(age),
    });
  });

  it("is made anew with replace, for another model too", async () => {
    await place.make([notes, rules]);
    const wider = { id: "wide-model@1", dimensions: 4 };
    const empty = await createLibrary(place.index, wider, "chunks@2", { replace: true });
    expect(empty.documents).toEqual([]);
    expect(empty.metadata).toEqual({
      schemaVersion: 5,
      embedderId: "wide-model@1",
      dimensions: 4,
      tokenDimensions: 0,
      chunking: "chunks@2",
    });
    expect(await empty.searchVector(new Float32Array([1, 0, 0, 0]), 5)).toEqual([]);
  });

  it("is kept by a second creation without replace", async () => {
    const made = await place.make();
    const again = await createLibrary(place.index, model, "chunks@1");
    expect(again.fingerprint).toBe(made.fingerprint);
  });
});

describe("a damaged library", () => {
  const corrupt = { code: "index-corrupt", hint: expect.stringContaining("--rebuild") };

  it.each(["passages.lance", "provisions.lance", "documents.lance/_versions"])(
    "is said to be damaged without %s, and can be made anew",
    async (lost) => {
      await place.make();
      await rm(join(place.index, lost), { recursive: true });
      await expect(openLibrary(place.index, model)).rejects.toMatchObject(corrupt);
      await createLibrary(place.index, model, "chunks@1", { replace: true });
      expect((await place.open()).documents).toEqual([]);
    },
  );

  it.each(["documents.lance", "passages.lance"])(
    "is found out when %s is scrambled",
    async (table) => {
      await place.make();
      for (const file of await listFiles(join(place.index, table, "data")))
        await writeFile(file, "scrambled");
      const read = async () => (await place.open()).searchVector(makeVector("x"), 3);
      await expect(read()).rejects.toMatchObject(corrupt);
    },
  );

  it("is said to be damaged when it does not describe itself", async () => {
    await place.make();
    const table = await (await connect(place.index)).openTable("documents");
    await table.delete("file = ''");
    await expect(openLibrary(place.index, model)).rejects.toMatchObject(corrupt);
  });

  it("is not there yet when its making was stopped, and is then made whole", async () => {
    await place.make();
    await rm(join(place.index, "documents.lance"), { recursive: true });
    expect(await openLibrary(place.index, model)).toBeNull();
    const library = await place.make([rules]);
    expect(library.documents.map((each) => each.file)).toEqual(["rules.md"]);
    expect(await library.searchText("gate", 5)).toHaveLength(1);
  });
});
