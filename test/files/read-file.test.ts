import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFile } from "../../src/files/read-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-read-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("readFile", () => {
  it("gives bytes and text, of empty files too", async () => {
    const path = join(folder, "a.txt");
    await writeFile(path, "lámp");
    expect(await readFile(path, "utf8")).toBe("lámp");
    expect([...(await readFile(path))]).toEqual([...Buffer.from("lámp")]);
    await writeFile(path, "");
    expect(await readFile(path, "utf8")).toBe("");
  });

  it("fails as Node does where there is no file, or a folder", async () => {
    await expect(readFile(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(readFile(folder)).rejects.toMatchObject({ code: "EISDIR" });
  });

  it.skipIf(process.platform === "win32")("waits for no pipe, socket or device", async () => {
    const refusal = { name: "CharmError", code: "not-a-file" };
    execFileSync("mkfifo", [join(folder, "pipe")]);
    await expect(readFile(join(folder, "pipe"))).rejects.toMatchObject(refusal);
    const server = createServer();
    await new Promise<void>((settle) => {
      server.listen(join(folder, "socket"), settle);
    });
    await expect(readFile(join(folder, "socket"))).rejects.toMatchObject(refusal);
    server.close();
    await expect(readFile("/dev/zero")).rejects.toMatchObject(refusal);
  });

  // Files there say that they have no length.
  it.skipIf(!existsSync("/proc/self/status"))("reads what has no length", async () => {
    expect(await readFile("/proc/self/status", "utf8")).toContain("Pid:");
  });
});
