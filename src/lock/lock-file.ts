// Takes folders; reads the locks in them, writes them whole, and finds those below a folder.
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import { compareText } from "../text/compare-text.ts";
import { emptyLock, lockName, type Lock, type LockedPolicy, type LockedReport } from "./lock.ts";
import { readLock } from "./read-lock.ts";
import { writeLock } from "./write-lock.ts";

/** The lock of a folder; an empty one where there is none. @throws CharmError as `readLock`, and `lock-unreadable` */
export async function loadLock(folder: string): Promise<Lock> {
  const path = join(folder, lockName);
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw new CharmError("lock-unreadable", `${path} cannot be read.`, {
      hint: "Check that it is a file and that you may read it.",
      cause,
    });
  });
  return text === null ? emptyLock : readLock(text, path);
}

/**
 * Leaves the file as it is where it says the same already.
 * @returns whether anything was written
 * @throws CharmError `lock-not-written`
 */
export async function saveLock(folder: string, lock: Lock): Promise<boolean> {
  const path = join(folder, lockName);
  const text = writeLock(lock);
  const held = await readFile(path, "utf8").catch(() => null);
  if (held === text) return false;
  await replaceFile(path, text).catch((cause: unknown) => {
    throw new CharmError("lock-not-written", `${path} could not be written.`, {
      hint: "The reports beside it are whole. Check who may write there, and run the command again.",
      cause,
    });
  });
  return true;
}

/** The lock with these entries in the place of those of the same names. */
export function withEntries(
  lock: Lock,
  reports: readonly LockedReport[],
  policies: readonly LockedPolicy[] = [],
): Lock {
  return {
    reports: merge(lock.reports, reports),
    policies: merge(lock.policies, policies),
  };
}

/** The lock without the entries of these files. */
export function withoutEntries({ reports, policies }: Lock, files: ReadonlySet<string>): Lock {
  return {
    reports: reports.filter(({ file }) => !files.has(file)),
    policies: policies.filter(({ file }) => !files.has(file)),
  };
}

function merge<T extends { readonly file: string }>(held: readonly T[], fresh: readonly T[]): T[] {
  const byFile = new Map([...held, ...fresh].map((one) => [one.file, one]));
  return [...byFile.values()].toSorted((a, b) => compareText(a.file, b.file));
}

/** A lock that paths lead to, and which of its files they mean. */
export interface FoundLock {
  /** Folder of the lock. */
  readonly folder: string;
  /** Names in the folder; null for all. */
  readonly files: ReadonlySet<string> | null;
}

/**
 * Of a folder, its lock and those below it, hidden folders and node_modules left out; of a file, the lock beside it.
 * @param paths absolute
 * @throws CharmError `path-missing`
 */
export async function findLocks(paths: readonly string[]): Promise<FoundLock[]> {
  const found = new Map<string, Set<string> | null>();
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (one) => one.isDirectory(),
      () => false,
    );
    if (isFolder) for (const folder of await foldersWithLock(path)) found.set(folder, null);
    // A report that was deleted may still be in the lock.
    else await addFile(path, found);
  }
  return [...found]
    .map(([folder, files]) => ({ folder, files }))
    .toSorted((a, b) => compareText(a.folder, b.folder));
}

async function addFile(path: string, found: Map<string, Set<string> | null>): Promise<void> {
  const folder = dirname(path);
  if (basename(path) === lockName) {
    found.set(folder, null);
    return;
  }
  const { reports, policies } = await loadLock(folder);
  const known = [...reports, ...policies].some(({ file }) => file === basename(path));
  if (!known && !(await isThere(path))) {
    throw new CharmError("path-missing", `There is no ${path}.`, {
      hint: "Give reports, folders of reports, or policies.",
    });
  }
  const files = found.get(folder);
  if (files !== null) found.set(folder, new Set([...(files ?? []), basename(path)]));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function foldersWithLock(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries.filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules",
  );
  const own = entries.some(({ name }) => name === lockName) ? [folder] : [];
  const inside: string[] = [];
  for (const { name } of below) inside.push(...(await foldersWithLock(join(folder, name))));
  return [...own, ...inside];
}
