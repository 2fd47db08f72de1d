// Brings the library up to date with the corpus, file by file, extraction of one running while another is embedded.
import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import type { ChunkLimits } from "../chunk/limits.ts";
import { discoverCorpus, type CorpusHomes } from "../discover/discover-corpus.ts";
import type { FileProblem } from "../discover/list-files.ts";
import type { SourceFile } from "../discover/source-file.ts";
import { embedPassages, type PassageVectors } from "../embed/token-embedder.ts";
import type { Embedder } from "../embed/embedder.ts";
import { CharmError, InterruptedError } from "../errors.ts";
import { beyondLimits } from "../extract/refusals.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import type { PdfReader } from "../extract/pdf/pdf-reader.ts";
import { documentId } from "../identify/document-id.ts";
import type { Library, LibraryDocument, LibraryWriter, NewDocument } from "../library/library.ts";
import { cutBatches } from "../lists.ts";
import { describeIndexed, type IndexedDocument } from "./describe-indexed.ts";
import type { IndexedFile, IndexEvent } from "./events.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { failedDocument } from "./failed-document.ts";
import { isKept, keptCode, resultOf } from "./held-document.ts";
import { lookOf } from "./look-of.ts";
import { nameInCorpus } from "./name-in-corpus.ts";
import {
  givenUpCode,
  inRowOrder,
  isNamed,
  listGivenUp,
  narrowPlan,
  planIndex,
  withRetried,
} from "./plan-index.ts";
import { readAllMentions } from "./read-all-mentions.ts";
import {
  prepareDocument,
  readFileBytes,
  type FileBytes,
  type PreparedDocument,
} from "./prepare-document.ts";

export interface IndexOptions extends CorpusHomes {
  readonly corpus: string;
  /** Files or folders of the corpus to look at; all when empty. */
  readonly paths: readonly string[];
  /** Whether files, or pages of them, that were given up at limits of work are read again. */
  readonly retry: boolean;
}

export interface IndexDeps {
  /** The library to write to, made if need be. */
  readonly library: Library;
  readonly embedder: Embedder;
  readonly signal: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
}

export interface IndexReport {
  readonly documents: readonly IndexedDocument[];
  /** Files of the corpus that are not read, with what to do about each. */
  readonly unread: readonly FileProblem[];
  /** Problems of the corpus itself, such as a sources.yaml entry for a file that is not there. */
  readonly problems: readonly Pick<FileProblem, "file" | "code" | "message">[];
  readonly fingerprint: string;
  /** The library as it now stands. */
  readonly library: Library;
}

/** Texts embedded between two reports of progress. */
const batch = 32;
/** Passages that may wait for the embedder; bounds memory while extraction runs ahead. */
const mostWaiting = 3000;
/** Share of the model's window left for short name and headings, in tokens. */
const nameShare = 62;

interface Run {
  readonly deps: IndexDeps;
  readonly writer: LibraryWriter;
  readonly held: ReadonlyMap<string, LibraryDocument>;
  readonly limits: ChunkLimits;
  readonly results: IndexedFile[];
  /** Reads PDFs within limits of time and memory. */
  readonly reader: PdfReader;
  /** Unchanged files that are read all the same. */
  readonly retried: ReadonlySet<string>;
  waiting: number;
  /** Resolves when everything handed over so far is stored. */
  stored: Promise<void>;
}

