// Takes a corpus folder; gives the documents and sources.yaml files under it, and says what it left out and why.
import { isUtf8 } from "node:buffer";
import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Problem } from "../document.ts";
import { adviceFor, readerOf } from "../extract/kinds.ts";
import { nodeOf } from "../files/node-of.ts";

/** The file beside documents that says what they are. */
export const sourcesName = "sources.yaml";

/** Something about one file that its owner should know. */
export interface FileProblem extends Problem {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string;
}

export interface ListedFile {
  /** Path below the corpus folder, with forward slashes, in Unicode form C: the same on every file system. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  /** Last modification, milliseconds since the epoch. */
  readonly modified: number;
  /**
   * Changes whenever the file system notes a change of the file, even one that leaves size and time of modification as
   * they were; it may change without one. Left out where files are not looked at on a disk.
   */
  readonly stamp?: string;
  /** Of a link: absolute path of the file that it leads to. */
  readonly target?: string;
  /** Of a file that has more names than this one (hard links): what tells it from all other files. */
  readonly node?: string;
}

export interface Listing {
  readonly documents: ListedFile[];
  readonly sources: ListedFile[];
  /** Files that are not read, with what to do; `not-read`. */
  readonly unread: FileProblem[];
  readonly problems: FileProblem[];
  /** Files and folders that are there and cannot be looked at: what is known of them, or lies in them, is not gone. */
  readonly closed: string[];
}

interface Entry extends Pick<ListedFile, "file" | "path"> {
  readonly name: string;
}

const checkRights = "Check who may read it.";

/** Names that a system or program leaves beside documents: nobody wrote them, and nobody misses them. */
const leavings =
  /^(?:\.|~\$|~WR[DL]\d*\.tmp$|(?:eh)?thumbs\.db$|charm\.lock\.json$|desktop\.ini$|icon\r$)/i;

/**
 * Walks a folder. Hidden files and folders, leavings of systems and office programs and node_modules are passed over
 * without a word; every other file that is not read is told.
 */
export async function listFiles(root: string): Promise<Listing> {
  const listing: Listing = { documents: [], sources: [], unread: [], problems: [], closed: [] };
  await walk(root, "", await realpath(root), listing);
  const { documents, sources, unread, problems } = listing;
  for (const list of [documents, sources, unread, problems] as { file: string }[][]) {
    list.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }
  leaveTwins(listing);
  return listing;
}

/** Of files whose names differ only in how their letters are written, one would take the place of the other. */
function leaveTwins({ documents, sources, problems }: Listing): void {
  for (const list of [documents, sources]) {
    for (let at = list.length - 1; at > 0; at -= 1) {
      const file = list[at]?.file ?? "";
      if (list[at - 1]?.file !== file) continue;
      list.splice(at, 1);
      const message =
        "It is there twice, under names that look alike and differ in how their accents are written; only one is read. Rename the other.";
      problems.push(problem(file, "same-name", message));
    }
  }
}

async function walk(folder: string, below: string, root: string, listing: Listing): Promise<void> {
  let names: string[];
  try {
    names = await readNames(folder, below, listing);
  } catch (cause) {
    if (below === "") throw cause;
    // Gone since the folder above was read.
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    const message = `This folder cannot be opened. ${checkRights}`;
    listing.problems.push(problem(below, "unreadable", message));
    listing.closed.push(below);
    return;
  }
  const pages = new Set(names.flatMap((name) => /^(.+)\.x?html?$/i.exec(name)?.[1] ?? []));
  for (const name of names.sort()) {
    if (leavings.test(name) || name === "node_modules") continue;
    const file = (below === "" ? name : `${below}/${name}`).normalize("NFC");
    const page = /^(.+)[_-](?:files|dateien|filer)$/i.exec(name)?.[1];
    if (page !== undefined && pages.has(page)) {
      // What a browser saves beside a web page: pictures, scripts, advertisements.
      const message = `It holds the parts of the saved web page “${page}”; only the page is read.`;
      listing.unread.push(problem(file, "not-read", message));
      continue;
    }
    await visit({ name, file, path: join(folder, name) }, root, listing);
  }
}

