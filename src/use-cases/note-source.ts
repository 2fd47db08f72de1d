// Takes what is to be said of a file of the corpus; says it in the sources.yaml that describes the file, or in the corpus' own.
import { mkdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { readFile } from "../files/read-file.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import { hasEntry, setEntry, type EntryFields } from "../settings/set-entry.ts";

const name = "sources.yaml";

/**
 * A file that two of them described would stop every later command.
 * @param corpus absolute path
 * @param entry `file` below the corpus, with forward slashes
 * @throws CharmError `sources-invalid`; else the error of the file system
 */
export async function noteSource(
  corpus: string,
  entry: EntryFields & { readonly file: string },
): Promise<void> {
  for (let folder = posix.dirname(entry.file); folder !== "."; folder = posix.dirname(folder)) {
    const file = posix.relative(folder, entry.file);
    const path = join(corpus, folder, name);
    const text = await readText(path);
    if (text === "" || !(await hasEntry(text, file))) continue;
    return replaceFile(path, await setEntry(text, { ...entry, file }, `${folder}/${name}`));
  }
  const path = join(corpus, name);
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, await setEntry(await readText(path), entry, name));
}

/** Empty where there is none. */
async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "";
    throw cause;
  });
}
