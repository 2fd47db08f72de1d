// One writer at a time: a lock file in the index folder, naming the process that holds it.
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { CharmError } from "../errors.ts";
import { isPermissionProblem, readOnlyIndex } from "./library-errors.ts";

export const lockName = "charm.lock";

/** A lock file without a readable owner counts as being written for this long, then as left behind. */
const unreadableGraceMs = 5_000;

/** Who holds a lock. `started` tells processes apart that were given the same number. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, milliseconds since 1970. */
  readonly started: number;
}

export interface Lock {
  /** Gives the lock back; harmless when called again. */
  release(): Promise<void>;
}

/** The running process as owner of a lock. */
export function currentOwner(): LockOwner {
  return { pid: process.pid, host: hostname(), started: Math.round(performance.timeOrigin) };
}

/**
 * Takes the lock of an index folder, in place of a dead process if need be.
 * @throws CharmError `index-locked` when another process holds it, `index-read-only` when the folder cannot be written
 */
export async function takeLock(folder: string, owner: LockOwner = currentOwner()): Promise<Lock> {
  const path = join(folder, lockName);
  const content = JSON.stringify(owner);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createFile(path, content, folder)) return holdLock(path, content);
    const found = await readLock(path);
    if (found === null) continue;
    if (!(await isAbandoned(found, owner))) throw lockedIndex(folder, path, found.owner);
    await putAside(path, found.content);
  }
  throw lockedIndex(folder, path, null);
}

function holdLock(path: string, content: string): Lock {
  let held = true;
  return {
    async release() {
      if (!held) return;
      held = false;
      const now = await readLock(path);
      if (now?.content === content) await rm(path, { force: true });
    },
  };
}

/** False when the file is there already. */
async function createFile(path: string, content: string, folder: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (isPermissionProblem(error)) throw readOnlyIndex(folder, error);
    throw error;
  }
}

interface FoundLock {
  readonly content: string;
  readonly owner: LockOwner | null;
  readonly modified: number;
}

/** Null when there is no lock file (any more). */
async function readLock(path: string): Promise<FoundLock | null> {
  try {
    const content = await readFile(path, "utf8");
    const { mtimeMs } = await stat(path);
    return { content, owner: parseOwner(content), modified: mtimeMs };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function parseOwner(content: string): LockOwner | null {
  try {
    const value = JSON.parse(content) as Partial<LockOwner> | null;
    if (typeof value?.pid !== "number" || typeof value.host !== "string") return null;
    return { pid: value.pid, host: value.host, started: Number(value.started ?? 0) };
  } catch {
    return null;
  }
}

async function isAbandoned(found: FoundLock, self: LockOwner): Promise<boolean> {
  if (found.owner === null) return Date.now() - found.modified > unreadableGraceMs;
  if (found.owner.host !== self.host) return false;
  // In a container every run may get the same number: then only the time of its start tells them apart.
  if (found.owner.pid === self.pid) return found.owner.started !== self.started;
  return !isAlive(found.owner.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/**
 * Moves an abandoned lock out of the way. Another process may have done the same a moment ago and hold a lock of
 * its own by now: renaming takes exactly one file, and one that turns out to be another is put back.
 */
async function putAside(path: string, expected: string): Promise<void> {
  const aside = `${path}.${process.pid}.old`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = await readFile(aside, "utf8");
  if (moved === expected) await rm(aside, { force: true });
  else await rename(aside, path);
}

function lockedIndex(folder: string, path: string, owner: LockOwner | null): CharmError {
  const holder =
    owner === null ? "another process" : `process ${owner.pid} on ${owner.host || "this machine"}`;
  return new CharmError("index-locked", `The index ${folder} is being written by ${holder}.`, {
    hint: `Wait until it ends and run again. If no such process runs any more, delete ${path}.`,
  });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