/** A file may be called by any bytes; under a name that is no text, nothing could be said of it or read from it. */
async function readNames(folder: string, below: string, listing: Listing): Promise<string[]> {
  const names: string[] = [];
  for (const bytes of await readdir(folder, { encoding: "buffer" })) {
    const name = bytes.toString("utf8");
    if (isUtf8(bytes)) names.push(name);
    else {
      const shown = [...bytes].map((byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
      );
      const file = JSON.stringify(below === "" ? shown.join("") : `${below}/${shown.join("")}`);
      const message = `Its name is not written in UTF-8, and it is not read; rename it.`;
      listing.problems.push(problem(file.replaceAll("\\\\", "\\"), "unsafe-name", message));
    }
  }
  return names;
}

async function visit(entry: Entry, root: string, listing: Listing): Promise<void> {
  const { name, file, path } = entry;
  try {
    const own = await lstat(path);
    if (own.isDirectory()) {
      if (name === sourcesName)
        listing.problems.push(
          problem(file, "not-read", "It is a folder; only a file tells of documents."),
        );
      return await walk(path, file, root, listing);
    }
    let target: string | undefined;
    if (own.isSymbolicLink()) {
      const followed = await followLink(path, root);
      if (followed.refusal !== null) {
        listing.problems.push(problem(file, "link-not-followed", followed.refusal));
        return;
      }
      ({ target } = followed);
    }
    if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name)) {
      const message = "Its name holds control characters; rename it.";
      const shown = JSON.stringify(file).replace(
        /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      listing.problems.push(problem(shown, "unsafe-name", message));
      return;
    }
    const list = listFor(name, listing);
    const found = await stat(path);
    if (!found.isFile()) {
      // Opening a pipe or a device may wait without end.
      const message = "It is no file but a pipe, socket or device; put the document itself here.";
      listing.unread.push(problem(file, "not-read", message));
      return;
    }
    if (list === null) {
      listing.unread.push(problem(file, "not-read", adviceOn(name)));
      return;
    }
    list.push({
      file,
      path,
      bytes: found.size,
      modified: found.mtimeMs,
      stamp: stampOf(found),
      ...(target === undefined ? {} : { target }),
      ...nodeOf(found),
    });
  } catch (cause) {
    // Gone since the folder was read, or not ours to look at.
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    const message = `It cannot be opened. ${checkRights}`;
    listing.problems.push(problem(file, "unreadable", message));
    listing.closed.push(file);
  }
}

/** Time of the last change of anything about a file, which no program can set back, and which file it is. */
export function stampOf({ ctimeMs, ino }: Pick<Stats, "ctimeMs" | "ino">): string {
  return `${ctimeMs} ${ino}`;
}

function listFor(name: string, listing: Listing): ListedFile[] | null {
  if (name === sourcesName) return listing.sources;
  return readerOf(extname(name)) === null ? null : listing.documents;
}

function adviceOn(name: string): string {
  if (name === "sources.yml") return `It is read only under the name ${sourcesName}.`;
  const extension = extname(name).toLowerCase();
  const kind = extension === "" ? "Files without an extension" : `Files of the kind “${extension}”`;
  return `${kind} are not read. ${adviceFor(extension)}`;
}

type FollowedLink =
  | { readonly refusal: string }
  | { readonly refusal: null; readonly target: string };

/** Where it leads; links are followed only to files inside the corpus. */
async function followLink(path: string, root: string): Promise<FollowedLink> {
  let target: string;
  try {
    target = await realpath(path);
  } catch (cause) {
    const isCircle = (cause as NodeJS.ErrnoException).code === "ELOOP";
    return { refusal: `It is a link that leads ${isCircle ? "in a circle" : "nowhere"}.` };
  }
  if (target !== root && !target.startsWith(root + sep))
    return { refusal: "It is a link that leads out of the corpus; copy the file here." };
  const found = await stat(target);
  return found.isDirectory()
    ? { refusal: "It is a link to a folder; links are followed only to files." }
    : { refusal: null, target };
}

/** Of the whole of a file. */
export function problem(file: string, code: string, message: string): FileProblem {
  return { file, code, pages: [], message };
}
