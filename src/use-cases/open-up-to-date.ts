// Opens the library of a corpus, made or brought up to date first where the corpus is ahead of it.
import { access, constants } from "node:fs/promises";
import { chunkingVersion } from "../chunk/chunking-version.ts";
import { discoverCorpus, type CorpusHomes, type Discovery } from "../discover/discover-corpus.ts";
import type { Embedder } from "../embed/embedder.ts";
import { CharmError } from "../errors.ts";
import type { Recogniser } from "../extract/pdf/ocr/recogniser.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import { createLibrary, findObstacle, openLibrary } from "../library/open-library.ts";
import type { IndexEvent } from "./events.ts";
import { indexCorpus, type IndexOptions, type IndexReport } from "./index-corpus.ts";
import { planIndex, type IndexPlan } from "./plan-index.ts";
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
  /** As `IndexDeps.recogniser`. */
  readonly recogniser?: Recogniser | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
}

/** Why the library must be brought up to date before it is used. */
export type Behind = "missing" | "unfinished" | "changed" | "other-chunking";

/** A library that is read though the corpus is ahead of it. */
export interface Older {
  /** Files of the corpus that are not in the library as they are now. */
  readonly files: number;
  /** What kept it from being brought up to date; null where that would take long. */
  readonly cause: CharmError | null;
}

export interface ReadDeps extends OpenDeps {
  /** Called before indexing begins. */
  readonly onBehind: (why: Behind) => void;
  /** Called where the library is read as it is. Null for a reader that needs all of the corpus: it waits, or fails. */
  readonly onOlder: ((older: Older) => void) | null;
}

/**
 * The library, up to date with the corpus; or as it is, where others are writing to it, it cannot be written, or what
 * changed would take long to read: who asks a question does not wait for that.
 * @throws CharmError as `discoverCorpus`, `refuseLostHomes`, and as opening and indexing do
 */
export async function openUpToDate(place: LibraryPlace, deps: ReadDeps): Promise<Library> {
  const [library, discovery] = await Promise.all([
    openLibrary(place.index, deps.queryEmbedder),
    discoverCorpus(place.corpus, place),
  ]);
  const behind = library
    ? await closeOnError(library, () => findBehind(library, discovery))
    : { why: "missing" as const, plan: null };
  if (library && behind === null) return library;
  const { why, plan } = behind ?? { why: "missing", plan: null };
  // Without a plan there is nothing that could be read as it is.
  const isUsable = library !== null && plan !== null && library.documents.length > 0;
  const { onOlder } = deps;
  if (onOlder === null || !isUsable) {
    library?.close();
    return indexFirst(place, deps, why);
  }
  const files = plan.toRead.length + plan.removed.length;
  const readAsItIs = (now: Library, cause: CharmError | null): Library => {
    if (files === 0) return now;
    onOlder({ files, cause });
    return markBehind(now, files);
  };
  if (takesLong(plan)) return readAsItIs(library, null);
  const obstacle = await closeOnError(library, () => findObstacle(place.index));
  if (obstacle !== null) return readAsItIs(library, obstacle);
  library.close();
  try {
    return await indexFirst(place, deps, why);
  } catch (error) {
    if (!(error instanceof CharmError) || !hindering.has(error.code)) throw error;
    const kept = await openLibrary(place.index, deps.queryEmbedder);
    if (kept === null) throw error;
    return readAsItIs(kept, error);
  }
}

/** Failures to write that take nothing from who reads. */
const hindering = new Set([
  "index-locked",
  "index-read-only",
  "index-disk-full",
  "index-write-failed",
]);

async function indexFirst(place: LibraryPlace, deps: ReadDeps, why: Behind): Promise<Library> {
  deps.onBehind(why);
  const { library } = await bringUpToDate(
    { ...place, paths: [], rebuild: false, retry: false },
    deps,
  );
  return library;
}

/** Parts of the library say so too. */
function markBehind(library: Library, behind: number): Library {
  return { ...library, behind, within: (ids) => markBehind(library.within(ids), behind) };
}

/** Bytes of changed files that are read before a question, rather than told of: some ten seconds of work. */
const readFirst = 2_000_000;
/** What a byte of plain text costs, of which all is words, for each of a file that also holds fonts and pictures. */
const textWeight = 8;

/** Measured by what there is to do, so that the same files lead to the same answer on a slow day. */
function takesLong({ toRead }: IndexPlan): boolean {
  const weights = toRead.map(({ file, bytes }) =>
    /\.(?:md|markdown|txt|text|x?html?)$/i.test(file) ? bytes * textWeight : bytes,
  );
  return weights.reduce((sum, weight) => sum + weight, 0) > readFirst;
}

/** Null where it is up to date; no plan where its passages are not made as this version makes them. */
async function findBehind(
  library: Library,
  { files, isOnHold }: Discovery,
): Promise<{ readonly why: Behind; readonly plan: IndexPlan | null } | null> {
  refuseLostHomes(library.documents, files);
  if (library.metadata.chunking !== chunkingVersion) return { why: "other-chunking", plan: null };
  const plan = await planIndex(files, library.documents, isOnHold);
  if (!library.finished) return { why: "unfinished", plan };
  const changed = plan.removed.length > 0 || (await isOneReadable(plan.toRead));
  return changed ? { why: "changed", plan } : null;
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
  options: LibraryPlace & Pick<IndexOptions, "paths" | "retry"> & { readonly rebuild: boolean },
  deps: OpenDeps,
): Promise<IndexReport> {
  // A corpus that is missing or empty must be said before an index is made for it.
  const { files } = await discoverCorpus(options.corpus, options);
  const embedder = await deps.openIndexEmbedder();
  try {
    const { library, earlier } = await openForWriting(options, embedder, files);
    return await indexCorpus(options, {
      library,
      embedder,
      earlier,
      recogniser: deps.recogniser,
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
): Promise<{ readonly library: Library; readonly earlier: readonly LibraryDocument[] }> {
  const create = async (earlier: Library | null) => {
    earlier?.close();
    // Everything is about to be embedded: the model's workers start while the tables are made.
    embedder.prepare?.();
    const replace = options.rebuild || earlier !== null;
    const library = await createLibrary(options.index, embedder, chunkingVersion, { replace });
    return { library, earlier: earlier?.documents ?? [] };
  };
  // What is damaged, or made by another model, is rebuilt all the same.
  if (options.rebuild) return create(await openLibrary(options.index, null).catch(() => null));
  const library = await openLibrary(options.index, embedder);
  if (!library) return create(null);
  await closeOnError(library, async () => refuseLostHomes(library.documents, files));
  if (library.metadata.chunking !== chunkingVersion) return create(library);
  return { library, earlier: library.documents };
}
