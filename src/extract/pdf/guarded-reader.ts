// Opens a reader of PDFs that works in a thread of its own, with limits of work and memory on each page.
//
// Limits are of processor time: a machine that is paused or busy must not cost a page, and the same file must give the
// same pages on any day. A page that went beyond them is tried again alone, in a fresh thread, before it is given up.
//
// A PDF is a program that draws: a hostile or broken one may never end, or fill the memory. A thread can be ended
// whatever it is doing; and pdf.js's replacements for parts of the language stay inside it.
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { findCompiled } from "../../files/find-compiled.ts";
import { beyondLimits, unreadablePdf } from "../refusals.ts";
import { restoreReadFailure, type PageReply, type PageRequest } from "./page-messages.ts";
import type { PageSink, PdfReader } from "./pdf-reader.ts";
import { threadTime } from "./thread-time.ts";

export interface ReadLimits {
  /** Most processor time for opening a file, in milliseconds. */
  readonly opening: number;
  /** Most processor time for one page, in milliseconds. */
  readonly page: number;
  /** How many times as much either may take when it is tried again. */
  readonly factor: number;
  /** How long the thread may do nothing at all before it counts as stuck, in milliseconds that this program ran too. */
  readonly idle: number;
  /** Most memory that reading may add to what the program held before, in bytes. */
  readonly memory: number;
  /** After this many pages beyond the limits the rest of a file is given up. */
  readonly stuckPages: number;
}

export const usualLimits: ReadLimits = {
  opening: 30_000,
  page: 10_000,
  factor: 3,
  idle: 60_000,
  memory: 1_000_000_000,
  stuckPages: 3,
};

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
      const again = new Set<number>();
      for (let stuck = 0; ;) {
        signal?.throwIfAborted();
        worker ??= startWorker(limits);
        const request = { bytes, from: next };
        const end = await watchRead(worker, request, sink, { ...limits, again }, signal);
        if (end.kind === "done") return;
        await stop();
        if (end.kind === "aborted") throw signal?.reason;
        if (!again.has(end.page)) {
          again.add(end.page);
          next = Math.max(next, end.page);
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
  const worker = new Worker(findCompiled("extract/pdf/page-worker.js"), {
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

/** How reading ended; `stuck` with the page it was at, 0 while opening. */
type ReadEnd =
  | { readonly kind: "done" }
  | { readonly kind: "aborted" }
  | { readonly kind: "stuck"; readonly page: number; readonly of: number };

function watchRead(
  worker: Worker,
  request: PageRequest,
  sink: PageSink,
  limits: WatchLimits,
  signal: AbortSignal | undefined,
): Promise<ReadEnd> {
  const held = process.memoryUsage.rss();
  const every = Math.max(1, Math.min(interval, limits.opening, limits.page, limits.idle));
  const watch = openWatch(worker, limits, every);
  let at: Progress = { page: 0, of: 0 };
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearInterval(timer);
      worker.off("message", onMessage).off("exit", onExit);
      signal?.removeEventListener("abort", onAbort);
      worker.unref();
      act();
    };
    const onAbort = () => settle(() => resolve({ kind: "aborted" }));
    const onExit = () => settle(() => resolve({ kind: "stuck", page: at.page, of: at.of }));
    const onMessage = (reply: PageReply) => {
      if (reply.kind === "done") settle(() => resolve({ kind: "done" }));
      else if (reply.kind === "failed") settle(() => reject(restoreReadFailure(reply.failure)));
      else if (reply.kind === "thread") threads.set(worker, reply.name);
      else {
        at = follow(at, reply, sink, request.from);
        watch.restart();
      }
    };
    const timer = setInterval(() => {
      const isBeyond = watch.isBeyond(at.page);
      if (isBeyond || process.memoryUsage.rss() - held > limits.memory) onExit();
    }, every);
    worker.on("message", onMessage).on("exit", onExit);
    signal?.addEventListener("abort", onAbort);
    worker.ref();
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request);
  });
}

interface WatchLimits extends ReadLimits {
  /** Pages that are tried again, 0 for opening. */
  readonly again: ReadonlySet<number>;
}

/** What the system calls each thread; until it has said so, it has done nothing yet. */
const threads = new WeakMap<Worker, string | null>();

/** Watches what a thread takes for one page. */
interface Watch {
  /** Another page begins. */
  readonly restart: () => void;
  /** Asked at even intervals. @param page 0 while opening */
  readonly isBeyond: (page: number) => boolean;
}

/** @param every milliseconds between two looks: a program that is paused looks at nothing */
function openWatch(worker: Worker, limits: WatchLimits, every: number): Watch {
  const timeNow = () => {
    const name = threads.get(worker);
    return name === undefined ? 0 : threadTime(name);
  };
  let since = timeNow();
  let last = since;
  let idle = 0;
  return {
    restart: () => {
      since = timeNow();
      idle = 0;
    },
    isBeyond: (page) => {
      const now = timeNow();
      // A thread that waits for nothing; where its time is the program's, looking here takes some of that.
      idle = now - last < every / 100 ? idle + every : 0;
      last = now;
      const limit = page === 0 ? limits.opening : limits.page;
      const most = limits.again.has(page) ? limit * limits.factor : limit;
      return now - since > most || idle > limits.idle;
    },
  };
}

interface Progress {
  readonly page: number;
  readonly of: number;
}

function follow(
  at: Progress,
  reply: Exclude<PageReply, { kind: "done" | "failed" | "thread" }>,
  sink: PageSink,
  from: number,
): Progress {
  if (reply.kind === "opened") {
    // A file that is opened again after a page that would not end is known already.
    if (from === 1) sink.opened(reply.pdf);
    return { page: from, of: reply.pdf.pageCount };
  }
  if (reply.kind === "starting") sink.starting(reply.page);
  else if (reply.kind === "page") sink.page(reply.page);
  else sink.broken(reply.page);
  return { page: reply.kind === "page" ? reply.page.number : reply.page, of: at.of };
}

/**
 * Reports the page that went beyond the limits; gives the page to go on with, null when there is none.
 * @throws CharmError `unreadable` when the file could not even be opened
 */
function giveUpPage(
  end: { readonly page: number; readonly of: number },
  sink: PageSink,
  isLast: boolean,
): number | null {
  if (end.page === 0)
    throw unreadablePdf("Opening it takes too much work or memory.", beyondLimits);
  const last = isLast ? end.of : end.page;
  for (let page = end.page; page <= last; page += 1) sink.givenUp(page);
  return last < end.of ? last + 1 : null;
}
