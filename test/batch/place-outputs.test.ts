// Where outputs really lie: nothing outside the folder, and nothing twice.
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOutputs } from "../../src/batch/place-outputs.ts";
import type { Home } from "../../src/homes/homes.ts";
import { larch, makeHome, rowan } from "./made-batch.ts";

let base: string;
let folder: string;
beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), "charm-batch-")));
  folder = join(base, "out");
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** Lines are counted from 10. */
function place(files: readonly string[], homes: readonly Home[] = [], home: Home = larch) {
  const wishes = files.map((file, at) => ({ line: 10 + at, home, file }));
  return placeOutputs(wishes, {
    manifest: "m.csv",
    folder,
    corpus: join(base, "out/corpus"),
    index: join(base, "out/index"),
    homes,
  });
}

describe("outputs", () => {
  it("lie below the folder, there or not", async () => {
    const placed = await place(["a/b.md", "./c//d.md", "e\\f.md"]);
    expect(placed).toEqual(
      ["a/b.md", "c/d.md", "e/f.md"].map((file) => ({ file, path: join(folder, file) })),
    );
  });

  it.each([
    [["a.md", "b.md", "a.md"]],
    [["a/x.md", "A/X.md"]],
    [["caf\u00e9.md", "cafe\u0301.md"]],
    [["Straße.md", "STRASSE.md"]],
    [["a/b.md", "a/./b.md"]],
  ])("are refused where two are one: %j", async (files) => {
    await expect(place(files)).rejects.toMatchObject({
      code: "output-twice",
      exitCode: 2,
      message: expect.stringContaining(`lines 10 and ${9 + files.length} both`),
    });
  });

  it("are refused where a link makes two of them one", async () => {
    await mkdir(join(folder, "real"));
    await symlink("real", join(folder, "other"));
    await expect(place(["real/a.md", "other/a.md"])).rejects.toThrow(/lines 10 and 11/);
  });

  it("are refused where one is the folder of another", async () => {
    await expect(place(["a.md", "A.md/b.md"])).rejects.toThrow(/line 10 .* line 11/);
    await mkdir(join(folder, "is.md"));
    await expect(place(["is.md"])).rejects.toMatchObject({ code: "output-is-folder" });
  });

  it.each(["../a.md", "a/../../b.md", "a/../b.md", "/a.md", "C:\\a.md", "\\\\host\\a.md"])(
    "are refused outside: %s",
    async (file) => {
      await expect(place(["ok.md", file])).rejects.toMatchObject({
        code: "output-outside",
        message: expect.stringContaining("line 11"),
      });
    },
  );

  it.each(["a\n.md", "a|b.md", "a./b.md", "x".repeat(300), ""])("are refused: %j", async (file) => {
    await expect(place([file])).rejects.toMatchObject({ code: "output-outside" });
  });

  it("are refused through a link that leads out, of a folder or a file", async () => {
    await mkdir(join(base, "away"));
    await symlink(join(base, "away"), join(folder, "link"));
    await writeFile(join(base, "away/f.md"), "theirs");
    await symlink(join(base, "away/f.md"), join(folder, "f.md"));
    await symlink(join(base, "away/none.md"), join(folder, "none.md"));
    await expect(place(["link/new/a.md"])).rejects.toMatchObject({ code: "output-outside" });
    await expect(place(["f.md"])).rejects.toMatchObject({ code: "output-outside" });
    await expect(place(["none.md"])).rejects.toMatchObject({ code: "output-is-folder" });
  });

  it("are refused in the corpus, where they would become documents", async () => {
    await expect(place(["a.md", "corpus/new/b.md"])).rejects.toMatchObject({
      code: "output-in-corpus",
      message: expect.stringContaining("line 11"),
    });
  });

  it("are refused in the folder of another home, and under names that charm writes itself", async () => {
    const theirs = makeHome("Rowan’s End", { folders: [join(folder, "rowan")] });
    await expect(place(["rowan/a.md"], [larch, theirs])).rejects.toMatchObject({
      code: "output-of-other-home",
    });
    await expect(place(["rowan/a.md"], [larch, theirs], theirs)).resolves.toHaveLength(1);
    await expect(place(["Summary.MD"], [larch, rowan])).rejects.toMatchObject({
      code: "output-twice",
    });
    await expect(place([".charm-batch.jsonl"])).rejects.toMatchObject({ code: "output-twice" });
  });

  it("are refused in the folder of the library", async () => {
    await expect(place(["ok.md", "index/a.md"])).rejects.toMatchObject({
      code: "output-in-index",
      message: expect.stringContaining("line 11"),
    });
    await expect(place(["index2/a.md"])).resolves.toHaveLength(1);
  });

  it.each(["CON", "con.md", "a/NUL.txt/b.md", "Lpt1.docx.md", "aux .md", "com\u00b9.md"])(
    "are refused under a name that Windows keeps: %s",
    async (file) => {
      await expect(place([file])).rejects.toThrow(/no name that every system takes/);
    },
  );

  it("are taken under names that only begin so", async () => {
    const names = ["contact.md", "console/a.md", "null.md", "com10.md", "a.con.md", "prn-1.md"];
    await expect(place(names)).resolves.toHaveLength(names.length);
  });
});
