// One process at a time: a lock file, naming the process that holds it.
import { readFileSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { readFile } from "./read-file.ts";
import type { CharmError } from "../errors.ts";

/** A lock file without a readable owner counts as being written for this long, then as left behind. */
const unreadableGraceMs = 5_000;

/** Who holds a lock. `started` tells processes apart that were given the same number. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, milliseconds since 1970. */
  readonly started: number;
  /** What the system tells the process by, and no other from its first day on; null where it does not say. */
  readonly birth: string | null;
}

export interface Lock {
  /** Gives the lock back; harmless when called again. */
  release(): Promise<void>;
}

/** The running process as owner of a lock. */
export function currentOwner(): LockOwner {
  const { pid } = process;
  const started = Math.round(performance.timeOrigin);
  return { pid, host: hostname(), started, birth: readState(pid)?.birth ?? null };
}

/** What taking a lock fails with. */
export interface LockFaults {
  /**
   * Another process holds it.
   * @param holder in words
   * @param host its machine, where that is another, so that nobody here can tell whether it still runs; else null
   */
  readonly held: (holder: string, host: string | null) => CharmError;
  /** The file cannot be made; null for the error of the file system itself. */
  readonly unwritable: (cause: unknown) => Error | null;
}

/**
 * Takes a lock, in place of a dead process if need be.
 * @throws CharmError as `faults` has it
 */
export async function takeLockFile(
  path: string,
  faults: LockFaults,
  owner: LockOwner = currentOwner(),
): Promise<Lock> {
  const content = JSON.stringify(owner);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createFile(path, content, faults)) return holdLock(path, content);
    const found = await readLock(path);
    if (found === null) continue;
    if (!isAbandoned(found, owner)) {
      const host = found.owner?.host ?? owner.host;
      throw faults.held(nameHolder(found.owner), host === owner.host ? null : host);
    }
    await putAside(path, found.content);
  }
  throw faults.held(nameHolder(null), null);
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
async function createFile(
  path: string,
  content: string,
  { unwritable }: LockFaults,
): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(content);
    } catch (error) {
      // On a full disk; without an owner it would be in the way of the next run.
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw unwritable(error) ?? error;
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
    const birth = typeof value.birth === "string" ? value.birth : null;
    return { pid: value.pid, host: value.host, started: Number(value.started ?? 0), birth };
  } catch {
    return null;
  }
}

function isAbandoned({ owner, modified }: FoundLock, self: LockOwner): boolean {
  if (owner === null) return Date.now() - modified > unreadableGraceMs;
  if (owner.host !== self.host) return false;
  // In a container every run may get the same number: then only the time of its start tells them apart.
  if (owner.pid === self.pid) return owner.started !== self.started || owner.birth !== self.birth;
  return !isAlive(owner);
}

/** Numbers of processes are given again, and one that has ended keeps its number until it is asked how it ended. */
function isAlive({ pid, birth }: LockOwner): boolean {
  if (!hasNumber(pid)) return false;
  const state = readState(pid);
  if (state === null) return true;
  return !state.ended && (birth === null || birth === state.birth);
}

/** What Linux says of a process (proc(5)); null elsewhere, and where it may not be read. */
function readState(pid: number): { readonly ended: boolean; readonly birth: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const [state = "", ticks = ""] = [fields[0], fields[19]];
    return ticks === "" ? null : { ended: /^[ZXx]$/.test(state), birth: `${boot} ${ticks}` };
  } catch {
    return null;
  }
}

function hasNumber(pid: number): boolean {
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

function nameHolder(owner: LockOwner | null): string {
  if (owner === null) return "another process";
  return `process ${owner.pid} on ${owner.host || "this machine"}`;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
