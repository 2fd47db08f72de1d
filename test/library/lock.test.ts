import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { currentOwner } from "../../src/files/lock-file.ts";
import { lockName, takeLock } from "../../src/library/lock.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-lock-"));
  path = join(folder, lockName);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process, of which the lock says no more than the number. */
const parent = () => ({ ...currentOwner(), pid: process.ppid, birth: null });
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

it("is held until it is released", async () => {
  const lock = await takeLock(folder);
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(currentOwner());
  await expect(takeLock(folder)).rejects.toMatchObject({
    code: "index-locked",
    message: expect.stringContaining(`process ${process.pid}`),
    hint: expect.stringContaining(path),
  });
  await lock.release();
  await lock.release();
  await (await takeLock(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it("is taken over from a dead process", async () => {
  await writeFile(path, JSON.stringify({ ...currentOwner(), pid: deadPid() }));
  const lock = await takeLock(folder);
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(currentOwner());
  await lock.release();
});

it("is taken over from a dead process that had our number", async () => {
  await writeFile(path, JSON.stringify({ ...currentOwner(), started: 1 }));
  await (await takeLock(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it.runIf(process.platform === "linux")(
  "is taken over where its number was given to another process since",
  async () => {
    const born = currentOwner().birth ?? "";
    await writeFile(path, JSON.stringify({ ...parent(), birth: `${born}0` }));
    await (await takeLock(folder)).release();
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    try {
      const mine = readFileSync(`/proc/${other.pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19];
      const birth = born.replace(/\d+$/, mine ?? "");
      await writeFile(path, JSON.stringify({ ...currentOwner(), pid: other.pid, birth }));
      await expect(takeLock(folder)).rejects.toThrow(`process ${other.pid}`);
    } finally {
      other.kill();
    }
  },
);

it.runIf(process.platform === "linux")(
  "is taken over from a process that has ended and nobody has asked how",
  async () => {
    // The shell becomes a program that never asks for the child it has.
    const shell = spawn("sh", ["-c", "sh -c 'echo $$' & exec sleep 60"]);
    try {
      const [said] = (await once(shell.stdout, "data")) as [Buffer];
      const pid = Number(String(said));
      const isGone = () => / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
      await expect.poll(isGone).toBe(true);
      await writeFile(path, JSON.stringify({ ...parent(), pid }));
      await (await takeLock(folder)).release();
    } finally {
      shell.kill("SIGKILL");
    }
  },
);

it("is not taken from another living process or another machine", async () => {
  await writeFile(path, JSON.stringify(parent()));
  await expect(takeLock(folder)).rejects.toThrow(`process ${process.ppid}`);
  await writeFile(path, JSON.stringify({ ...currentOwner(), pid: deadPid(), host: "elsewhere" }));
  await expect(takeLock(folder)).rejects.toMatchObject({
    message: expect.stringContaining("on elsewhere"),
    hint: expect.stringContaining("can only be seen on elsewhere"),
  });
});

it.each(["", "{", "null", "[]"])(
  "waits for the owner of %j to be written, but not for ever",
  async (text) => {
    await writeFile(path, text);
    await expect(takeLock(folder)).rejects.toMatchObject({ code: "index-locked" });
    await utimes(path, new Date(0), new Date(0));
    await (await takeLock(folder)).release();
  },
);

it("goes to one of many that find it abandoned at once", async () => {
  await writeFile(path, JSON.stringify({ ...currentOwner(), pid: deadPid() }));
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

it("leaves a lock alone that someone else has taken meanwhile", async () => {
  const lock = await takeLock(folder);
  const other = JSON.stringify(parent());
  await writeFile(path, other);
  await lock.release();
  expect(await readFile(path, "utf8")).toBe(other);
});
