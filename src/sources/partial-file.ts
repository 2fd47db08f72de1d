// Takes a document of the catalogue; keeps what came of its file where a download is cut off, in a hidden folder of the corpus.
import { constants, lstat, mkdir, open, rm, rmdir, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { CharmError } from "../errors.ts";
import { takeLockFile, type Lock } from "../files/lock-file.ts";
import { readFile } from "../files/read-file.ts";

/** Of no use to anybody after that: 30 days, in milliseconds. */
const longestKept = 30 * 24 * 60 * 60 * 1000;
/** Far longer than a file may take to come: a lock that is older was left by a run on a machine that is gone. */
const longestHeld = 60 * 60 * 1000;
/** One line before the bytes, which says what they are. */
const mostHead = 4096;
/** Below the corpus; hidden, so that nothing in it is taken for a document. */
const folders = [".charm", "pull"];

/** The file that bytes are of, told beyond doubt: they may be joined to others of it. */
export interface FileMark {
  /** Where it came from, after redirections. */
  readonly from: string;
  /** `ETag`, a strong one, or `Last-Modified`, as it was sent. */
  readonly by: "etag" | "last-modified";
  readonly validator: string;
  /** Of the whole file, in bytes. */
  readonly length: number;
  /** Media type. */
  readonly type: string;
}

/** What `If-Range` may be sent: nothing read from a file reaches a header that is not one of these. */
const validators = {
  etag: /^"[\u0021\u0023-\u007E]{0,200}"$/,
  "last-modified": /^[\w,: ]{20,40}$/,
};

const head = z.strictObject({
  asked: z.string(),
  begun: z.number(),
  from: z.string(),
  by: z.enum(["etag", "last-modified"]),
  validator: z.string(),
  length: z.int().positive(),
  type: z.string(),
});
type Head = z.infer<typeof head>;

export interface PartialBytes extends FileMark {
  /** At least one, and fewer than the whole. */
  readonly bytes: Uint8Array;
}

/** Never throws: where nothing can be kept, the next run begins anew, as without it. */
export interface PartialFile {
  /** From an earlier run; null for none. */
  readonly found: PartialBytes | null;
  /** Bytes that the next run would find. */
  readonly kept: () => number;
  /** Throws away what is there; what is appended from now on is the file from its beginning. */
  readonly begin: (mark: FileMark) => Promise<void>;
  /** What is appended from now on comes after the bytes that were found. */
  readonly goOn: () => Promise<void>;
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly drop: () => Promise<void>;
  /** Keeps what there is, for the next run; leaves no trace where that is nothing. */
  readonly close: () => Promise<void>;
}

/**
 * What was kept is thrown away where it is of another address or older than the edition that is asked for.
 * @param corpus absolute path
 * @param id of the document in the catalogue
 * @param asked address of its file
 * @param since when that edition appeared, in milliseconds since 1970; null where nobody says
 * @returns null where nothing can be kept: another run fetches the same document, or the corpus cannot be written to
 */
export async function openPartialFile(
  corpus: string,
  id: string,
  asked: string,
  since: number | null,
): Promise<PartialFile | null> {
  const name = id.replaceAll(/[^\w-]/g, "_").slice(0, 80);
  const path = join(corpus, ...folders, `${name}.part`);
  let made: string | null;
  try {
    made = await makeFolders(corpus);
  } catch {
    return null;
  }
  const tidy = () => removeEmpty(corpus, made);
  const lock = await takeLock(`${path}.lock`).catch(() => null);
  if (lock === null) {
    await tidy();
    return null;
  }
  const there = await readPartial(path);
  const oldest = Math.max(Date.now() - longestKept, since ?? 0);
  if (there !== null && there.asked === asked && there.begun >= oldest)
    return keepIn({ path, asked, lock, there, tidy });
  await rm(path, { force: true }).catch(() => {});
  return keepIn({ path, asked, lock, there: null, tidy });
}

async function takeLock(path: string): Promise<Lock> {
  const found = await lstat(path).catch(() => null);
  if (found !== null && Date.now() - found.mtimeMs > longestHeld) await rm(path, { force: true });
  return takeLockFile(path, { held, unwritable: () => null });
}

function held(holder: string): CharmError {
  return new CharmError("pull-running", `${holder} fetches the same document.`);
}

/** A link in the place of a folder could lead out of the corpus. @returns the first folder on the way to it that was not there */
async function makeFolders(corpus: string): Promise<string | null> {
  const made = await mkdir(corpus, { recursive: true });
  let folder = corpus;
  for (const name of folders) {
    folder = join(folder, name);
    await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EEXIST") throw cause;
    });
    if (!(await lstat(folder)).isDirectory())
      throw new CharmError("not-a-folder", `${folder} is no folder.`);
  }
  return made ?? null;
}

