// Opens a recogniser that works in a thread of its own, with limits of work and memory on each picture.
import { Worker } from "node:worker_threads";
import { CharmError } from "../../../errors.ts";
import { findCompiled } from "../../../files/find-compiled.ts";
import { threadTime } from "../thread-time.ts";
import type { OcrPackages } from "./find-packages.ts";
import type { RecognisedLine, Recogniser } from "./recogniser.ts";

/** What the thread is started with. */
export type RecogniseData = Pick<OcrPackages, "data">;

export type RecogniseReply =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly lines: readonly RecognisedLine[] }
  /** It cannot be started, or the picture not read. */
  | { readonly kind: "failed"; readonly message: string };

export interface RecogniseLimits {
  /** Most processor time for one picture, in milliseconds: ten times what a full page takes. */
  readonly work: number;
  /** How long nothing at all may be done, in milliseconds that this program ran too. */
  readonly idle: number;
  /** Most memory that it may add to what the program held before, in bytes. */
  readonly memory: number;
}

const usualOcrLimits: RecogniseLimits = {
  work: 120_000,
  idle: 60_000,
  memory: 1_000_000_000,
};

/** Raised whenever pictures are drawn, or words made into lines, in another way. */
const wayOfReading = 1;
/** How often the limits are looked at, in milliseconds. */
const interval = 200;

/**
 * The thread serves all pictures, one at a time; after one that it could not read, another takes its place.
 * @param findScript gives the path of what runs in the thread
 * @throws CharmError `ocr-not-usable` where it cannot be started; the signal's reason when it is aborted
 */
export async function openRecogniser(
  { id, data }: OcrPackages,
  signal: AbortSignal,
  limits: RecogniseLimits = usualOcrLimits,
  findScript: () => string = () => findCompiled("extract/pdf/ocr/recognise-worker.js"),
): Promise<Recogniser> {
  let worker: Worker | null = null;
  const stop = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  const ask = async (picture: Uint8Array | null, until: AbortSignal) => {
    until.throwIfAborted();
    worker ??= startWorker(findScript(), { data });
    const end = await watch(worker, picture, limits, until);
    if (end.kind === "failed") await stop();
    until.throwIfAborted();
    return end;
  };
  const started = await ask(null, signal);
  if (started.kind === "failed") throw notUsable(started.message);
  return {
    id: `${id}, charm ${wayOfReading}`,
    recognise: async (picture, until) => {
      const end = await ask(picture, until);
      return end.kind === "read" ? end.lines : null;
    },
    close: stop,
  };
}

function startWorker(path: string, workerData: RecogniseData): Worker {
  const worker = new Worker(path, {
    workerData,
    // tesseract.js tells of its guesses on the console.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // Its end is seen while a picture is read.
  worker.on("error", () => {});
  return worker;
}

/** @param picture null where only the start is waited for */
function watch(
  worker: Worker,
  picture: Uint8Array | null,
  limits: RecogniseLimits,
  signal: AbortSignal,
): Promise<RecogniseReply> {
  const held = process.memoryUsage.rss();
  const since = threadTime(null);
  const every = Math.min(interval, limits.work, limits.idle);
  let [last, idle] = [since, 0];
  return new Promise((resolve) => {
    const settle = (end: RecogniseReply) => {
      clearInterval(timer);
      worker.off("message", onMessage).off("exit", giveUp);
      signal.removeEventListener("abort", giveUp);
      worker.unref();
      resolve(end);
    };
    const giveUp = () =>
      settle({ kind: "failed", message: "it ended, or went beyond its limits." });
    const onMessage = (reply: RecogniseReply) => {
      if (reply.kind !== "ready" || picture === null) settle(reply);
    };
    // The recognition runs in a thread of tesseract.js's own, whose time only the whole program's tells.
    const timer = setInterval(() => {
      const now = threadTime(null);
      idle = now - last < every / 100 ? idle + every : 0;
      last = now;
      const isBeyond = now - since > limits.work || idle > limits.idle;
      if (isBeyond || process.memoryUsage.rss() - held > limits.memory) giveUp();
    }, every);
    worker.on("message", onMessage).on("exit", giveUp);
    signal.addEventListener("abort", giveUp);
    worker.ref();
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    if (picture !== null) worker.postMessage(picture);
  });
}

function notUsable(message: string): CharmError {
  return new CharmError("ocr-not-usable", `tesseract.js cannot be started: ${message}`, {
    hint: "Install it and its language data anew:  npm install tesseract.js@7 @tesseract.js-data/eng@1",
  });
}
