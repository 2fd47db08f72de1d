// Takes a corpus folder; gives the documents and sources.yaml files under it, and says what it left out and why.
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Problem } from "../document.ts";

/** Extensions of the documents that can be read. */
export const documentExtensions = [".pdf", ".txt", ".md", ".docx", ".html", ".htm"] as const;

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
}

export interface Listing {
  readonly documents: ListedFile[];
  readonly sources: ListedFile[];
  readonly problems: FileProblem[];
}

interface Entry extends Pick<ListedFile, "file" | "path"> {
  readonly name: string;
}

/** Walks a folder. Hidden files and folders, lock files of office programs and node_modules are passed over. */
export async function listFiles(root: string): Promise<Listing> {
  const listing: Listing = { documents: [], sources: [], problems: [] };
  await walk(root, "", await realpath(root), listing);
  for (const list of Object.values(listing)) {
    (list as { file: string }[]).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }
  return listing;
}

async function walk(folder: string, below: string, root: string, listing: Listing): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    if (below === "") throw cause;
    listing.problems.push(problem(below, "unreadable", "This folder cannot be opened."));
    return;
  }
  for (const name of names.sort()) {
    if (name.startsWith(".") || name.startsWith("~$") || name === "node_modules") continue;
    const file = (below === "" ? name : `${below}/${name}`).normalize("NFC");
    await visit({ name, file, path: join(folder, name) }, root, listing);
  }
}

async function visit(entry: Entry, root: string, listing: Listing): Promise<void> {
  const { name, file, path } = entry;
  try {
    const own = await lstat(path);
    if (own.isDirectory()) return await walk(path, file, root, listing);
    const list = listFor(name, listing);
    if (own.isSymbolicLink()) {
      const refusal = await refuseLink(path, root, list !== null);
      if (refusal) listing.problems.push(problem(file, "link-not-followed", refusal));
      if (refusal !== null) return;
    }
    if (name === "sources.yml") {
      listing.problems.push(
        problem(file, "not-read", `It is read only under the name ${sourcesName}.`),
      );
    }
    if (!list) return;
    if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name)) {
      const message = "Its name holds control characters; rename it.";
      listing.problems.push(problem(JSON.stringify(file), "unsafe-name", message));
      return;
    }
    const { size, mtimeMs } = await stat(path);
    list.push({ file, path, bytes: size, modified: mtimeMs });
  } catch (cause) {
    // Gone since the folder was read, or not ours to look at.
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    listing.problems.push(problem(file, "unreadable", "It cannot be opened."));
  }
}

function listFor(name: string, listing: Listing): ListedFile[] | null {
  if (name === sourcesName) return listing.sources;
  const extension = extname(name).toLowerCase();
  return documentExtensions.some((known) => known === extension) ? listing.documents : null;
}

/** Null when the link may be followed: to a file inside the corpus. An empty text refuses without a word. */
async function refuseLink(path: string, root: string, wanted: boolean): Promise<string | null> {
  let target: string;
  try {
    target = await realpath(path);
  } catch {
    return wanted ? "It is a link that leads nowhere." : "";
  }
  const found = await stat(target);
  if (!wanted && !found.isDirectory()) return "";
  if (!target.startsWith(root + sep))
    return "It is a link that leads out of the corpus; copy the file here.";
  return found.isFile() ? null : "It is a link to a folder; links are followed only to files.";
}

function problem(file: string, code: string, message: string): FileProblem {
  return { file, code, pages: [], message };
}