/** From the innermost folder out to the last that was made here; one in which something lies stays, and those around it. */
async function removeEmpty(corpus: string, made: string | null): Promise<void> {
  const last = made ?? join(corpus, folders[0] ?? "");
  let folder = join(corpus, ...folders);
  try {
    for (;;) {
      await rmdir(folder);
      if (folder.length <= last.length) return;
      folder = dirname(folder);
    }
  } catch {
    // Something lies in it.
  }
}

interface ReadPartial extends Head {
  readonly bytes: Uint8Array;
  /** Of the line before the bytes, with its end. */
  readonly headBytes: number;
}

/** Null for none, and for what cannot be joined to anything. */
async function readPartial(path: string): Promise<ReadPartial | null> {
  try {
    const all = await readFile(path);
    const end = all.subarray(0, mostHead).indexOf("\n");
    const said = head.parse(JSON.parse(all.subarray(0, Math.max(0, end)).toString()));
    const bytes = all.subarray(end + 1);
    if (bytes.length === 0 || bytes.length > said.length) return null;
    if (!validators[said.by].test(said.validator)) return null;
    // Cut off after its last byte: that byte is asked for again, since a file has no range of no bytes.
    const kept = bytes.subarray(0, said.length - 1);
    return kept.length === 0 ? null : { ...said, bytes: kept, headBytes: end + 1 };
  } catch {
    return null;
  }
}

interface Keeping {
  readonly path: string;
  readonly asked: string;
  readonly lock: Lock;
  readonly there: ReadPartial | null;
  readonly tidy: () => Promise<void>;
}

function keepIn({ path, asked, lock, there, tidy }: Keeping): PartialFile {
  let file: FileHandle | null = null;
  let size = there?.bytes.length ?? 0;
  const shut = async () => {
    await file?.close().catch(() => {});
    file = null;
  };
  const drop = async () => {
    await shut();
    size = 0;
    await rm(path, { force: true }).catch(() => {});
  };
  return {
    found: there,
    kept: () => size,
    drop,
    async begin({ from, by, validator, length, type }) {
      await drop();
      if (!validators[by].test(validator)) return;
      const said: Head = { asked, begun: Date.now(), from, by, validator, length, type };
      try {
        file = await open(path, "wx");
        await file.writeFile(`${JSON.stringify(said)}\n`);
      } catch {
        await drop();
      }
    },
    async goOn() {
      if (there === null) return;
      try {
        // Not through a link that has come into its place meanwhile; Windows has no such flag.
        const flags = constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);
        file = await open(path, flags);
        await file.truncate(there.headBytes + there.bytes.length);
      } catch {
        await drop();
      }
    },
    async append(bytes) {
      if (file === null) return;
      try {
        await file.appendFile(bytes);
        size += bytes.length;
      } catch {
        // On a full disk: the file may still find room in memory.
        await drop();
      }
    },
    async close() {
      await shut();
      if (size === 0) await rm(path, { force: true }).catch(() => {});
      await lock.release().catch(() => {});
      await tidy();
    },
  };
}