/** Stopping at any point leaves what was stored so far; the next run does the rest. */
export async function indexCorpus(options: IndexOptions, deps: IndexDeps): Promise<IndexReport> {
  const {
    files,
    problems,
    unread: allUnread,
    isOnHold,
  } = await discoverCorpus(options.corpus, options);
  const known = [...files, ...allUnread];
  const named = options.paths.map((path) => nameInCorpus(options.corpus, path, known));
  const unread = allUnread.filter(({ file }) => isNamed(file, named));
  const reportOn = (library: Library, results: readonly IndexedFile[]): IndexReport => {
    const documents = describeIndexed(results, library.documents, files);
    return { documents, unread, problems, fingerprint: library.fingerprint, library };
  };
  const planned = narrowPlan(await planIndex(files, deps.library.documents, isOnHold), named);
  const plan = options.retry ? withRetried(planned) : planned;
  const bytes = plan.toRead.reduce((total, file) => total + file.bytes, 0);
  deps.onEvent({ kind: "planned", toDo: plan.toRead.length, bytes });
  const untouched = plan.unchanged.map((document) => resultOf(document, "unchanged"));
  for (const result of untouched) deps.onEvent({ kind: "file", result, bytes: 0 });
  const settled = [plan.toRead, plan.restamped, plan.removed].every((list) => list.length === 0);
  if (settled && deps.library.finished) {
    return reportOn(deps.library, untouched);
  }
  const writer = await deps.library.write();
  const reader = openGuardedReader();
  try {
    const run: Run = {
      deps,
      writer,
      held: new Map(writer.documents.map((document) => [document.file, document])),
      limits: {
        most: deps.embedder.maxTokens - nameShare,
        fewest: 40,
        count: deps.embedder.countTokens,
      },
      results: [...untouched],
      reader,
      retried: new Set(options.retry ? planned.givenUp.map(({ file }) => file) : []),
      waiting: 0,
      stored: Promise.resolve(),
    };
    for (const file of plan.restamped) writer.touch(file.file, lookOf(file));
    if (plan.toRead.length > 0) deps.embedder.prepare?.();
    await readFiles(run, inRowOrder(plan.toRead));
    if (plan.removed.length > 0) {
      await writer.remove(plan.removed);
      for (const file of plan.removed)
        report(run, { file, status: "removed", pages: null, passages: 0, problems: [] }, 0);
    }
    deps.signal.throwIfAborted();
    deps.onEvent({ kind: "finishing" });
    return reportOn(await writer.finish(readAllMentions), run.results);
  } catch (error) {
    throw deps.signal.aborted ? new InterruptedError() : error;
  } finally {
    await reader.close();
    await writer.close();
  }
}

async function readFiles(run: Run, files: readonly SourceFile[]): Promise<void> {
  let number = 0;
  for (const file of files) {
    run.deps.signal.throwIfAborted();
    // What has already failed, such as a refused key, is told before more files are read for nothing.
    await Promise.race([run.stored, setImmediate()]);
    number += 1;
    run.deps.onEvent({ kind: "reading", file: file.file, number });
    const outcome = await readOne(run, file);
    if (outcome) queue(run, file, outcome);
    while (run.waiting > mostWaiting) await run.stored;
  }
  // Its memory is given back while the rest is embedded.
  await run.reader.close();
  await run.stored;
}

interface Outcome {
  readonly content: FileBytes;
  readonly prepared: PreparedDocument;
}

/** Null when nothing is left to store: the bytes are those the library holds, or the file cannot be used. */
async function readOne(run: Run, file: SourceFile): Promise<Outcome | null> {
  const held = run.held.get(file.file);
  const { signal, onEvent } = run.deps;
  let content: FileBytes | null = null;
  try {
    content = await readFileBytes(file);
    const isHeld = held && held.id === documentId(file, content.sha256) && !isKept(held);
    const leave = () => {
      run.writer.touch(file.file, lookOf(file));
      if (held) report(run, resultOf(held, "unchanged"), file.bytes);
      return null;
    };
    if (isHeld && !run.retried.has(file.file)) return leave();
    const onPage = (pages: number, of: number) =>
      onEvent({ kind: "pages", file: file.file, pages, of });
    const means = { signal, onPage, reader: run.reader };
    const prepared = await prepareDocument(file, content, run.limits, means);
    if (isHeld && listGivenUp(held) === listGivenUp(prepared)) return leave();
    return { content, prepared };
  } catch (error) {
    if (signal.aborted || !(error instanceof CharmError)) throw error;
    await storeFailure(run, file, content, error);
    return null;
  }
}

