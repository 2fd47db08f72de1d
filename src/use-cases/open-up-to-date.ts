// Opens the library of a corpus, made or brought up to date first where the corpus is ahead of it.
import { chunkingVersion } from "../chunk/chunking-version.ts";
import { discoverCorpus, type CorpusHomes, type Discovery } from "../discover/discover-corpus.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import { createLibrary, openLibrary } from "../library/open-library.ts";
import { CharmError } from "../errors.ts";
import type { IndexEvent } from "./events.ts";
import { indexCorpus, type IndexReport } from "./index-corpus.ts";
import { planIndex } from "./plan-index.ts";
import { refuseLostHomes } from "./refuse-lost-homes.ts";

export interface LibraryPlace extends CorpusHomes {
  readonly corpus: string;
  /** Folder or URI of the LanceDB database. */
  readonly index: string;
}

export interface OpenDeps {
  /** Reads few texts quickly: embeds questions. */
  readonly queryEmbedder: Embedder;
  /** Reads many texts: embeds passages. Opened only when there is something to index. */
  readonly openIndexEmbedder: () => Promise<Embedder>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
}

/** Why the library must be brought up to date before it is used. */
export type Behind = "missing" | "unfinished" | "changed" | "other-chunking";

/** A library that is used though the corpus is ahead of it. */
export interface Older {
  /** Files of the corpus that it does not have, or has as they were, and those that it has and the corpus has not. */
  readonly files: number;
  /** Why it was not brought up to date, as a code of CharmError: another run writes, nobody may, or the disk is full. */
  readonly why: "index-locked" | "index-read-only" | "index-disk-full";
}

export interface UpToDateDeps extends OpenDeps {
  /** Called before indexing begins. */
  readonly onBehind: (why: Behind) => void;
  /** Called where a library stays behind the corpus. */
  readonly onOlder: (older: Older) => void;
}

/**
 * The library, up to date with the corpus; as it is where it cannot be written now. A reader waits for no writer, and a
 * writer's failure takes nothing from a reader.
 * @throws CharmError as `discoverCorpus`, `refuseLostHomes`, and as opening and indexing do
 */
export async function openUpToDate(place: LibraryPlace, deps: UpToDateDeps): Promise<Library> {
  const [library, discovery] = await Promise.all([
    openLibrary(place.index, deps.queryEmbedder),
    discoverCorpus(place.corpus, place),
  ]);
  if (library === null) {
    deps.onBehind("missing");
    return (await bringUpToDate({ ...place, paths: [], rebuild: false }, deps)).library;
  }
  const behind = await closeOnError(library, () => findBehind(library, discovery));
  if (behind === null) return library;
  try {
    deps.onBehind(behind.why);
    const report = await bringUpToDate({ ...place, paths: [], rebuild: false }, deps);
    library.close();
    return report.library;
  } catch (error) {
    const code = error instanceof CharmError ? error.code : null;
    const why = unwritable.find((one) => one === code);
    // One that is made anew in its place may be gone already when the disk is full.
    const isGone = behind.why === "other-chunking" && why === "index-disk-full";
    if (why === undefined || isGone || library.documents.length === 0) {
      library.close();
      throw error;
    }
    deps.onOlder({ files: behind.files, why });
    return library;
  }
}

const unwritable = ["index-locked", "index-read-only", "index-disk-full"] as const;

async function findBehind(
  library: Library,
  { files, isOnHold }: Discovery,
): Promise<{ readonly why: Behind; readonly files: number } | null> {
  refuseLostHomes(library.documents, files);
  const plan = await planIndex(files, library.documents, isOnHold);
  const changed = plan.toRead.length + plan.removed.length;
  if (library.metadata.chunking !== chunkingVersion)
    return { why: "other-chunking", files: changed };
  if (!library.finished) return { why: "unfinished", files: changed };
  return changed > 0 ? { why: "changed", files: changed } : null;
}

async function closeOnError<T>(library: Library, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    library.close();
    throw error;
  }
}

/** Indexes what changed; everything when asked to rebuild, or when passages are no longer made the way they were. */
export async function bringUpToDate(
  options: LibraryPlace & { readonly paths: readonly string[]; readonly rebuild: boolean },
  deps: OpenDeps,
): Promise<IndexReport> {
  // A corpus that is missing or empty must be said before an index is made for it.
  const { files } = await discoverCorpus(options.corpus, options);
  const embedder = await deps.openIndexEmbedder();
  try {
    const library = await openForWriting(options, embedder, files);
    return await indexCorpus(options, {
      library,
      embedder,
      signal: deps.signal,
      onEvent: deps.onEvent,
    });
  } finally {
    await embedder.close();
  }
}

async function openForWriting(
  options: { index: string; rebuild: boolean },
  embedder: Embedder,
  files: Discovery["files"],
): Promise<Library> {
  const create = (replace: boolean) => {
    // Everything is about to be embedded: the model's workers start while the tables are made.
    embedder.prepare?.();
    return createLibrary(options.index, embedder, chunkingVersion, { replace });
  };
  if (options.rebuild) return create(true);
  const library = await openLibrary(options.index, embedder);
  if (!library) return create(false);
  await closeOnError(library, async () => refuseLostHomes(library.documents, files));
  if (library.metadata.chunking === chunkingVersion) return library;
  library.close();
  return create(true);
}
