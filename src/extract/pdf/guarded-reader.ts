// Opens a reader of PDFs that works in a thread of its own, with limits of time and memory on each page.
//
// A PDF is a program that draws: a hostile or broken one may never end, or fill the memory. A thread can be ended
// whatever it is doing; and pdf.js's replacements for parts of the language stay inside it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { CharmError } from "../../errors.ts";
import { restoreReadFailure, type PageReply, type PageRequest } from "./page-messages.ts";
import type { PageSink, PdfReader } from "./pdf-reader.ts";

export interface ReadLimits {
  /** Most work for opening a file, in milliseconds of processor time. */
  readonly opening: number;
  /** Most work for one page, in milliseconds of processor time. */
  readonly page: number;
  /** Most memory that reading may add to what the program held before, in bytes. */
  readonly memory: number;
  /** After this many pages beyond the limits the rest of a file is given up. */
  readonly stuckPages: number;
}

export const usualLimits: ReadLimits = {
  opening: 30_000,
  page: 10_000,
  memory: 1_000_000_000,
  stuckPages: 3,
};

/** A page, or the opening of a file, that ran out is tried once more by itself, with so many times the limit. */
const secondTry = 3;
/**
 * What waits and does not work comes to no end by its work: it is given up after so many times the limit, counted by looks
 * at it, of which a machine that is asleep takes none.
 */
const patience = 6;

/** How often the limits are looked at, in milliseconds; more often where a limit is shorter. */
const interval = 200;

/** The thread starts with the first file and serves all that follow; one file is read at a time. */
export function openGuardedReader(limits: ReadLimits = usualLimits): PdfReader {
  let worker: Worker | null = null;
  const stop = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  return {
    read: async (bytes, from, sink, signal) => {
      let next = from;
      let again: number | null = null;
      for (let stuck = 0; ;) {
        signal?.throwIfAborted();
        worker ??= startWorker(limits);
        const request = { bytes, from: next };
        const end = await watchRead(worker, request, sink, { ...limits, again }, signal);
        if (end.kind === "done") return;
        await stop();
        if (end.kind === "aborted") throw signal?.reason;
        if (end.byTime && again !== end.page) {
          again = end.page;
          next = Math.max(1, end.page);
          continue;
        }
        const rest = giveUpPage(end, sink, (stuck += 1) >= limits.stuckPages);
        if (rest === null) return;
        next = rest;
      }
    },
    close: stop,
  };
}

/**
 * How much a function must run before V8 compiles it anew for speed, in bytes of bytecode: 12 times the usual, for the
 * whole program. Every file takes other ways through pdf.js, which is large: compiling early took a fifth of the
 * processor time of reading guidance, on the cores that the embedding model needs.
 */
const interruptBudget = 800_000;

function startWorker(limits: ReadLimits): Worker {
  // From version 12 on (Node 22) V8 counts otherwise, and would say on standard error that it does not know the flag.
  if (Number.parseInt(process.versions.v8, 10) < 12)
    setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  const worker = new Worker(findWorkerScript(), {
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.memory / 1_000_000) },
    // pdf.js warns of faults in files on the console; what matters of them is reported as problems.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // Its end is seen while a file is read; between files it is of no interest.
  worker.on("error", () => {});
  return worker;
}

/** Tests run this file uncompiled, but node 20 starts only compiled ones: `npm test` builds first. */
function findWorkerScript(): string {
  const compiled = import.meta.url.endsWith(".ts")
    ? "../../../dist/extract/pdf/page-worker.js"
    : "./page-worker.js";
  const path = fileURLToPath(new URL(compiled, import.meta.url));
  if (existsSync(path)) return path;
  throw new CharmError("not-built", `The program is not compiled: ${path} is missing.`, {
    hint: "Run `npm run build`.",
  });
}

/** How reading ended; `stuck` with the page it was at, 0 while opening. */
type ReadEnd =
  | { readonly kind: "done" }
  | { readonly kind: "aborted" }
  | {
      readonly kind: "stuck";
      readonly page: number;
      readonly of: number;
      /** It is not its memory that it ran out of. */
      readonly byTime: boolean;
    };

function watchRead(
  worker: Worker,
  request: PageRequest,
  sink: PageSink,
  limits: ReadLimits & { readonly again: number | null },
  signal: AbortSignal | undefined,
): Promise<ReadEnd> {
  const held = process.memoryUsage.rss();
  const every = Math.max(1, Math.min(interval, limits.opening, limits.page));
  let at: Progress = { page: 0, of: 0, since: workDone() };
  let looks = 0;
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearInterval(timer);
      worker.off("message", onMessage).off("exit", onExit);
      signal?.removeEventListener("abort", onAbort);
      worker.unref();
      act();
    };
    const onAbort = () => settle(() => resolve({ kind: "aborted" }));
    const give = (byTime: boolean) =>
      settle(() => resolve({ kind: "stuck", page: at.page, of: at.of, byTime }));
    // The thread ends by itself where it has no memory left.
    const onExit = () => give(false);
    const onMessage = (reply: PageReply) => {
      if (reply.kind === "done") settle(() => resolve({ kind: "done" }));
      else if (reply.kind === "failed") settle(() => reject(restoreReadFailure(reply.failure)));
      else {
        at = follow(at, reply, sink, request.from);
        looks = 0;
      }
    };
    const timer = setInterval(() => {
      looks += 1;
      const usual = at.page === 0 ? limits.opening : limits.page;
      const limit = at.page === limits.again ? secondTry * usual : usual;
      if (process.memoryUsage.rss() - held > limits.memory) give(false);
      else if (workDone() - at.since > limit || looks * every > patience * limit) give(true);
    }, every);
    worker.on("message", onMessage).on("exit", onExit);
    signal?.addEventListener("abort", onAbort);
    worker.ref();
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request);
  });
}

interface Progress {
  readonly page: number;
  readonly of: number;
  /** As `workDone` had it when this page began. */
  readonly since: number;
}

/**
 * Milliseconds of processor time that the program has used, in all its threads: Node 20 does not tell them apart. While a
 * page is waited for the others do little, and a page that runs out is tried again.
 */
function workDone(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function follow(
  at: Progress,
  reply: Exclude<PageReply, { kind: "done" | "failed" }>,
  sink: PageSink,
  from: number,
): Progress {
  const since = workDone();
  if (reply.kind === "opened") {
    // A file that is opened again after a page that would not end is known already.
    if (from === 1) sink.opened(reply.pdf);
    return { page: from, of: reply.pdf.pageCount, since };
  }
  if (reply.kind === "starting") sink.starting(reply.page);
  else if (reply.kind === "page") sink.page(reply.page);
  else sink.broken(reply.page);
  return { page: reply.kind === "page" ? reply.page.number : reply.page, of: at.of, since };
}

/**
 * Reports the page that went beyond the limits; gives the page to go on with, null when there is none.
 * @throws CharmError `given-up` when the file could not even be opened
 */
function giveUpPage(
  end: { readonly page: number; readonly of: number },
  sink: PageSink,
  isLast: boolean,
): number | null {
  if (end.page === 0)
    throw new CharmError("given-up", "Opening it takes too long or too much memory.", {
      hint: "Save it again from another program. The next `charm index` tries it again.",
    });
  const last = isLast ? end.of : end.page;
  for (let page = end.page; page <= last; page += 1) sink.givenUp(page);
  return last < end.of ? last + 1 : null;
}