/** A file that fails is remembered, so that it is not read again until it changes; an older good version stays. */
async function storeFailure(
  run: Run,
  file: SourceFile,
  content: FileBytes | null,
  error: CharmError,
): Promise<void> {
  const held = run.held.get(file.file);
  const kept = held !== undefined && held.passageCount > 0;
  const hint = error.hint ? ` ${error.hint}` : "";
  const problems = [{ code: error.code, pages: [], message: `${error.message}${hint}` }];
  if (error.cause === beyondLimits) {
    const message = "The next `charm index` tries it again.";
    problems.push({ code: givenUpCode, pages: [], message });
  }
  if (kept) {
    const message = "The version indexed earlier is still in the library.";
    problems.push({ code: keptCode, pages: [], message });
  }
  const result = { file: file.file, status: "failed", pages: null, passages: 0, problems } as const;
  report(run, result, file.bytes);
  // What could not even be opened has nothing to be remembered by: it may be opened next time, unchanged.
  if (content === null) return;
  // Given up once more: all of that is stored already.
  if (run.retried.has(file.file) && held && listGivenUp(held) === listGivenUp({ problems })) return;
  if (kept) return run.writer.touch(file.file, lookOf(file), problems);
  await run.stored;
  await run.writer.put(failedDocument(file, content.sha256, problems));
}

/** Embeds and stores in the background, one document after the other, while the next file is read. */
function queue(run: Run, file: SourceFile, { content, prepared }: Outcome): void {
  run.waiting += prepared.passages.length;
  const vectors = embedAll(
    run,
    // Without names and headings: they help full text, and blur vectors (docs/retrieval.md).
    prepared.passages.map(({ passage }) => passage.text),
  );
  // A failure is taken up where `stored` is awaited; until then it must not count as unhandled.
  vectors.catch(() => undefined);
  run.stored = storeAfter(run, run.stored, { file, content, prepared, vectors });
  run.stored.catch(() => undefined);
}

async function storeAfter(
  run: Run,
  before: Promise<void>,
  item: Outcome & { file: SourceFile; vectors: Promise<PassageVectors[]> },
): Promise<void> {
  const { file, content, prepared } = item;
  await before;
  const vectors = await item.vectors;
  run.deps.signal.throwIfAborted();
  const anew = run.retried.has(file.file);
  await run.writer.put({ ...assemble(file, prepared, vectors), anew });
  const held = run.held.get(file.file);
  const status = held && held.passageCount > 0 ? "updated" : "added";
  const problems = [...prepared.problems, ...(await changedMeanwhile(file))];
  const result = { file: file.file, status, pages: prepared.info.pages, problems } as const;
  report(run, { ...result, passages: prepared.passages.length }, content.bytes.length);
}

async function embedAll(run: Run, texts: readonly string[]): Promise<PassageVectors[]> {
  const { embedder, signal, onEvent } = run.deps;
  // Every batch in flight listens for an abort; that is no leak.
  setMaxListeners(0, signal);
  const parts = cutBatches(texts, batch).map(async (slice) => {
    const vectors = await embedPassages(embedder, slice, signal);
    run.waiting -= slice.length;
    onEvent({ kind: "embedded", passages: slice.length, waiting: run.waiting });
    return vectors;
  });
  const vectors = (await Promise.all(parts)).flat();
  await setImmediate();
  return vectors;
}

function assemble(
  file: SourceFile,
  prepared: PreparedDocument,
  vectors: readonly PassageVectors[],
): NewDocument {
  return {
    info: prepared.info,
    kind: prepared.structure.kind,
    ...lookOf(file),
    problems: prepared.problems,
    passages: prepared.passages.map((passage, i) => ({
      ...passage,
      vector: (vectors[i] as PassageVectors).pooled,
      tokens: (vectors[i] as PassageVectors).tokens,
    })),
    provisions: prepared.structure.provisions,
  };
}

function report(run: Run, result: IndexedFile, bytes: number): void {
  run.results.push(result);
  run.deps.onEvent({ kind: "file", result, bytes });
}
