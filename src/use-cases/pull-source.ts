// Takes a fetched edition and the corpus; leaves it there as a file of its own, with where it came from in sources.yaml.
import { mkdir } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { hashOf } from "../text/hash-of.ts";
import { CharmError, messageOf } from "../errors.ts";
import { extract } from "../extract/extract.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import { setEntry } from "../settings/set-entry.ts";
import type { CatalogueEntry } from "../sources/catalogue.ts";
import type { FetchedEdition } from "../sources/fetch-edition.ts";
import type { HeldDocument } from "../sources/find-held.ts";

export interface PullPlace {
  /** Absolute path of the corpus. */
  readonly corpus: string;
  /** Folder below it that takes the file, with forward slashes; empty for the corpus itself. */
  readonly folder: string;
}

export interface PulledSource {
  readonly id: string;
  readonly title: string;
  /** `unchanged`: these very bytes are held. */
  readonly status: "pulled" | "unchanged";
  /** Below the corpus. */
  readonly file: string;
  readonly sha256: string;
  /** File that it takes the place of, which stays where it is; null for none. */
  readonly supersedes: string | null;
}

/**
 * Nothing is written before the new file has been read to its end, and nothing that is there is replaced.
 * @throws CharmError `source-refused` for a file that charm cannot read, `output-failed`, `sources-invalid`
 */
export async function pullSource(
  entry: CatalogueEntry,
  edition: FetchedEdition,
  held: HeldDocument | null,
  { corpus, folder }: PullPlace,
  signal: AbortSignal,
): Promise<PulledSource> {
  const sha256 = hashOf(edition.bytes);
  const about = { id: entry.id, title: entry.title, sha256 };
  if (held?.sha256 === sha256)
    return { ...about, status: "unchanged", file: held.file, supersedes: null };
  await requireReadable(edition, signal);
  const file = await chooseName(edition, sha256, { corpus, folder });
  const supersedes = held === null || held.file === file ? null : held.file;
  try {
    await mkdir(join(corpus, folder), { recursive: true });
    await replaceFile(join(corpus, file), edition.bytes);
    await note(entry, edition, { file, supersedes }, corpus);
  } catch (cause) {
    if (cause instanceof CharmError) throw cause;
    throw new CharmError("output-failed", `${file} cannot be written. ${messageOf(cause)}`, {
      hint: "Check who may write to the corpus, and the space on the disk.",
      cause,
    });
  }
  return { ...about, status: "pulled", file, supersedes };
}

async function requireReadable({ name, bytes, url }: FetchedEdition, signal: AbortSignal) {
  const reader = openGuardedReader();
  try {
    const { pages } = await extract({ file: name }, bytes, { reader, signal });
    if (pages.some(({ lines }) => lines.length > 0)) return;
    throw new CharmError("no-text", "It has no text.");
  } catch (cause) {
    signal.throwIfAborted();
    throw new CharmError("source-refused", `${url} is not taken: ${messageOf(cause)}`, {
      hint: "Nothing was replaced. Look at the page in a browser.",
      cause,
    });
  } finally {
    await reader.close();
  }
}

/** As its publisher calls it; with its date, then with its sum, where a file of that name and other bytes is there. */
async function chooseName(
  { name, date }: FetchedEdition,
  sha256: string,
  { corpus, folder }: PullPlace,
): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  const names = [
    name,
    ...(date === null ? [] : [`${stem}-${date}${ending}`]),
    `${stem}-${sha256.slice(0, 8)}${ending}`,
  ].map((one) => (folder === "" ? one : `${folder}/${one}`));
  for (const one of names) {
    const there = await readFile(join(corpus, one)).catch(() => null);
    if (there === null || hashOf(there) === sha256) return one;
  }
  return names.at(-1) ?? name;
}

async function note(
  { title, authority, licence }: CatalogueEntry,
  { url, date }: FetchedEdition,
  { file, supersedes }: { readonly file: string; readonly supersedes: string | null },
  corpus: string,
): Promise<void> {
  const path = join(corpus, "sources.yaml");
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "";
    throw cause;
  });
  const entry = {
    file,
    title,
    authority,
    url,
    licence,
    ...(date === null ? {} : { date }),
    ...(supersedes === null ? {} : { supersedes }),
  };
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, await setEntry(text, entry, "sources.yaml"));
}
