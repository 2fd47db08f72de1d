// Opens the library of a corpus, made or brought up to date first where the corpus is ahead of it.
import { access, constants } from "node:fs/promises";
import { chunkingVersion } from "../chunk/chunking-version.ts";
import { discoverCorpus, type CorpusHomes, type Discovery } from "../discover/discover-corpus.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import { createLibrary, openLibrary } from "../library/open-library.ts";
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

/**
 * The library, up to date with the corpus.
 * @param deps.onBehind called before indexing begins
 * @throws CharmError as `discoverCorpus`, `refuseLostHomes`, and as opening and indexing do
 */
export async function openUpToDate(
  place: LibraryPlace,
  deps: OpenDeps & { readonly onBehind: (why: Behind) => void },
): Promise<Library> {
  const [library, discovery] = await Promise.all([
    openLibrary(place.index, deps.queryEmbedder),
    discoverCorpus(place.corpus, place),
  ]);
  const why = library
    ? await closeOnError(library, () => findBehind(library, discovery))
    : "missing";
  if (library && why === null) return library;
  library?.close();
  deps.onBehind(why ?? "missing");
  const report = await bringUpToDate({ ...place, paths: [], rebuild: false }, deps);
  return report.library;
}

async function findBehind(
  library: Library,
  { files, isOnHold }: Discovery,
): Promise<Behind | null> {
  refuseLostHomes(library.documents, files);
  if (library.metadata.chunking !== chunkingVersion) return "other-chunking";
  if (!library.finished) return "unfinished";
  const plan = await planIndex(files, library.documents, isOnHold);
  return plan.removed.length > 0 || (await isOneReadable(plan.toRead)) ? "changed" : null;
}

/** What nobody lets us open would be tried, in vain, before every question. */
async function isOneReadable(files: Discovery["files"]): Promise<boolean> {
  for (const { path } of files) {
    const opened = await access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (opened) return true;
  }
  return false;
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
