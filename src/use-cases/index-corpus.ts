// Brings the library up to date with the corpus, file by file, extraction of one running while another is embedded.
import { setImmediate } from "node:timers/promises";
import type { ChunkLimits } from "../chunk/limits.ts";
import { discoverCorpus, type CorpusHomes } from "../discover/discover-corpus.ts";
import type { FileProblem } from "../discover/list-files.ts";
import type { SourceFile } from "../discover/source-file.ts";
import type { PassageVectors } from "../embed/token-embedder.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { OcrReading, Problem } from "../document.ts";
import { CharmError, InterruptedError } from "../errors.ts";
import { beyondLimits } from "../extract/refusals.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import type { Recogniser } from "../extract/pdf/ocr/recogniser.ts";
import type { PdfReader } from "../extract/pdf/pdf-reader.ts";
import type { Library, LibraryDocument, LibraryWriter } from "../library/library.ts";
import { describeIndexed, type IndexedDocument } from "./describe-indexed.ts";
import { embedAll } from "./embed-all.ts";
import type { IndexedFile, IndexEvent } from "./events.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { failedDocument } from "./failed-document.ts";
import { isKept, keptCode, resultOf } from "./held-document.ts";
import { lookOf } from "./look-of.ts";
import { nameInCorpus } from "./name-in-corpus.ts";
import { newDocument } from "./new-document.ts";
import { isHeldOf, tellDropped, tellWaiting } from "./ocr-plan.ts";
import {
  givenUpCode,
  inRowOrder,
  isNamed,
  isSameAttempt,
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
  /** Reads pictures of pages without text; left out, they stay unread, and what was read of them earlier stays. */
  readonly recogniser?: Recogniser | undefined;
  /** Documents of the library that this one takes the place of; left out, its own. */
  readonly earlier?: readonly LibraryDocument[];
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

/** Passages that may wait for the embedder; bounds memory while extraction runs ahead. */
const mostWaiting = 3000;
/** Share of the model's window left for short name and headings, in tokens. */
const nameShare = 62;

interface Run {
  readonly deps: IndexDeps;
  readonly writer: LibraryWriter;
  readonly held: ReadonlyMap<string, LibraryDocument>;
  /** As `held`, or of the library whose place it takes. */
  readonly before: ReadonlyMap<string, LibraryDocument>;
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
  const isOcr = deps.recogniser !== undefined;
  const { documents: current } = deps.library;
  const planned = narrowPlan(await planIndex(files, current, isOnHold, isOcr), named);
  const plan = options.retry ? withRetried(planned) : planned;
  const bytes = plan.toRead.reduce((total, file) => total + file.bytes, 0);
  deps.onEvent({ kind: "planned", toDo: plan.toRead.length, bytes });
  const listed = new Map(files.map((file) => [file.file, file]));
  const untouched = plan.unchanged.map((document) =>
    resultOf(document, "unchanged", tellWaiting(document, listed.get(document.file))),
  );
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
      held: byFile(writer.documents),
      before: byFile(deps.earlier ?? writer.documents),
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

function byFile(documents: readonly LibraryDocument[]): Map<string, LibraryDocument> {
  return new Map(documents.map((document) => [document.file, document]));
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
  const { signal, onEvent, recogniser } = run.deps;
  let content: FileBytes | null = null;
  try {
    content = await readFileBytes(file);
    const isOcr = recogniser !== undefined;
    const isHeld = held && isHeldOf(held, file, content.sha256, isOcr) && !isKept(held);
    const leave = () => {
      run.writer.touch(file.file, lookOf(file));
      if (held) report(run, resultOf(held, "unchanged"), file.bytes);
      return null;
    };
    if (isHeld && !run.retried.has(file.file)) return leave();
    const onPage = (pages: number, of: number) =>
      onEvent({ kind: "pages", file: file.file, pages, of });
    const onPicture = (picture: number, of: number) =>
      onEvent({ kind: "picture", file: file.file, picture, of });
    const ocr = recogniser === undefined ? {} : { ocr: { recogniser, onPicture } };
    const means = { signal, onPage, reader: run.reader, ...ocr };
    const prepared = await prepareDocument(file, content, run.limits, means);
    const { problems, info } = prepared;
    if (isHeld && isSameAttempt(held, { problems, ocr: info.ocr })) return leave();
    const dropped = info.ocr ? [] : tellDropped(run.before.get(file.file), problems);
    return { content, prepared: { ...prepared, problems: [...problems, ...dropped] } };
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
  const ocr = triedOcr(run, file, error);
  const problems: Problem[] = [{ code: error.code, pages: [], message: `${error.message}${hint}` }];
  if (error.cause === beyondLimits) {
    const message = "The next `charm index` tries it again.";
    problems.push({ code: givenUpCode, pages: [], message });
  }
  if (kept) {
    const message = "The version indexed earlier is still in the library.";
    problems.push({ code: keptCode, pages: [], message });
  } else if (ocr === undefined) problems.push(...tellDropped(run.before.get(file.file), problems));
  const result = { file: file.file, status: "failed", pages: null, passages: 0, problems } as const;
  report(run, result, file.bytes);
  // What could not even be opened has nothing to be remembered by: it may be opened next time, unchanged.
  if (content === null) return;
  // Given up once more: all of that is stored already.
  if (run.retried.has(file.file) && held && isSameAttempt(held, { problems, ocr })) return;
  if (kept) return run.writer.touch(file.file, lookOf(file), problems);
  await run.stored;
  await run.writer.put(failedDocument(file, content.sha256, problems, ocr));
}

/** Noted of a file without text that was looked at with a recogniser in vain, so that it is not once more. */
function triedOcr(run: Run, { file }: SourceFile, { code }: CharmError): OcrReading | undefined {
  const { recogniser } = run.deps;
  if (recogniser === undefined || code !== "no-text" || !/\.pdf$/i.test(file)) return undefined;
  return { reader: recogniser.id, pages: {} };
}

/** Embeds and stores in the background, one document after the other, while the next file is read. */
function queue(run: Run, file: SourceFile, { content, prepared }: Outcome): void {
  run.waiting += prepared.passages.length;
  // Without names and headings: they help full text, and blur vectors (docs/retrieval.md).
  const texts = prepared.passages.map(({ passage }) => passage.text);
  const vectors = embedAll(texts, run.deps, (done) => {
    run.waiting -= done;
    run.deps.onEvent({ kind: "embedded", passages: done, waiting: run.waiting });
  });
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
  await run.writer.put({ ...newDocument(file, prepared, vectors), anew });
  const held = run.held.get(file.file);
  const status = held && held.passageCount > 0 ? "updated" : "added";
  const problems = [...prepared.problems, ...(await changedMeanwhile(file))];
  const result = { file: file.file, status, pages: prepared.info.pages, problems } as const;
  report(run, { ...result, passages: prepared.passages.length }, content.bytes.length);
}

function report(run: Run, result: IndexedFile, bytes: number): void {
  run.results.push(result);
  run.deps.onEvent({ kind: "file", result, bytes });
}
