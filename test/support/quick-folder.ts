// Where a run of the tests keeps its temporary files: in memory where the machine offers that, and open to all users.
import { access, chmod, constants, mkdtemp, readFile, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOpenToAll } from "./other-user.ts";

const memory = "/dev/shm";

/** Many times what all tests hold at once; containers often offer 64 MiB, which is too little. */
const enoughBytes = 2 ** 30;

/** Some tests start a copy of the program from there. */
const withoutPrograms = /^\S+ \/dev\/shm \S+ \S*\bnoexec\b/m;

/** A new folder that all may enter. */
export async function makeQuickFolder(): Promise<string> {
  const folder = await mkdtemp(join(await chooseTemporary(), "charm-tests-"));
  await chmod(folder, 0o755);
  return folder;
}

/**
 * The usual folder for temporary files, unless it is one's own and another is open to all. Where nobody has named
 * one, memory is better: tests of the library and the use cases took a fifth less of the processor's time in it.
 */
async function chooseTemporary(): Promise<string> {
  const usual = tmpdir();
  if (process.env["TMPDIR"] === undefined && (await isMemoryUsable())) return memory;
  for (const folder of [usual, "/tmp", "/var/tmp"])
    if (await isOpenToAll(join(folder, ".")).catch(() => false)) return folder;
  return usual;
}

async function isMemoryUsable(): Promise<boolean> {
  try {
    await access(memory, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(memory);
    if (bavail * bsize < enoughBytes) return false;
    return !withoutPrograms.test(await readFile("/proc/mounts", "utf8"));
  } catch {
    return false;
  }
}
