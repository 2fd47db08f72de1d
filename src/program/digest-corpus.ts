// Takes a day, a lock or an older copy of the corpus; gives the digest of what changed since, as far as the corpus can tell.
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { hashOf } from "../text/hash-of.ts";
import type { ComparedEdition } from "../compare/comparison.ts";
import type { Digest } from "../digest/digest.ts";
import { discoverCorpus } from "../discover/discover-corpus.ts";
import { CharmError } from "../errors.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { readFile } from "../files/read-file.ts";
import { isNamed } from "../library/in-force.ts";
import { isFieldTitle } from "../field/of-field.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import { firstOfEach } from "../lists.ts";
import { lockName, type Lock } from "../lock/lock.ts";
import { readLock } from "../lock/read-lock.ts";
import { isDay } from "../text/is-day.ts";
import { makeDigest, type DigestSources, type EditionPair } from "../use-cases/make-digest.ts";
import type { ReadMeans } from "../use-cases/read-checked.ts";
import { readEdition, toEdition } from "../use-cases/read-edition.ts";
import { listTexts } from "./diff-files.ts";
import type { RunDeps } from "./run-deps.ts";
import type { DigestRequestOptions, Hooks } from "./services.ts";

/**
 * Brings the library up to date first.
 * @throws CharmError `since-unknown` for what is neither a day, a lock nor a folder, and as `readLock` and `listTexts`
 */
export async function digestCorpus(
  run: RunDeps,
  { since, against }: DigestRequestOptions,
  hooks: Hooks,
): Promise<Digest> {
  const path = resolve(run.surroundings.cwd, since);
  const found = await stat(path).catch(() => null);
  if (found === null && !isDay(since)) {
    throw new CharmError(
      "since-unknown",
      `--since ${since} is neither a day, a lock nor a folder.`,
      {
        hint: `Give a day (2026-01-31), a ${lockName}, or the folder of an older copy of the corpus.`,
      },
    );
  }
  // What is wrong with a lock is told before the library is opened, which may take minutes.
  const lock = found?.isFile() === true ? readLock(await readFile(path, "utf8"), since) : null;
  const reader = openGuardedReader();
  const library = await run.openLibrary(hooks);
  try {
    const means: ReadMeans = { signal: hooks.signal, reader };
    const sources =
      lock !== null
        ? sinceLock(lock, since, library)
        : found === null
          ? sinceDay(since, library)
          : await sinceFolder(path, since, library, means);
    return await makeDigest(sources, await listTexts(run, against), means);
  } finally {
    library.close();
    await reader.close();
  }
}

const noDate = "It states no date, so whether it changed is not known.";
const noEarlier = "No earlier edition of it is held, so what changed in it is not known.";

/** By what sources.yaml and the documents say of their dates and of what they supersede. */
function sinceDay(since: string, library: Library): DigestSources {
  const { documents } = library;
  const pairs: EditionPair[] = [];
  const added: ComparedEdition[] = [];
  const unknown: { file: string; why: string }[] = [];
  for (const document of documents) {
    const { file, supersedes, inForceFrom = null, date } = document;
    const from = inForceFrom ?? date;
    const older = documents.find(
      (one) => supersedes !== null && one !== document && isNamed(supersedes, one),
    );
    const isOld = documents.some(
      (one) => one !== document && one.supersedes !== null && isNamed(one.supersedes, document),
    );
    if (from === null) {
      if (!isOld) unknown.push({ file, why: noDate });
    } else if (since.startsWith(from) && since !== from) {
      unknown.push({
        file,
        why: `It is dated ${from}: whether that is before ${since} is not known.`,
      });
    } else if (from > since && older !== undefined) {
      pairs.push(toPair(older, document, library));
    } else if (from > since) {
      added.push(toEdition(document, []).edition);
      unknown.push({ file, why: noEarlier });
    }
  }
  return { since, pairs, added, removed: [], unknown, looked: documents.length };
}

const noOlder =
  "It has changed, and the edition that was cited is not held: charm status tells what was cited of it.";

/** By the editions that reports and policies rested on; documents that none of them cites are not looked at. */
function sinceLock({ reports, policies }: Lock, since: string, library: Library): DigestSources {
  const { documents } = library;
  const cited = [
    ...reports.flatMap(({ citations }) => citations),
    ...policies.flatMap(({ rests }) => rests),
  ].map(({ document }) => document);
  const pairs: EditionPair[] = [];
  const removed: ComparedEdition[] = [];
  const unknown: { file: string; why: string }[] = [];
  const distinct = firstOfEach(cited, ({ file, sha256 }) => `${file}#${sha256}`);
  for (const old of distinct) {
    // The newer edition may lie beside it, as another file that supersedes it.
    const held = documents.find(({ sha256 }) => sha256 === old.sha256);
    const now =
      documents.find(
        ({ supersedes }) => held && supersedes !== null && isNamed(supersedes, held),
      ) ?? documents.find(({ file }) => file === old.file);
    if (now?.sha256 === old.sha256) continue;
    if (now === undefined) removed.push({ ...old, field: isFieldTitle(old.title), ...nothing });
    else if (held === undefined) unknown.push({ file: now.file, why: noOlder });
    else pairs.push(toPair(held, now, library));
  }
  return { since, pairs, added: [], removed, unknown, looked: distinct.length };
}

/** What a lock does not say of an edition. */
const nothing = { pages: null, made: null, problems: [] };

function toPair(old: LibraryDocument, now: LibraryDocument, library: Library): EditionPair {
  const read = (one: LibraryDocument) => async () =>
    toEdition(one, await library.provisions(one.id));
  return { old: read(old), new: read(now), inForceFrom: now.inForceFrom ?? null };
}

/** Files of the same path with other bytes are editions of one document. */
async function sinceFolder(
  folder: string,
  since: string,
  library: Library,
  means: ReadMeans,
): Promise<DigestSources> {
  const { files } = await discoverCorpus(folder);
  const held = new Map(library.documents.map((one) => [one.file, one]));
  const pairs: EditionPair[] = [];
  const removed: ComparedEdition[] = [];
  const unknown: { file: string; why: string }[] = [];
  for (const { file, path } of files) {
    const now = held.get(file);
    held.delete(file);
    const old = () => readEdition(file, path, { corpus: folder, means });
    if (now === undefined) {
      try {
        removed.push((await old()).edition);
      } catch {
        means.signal?.throwIfAborted();
        unknown.push({ file, why: `The older ${basename(file)} cannot be read.` });
      }
    } else if ((await digestOf(path)) !== now.sha256) {
      const read = async () => toEdition(now, await library.provisions(now.id));
      pairs.push({ old, new: read, inForceFrom: now.inForceFrom ?? null });
    }
  }
  const added = [...held.values()].map((one) => toEdition(one, []).edition);
  return { since, pairs, added, removed, unknown, looked: library.documents.length };
}

async function digestOf(path: string): Promise<string> {
  return hashOf(await readFile(path));
}
