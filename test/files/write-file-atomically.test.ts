import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareFile } from "../../src/files/write-file-atomically.ts";

let home: string;
let path: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-write-"));
  path = join(home, "report.md");
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe("prepareFile", () => {
  it("writes nothing by itself, then all of the text and no other file", async () => {
    const file = await prepareFile(path);
    expect(await readdir(home)).toEqual([]);
    await file.write("Grüße\n");
    expect(await readFile(path, "utf8")).toBe("Grüße\n");
    expect(await readdir(home)).toEqual(["report.md"]);
  });

  it("takes the place of a file and keeps its mode", async () => {
    await writeFile(path, "before");
    await chmod(path, 0o640);
    await (await prepareFile(path)).write("after");
    expect(await readFile(path, "utf8")).toBe("after");
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it("writes through a link", async () => {
    const real = join(home, "real.md");
    await writeFile(real, "before");
    await symlink(real, path);
    await (await prepareFile(path)).write("after");
    expect(await readFile(real, "utf8")).toBe("after");
  });

  it("keeps the old file, and leaves no other, when writing fails", async () => {
    await writeFile(path, "before");
    const file = await prepareFile(path);
    await rm(path);
    await mkdir(path);
    await expect(file.write("after")).rejects.toMatchObject({ code: "output-failed" });
    expect(await readdir(home)).toEqual(["report.md"]);
  });

  it("refuses a folder, a device and a missing folder", async () => {
    await expect(prepareFile(home)).rejects.toMatchObject({ code: "output-is-folder" });
    await expect(prepareFile("/dev/null")).rejects.toMatchObject({ code: "output-not-a-file" });
    const nowhere = join(home, "nowhere", "report.md");
    await expect(prepareFile(nowhere)).rejects.toMatchObject({ code: "output-no-folder" });
  });
});
