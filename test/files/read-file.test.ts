// Files that somebody else wrote: what is no file is told, and nothing waits for it.
import { execFileSync } from "node:child_process";
import { appendFile, mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFile } from "../../src/files/read-file.ts";
import { hashFile } from "../../src/use-cases/hash-file.ts";

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "charm-read-"))));
afterEach(() => rm(folder, { recursive: true }));

it("gives bytes or text, of an empty file too", async () => {
  const path = join(folder, "a.txt");
  await writeFile(path, "Café");
  expect(await readFile(path, "utf8")).toBe("Café");
  expect([...(await readFile(path))]).toEqual([...Buffer.from("Café")]);
  await writeFile(path, "");
  expect(await readFile(path, "utf8")).toBe("");
  expect(await hashFile(path)).toMatch(/^e3b0c442/);
});

it.skipIf(process.platform === "win32")(
  "refuses pipes, devices and folders, and waits for none",
  async () => {
    const pipe = join(folder, "pipe.md");
    execFileSync("mkfifo", [pipe]);
    await mkdir(join(folder, "folder.md"));
    for (const path of [pipe, "/dev/zero", join(folder, "folder.md")]) {
      const refused = { code: "not-a-file", message: expect.stringContaining(path) };
      await expect(readFile(path)).rejects.toMatchObject(refused);
      expect(await hashFile(path)).toBeNull();
    }
  },
);

it("tells a file that is not there as the file system does", async () => {
  await expect(readFile(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  expect(await hashFile(join(folder, "none"))).toBeNull();
});

it("reads a file that never stops growing to where it ended when it was opened", async () => {
  const path = join(folder, "log.txt");
  await writeFile(path, "x".repeat(4_000_000));
  let reading = true;
  const growing = (async () => {
    while (reading) await appendFile(path, "y".repeat(1_000_000));
  })();
  const read = await readFile(path);
  const digest = await hashFile(path);
  reading = false;
  await growing;
  expect(read.length).toBeLessThan(1_000_000_000);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

it("refuses what is too large for the memory, without taking it", async () => {
  const path = join(folder, "huge.pdf");
  await writeFile(path, "");
  // A hole: no disk is used.
  await truncate(path, 3_000_000_000);
  await expect(readFile(path)).rejects.toMatchObject({ code: "file-too-large" });
});
