// Takes a fetched edition and the corpus; leaves it there as a file of its own, with where it came from in sources.yaml.
import { mkdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { readFile } from "../files/read-file.ts";
import { hashOf } from "../text/hash-of.ts";
import { CharmError, messageOf } from "../errors.ts";
import { extract } from "../extract/extract.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import type { CatalogueEntry } from "../sources/catalogue.ts";
import type { FetchedEdition } from "../sources/fetch-edition.ts";
import { noteSource } from "./note-source.ts";
import { placeEdition, type EditionPlace, type HeldEditions } from "./place-edition.ts";

export interface PullPlace {
  /** Absolute path of the corpus. */
  readonly corpus: string;
  /** Folder below it that takes the file, with forward slashes; empty for the corpus itself. */
  readonly folder: string;
}

export interface PulledSource extends EditionPlace {
  readonly id: string;
  readonly title: string;
  /** `unchanged`: these very bytes are held. */
  readonly status: "pulled" | "unchanged";
  /** Below the corpus. */
  readonly file: string;
  readonly sha256: string;
  /** Where it came from. */
  readonly url: string;
  /** ISO date that was noted for it; null where none was. */
  readonly date: string | null;
}

/**
 * Nothing is written before the new file has been read to its end, and nothing that is there is replaced.
 * @throws CharmError `source-refused` for a file that charm cannot read, `output-failed`, `sources-invalid`
 */
export async function pullSource(
  entry: CatalogueEntry,
  edition: FetchedEdition,
  held: HeldEditions,
  { corpus, folder }: PullPlace,
  signal: AbortSignal,
): Promise<PulledSource> {
  const { url, date, bytes, isDated } = edition;
  const sha256 = hashOf(bytes);
  const about = { id: entry.id, title: entry.title, sha256, url };
  const same = isDated
    ? held.all.find((one) => one.sha256 === sha256)
    : held.current?.sha256 === sha256 && held.current;
  if (same) {
    const place = { supersedes: null, supersededBy: null };
    return { ...about, status: "unchanged", file: same.file, date: same.date, ...place };
  }
  await requireReadable(edition, signal);
  const file = await chooseName(edition, sha256, { corpus, folder });
  const place = placeEdition(edition, file, held);
  try {
    await mkdir(join(corpus, folder), { recursive: true });
    await replaceFile(join(corpus, file), bytes);
    await note(entry, edition, { file, ...place }, corpus);
  } catch (cause) {
    if (cause instanceof CharmError) throw cause;
    throw new CharmError("output-failed", `${file} cannot be written. ${messageOf(cause)}`, {
      hint: "Check who may write to the corpus, and the space on the disk.",
      cause,
    });
  }
  return { ...about, status: "pulled", file, date, ...place };
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
    ...(date === null || stem.endsWith(date) ? [] : [`${stem}-${date}${ending}`]),
    `${stem}-${sha256.slice(0, 8)}${ending}`,
  ].map((one) => (folder === "" ? one : `${folder}/${one}`));
  for (const one of names) {
    const there = await readFile(join(corpus, one)).catch(() => null);
    if (there === null || hashOf(there) === sha256) return one;
  }
  return names.at(-1) ?? name;
}

/** The edition that takes its place is said to do so last: until then both stand beside each other. */
async function note(
  { title, authority, licence }: CatalogueEntry,
  { url, date }: FetchedEdition,
  { file, supersedes, supersededBy }: EditionPlace & { readonly file: string },
  corpus: string,
): Promise<void> {
  await noteSource(corpus, {
    file,
    title,
    authority,
    url,
    licence,
    ...(date === null ? {} : { date }),
    ...(supersedes === null ? {} : { supersedes }),
  });
  if (supersededBy !== null) await noteSource(corpus, { file: supersededBy, supersedes: file });
}
