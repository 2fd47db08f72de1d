// Looks at pages of a PDF in a thread of its own, which is ended where a page takes too long or too much memory.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { findCompiled } from "../../files/find-compiled.ts";
import type { PictureLimits } from "./draw-page.ts";
import type { SeenPage, WantedPage } from "./look-at-pages.ts";

export interface LookRequest {
  readonly bytes: Uint8Array;
  readonly wanted: readonly WantedPage[];
  readonly limits: PictureLimits | null;
}

export type LookReply =
  | { readonly kind: "page"; readonly seen: SeenPage }
  | { readonly kind: "done" };

/** Longest time between two pages, in milliseconds, and most memory of the thread, in megabytes. */
const limits = { page: 20_000, memory: 1000 };
/** After this many pages that had to be given up, so is the rest of a file. */
const mostStuck = 2;

/** Whether the package is installed that pictures of pages are drawn with. */
export function canDrawPages(): boolean {
  try {
    createRequire(import.meta.url)("@napi-rs/canvas");
    return true;
  } catch {
    return false;
  }
}

/**
 * Pages that cannot be looked at are left out: of a file that is broken or needs a password, all of them.
 * @throws the signal's reason when it is aborted; CharmError `not-built`
 */
export async function lookGuarded(request: LookRequest, signal: AbortSignal): Promise<SeenPage[]> {
  const seen: SeenPage[] = [];
  let rest = request.wanted;
  for (let stuck = 0; rest.length > 0 && stuck < mostStuck; stuck += 1) {
    signal.throwIfAborted();
    const before = seen.length;
    const isDone = await lookUntilStuck({ ...request, wanted: rest }, seen, signal);
    // The page that it was stuck at is given up.
    rest = isDone ? [] : rest.slice(seen.length - before + 1);
  }
  signal.throwIfAborted();
  return seen;
}

/** False where it had to be ended. */
async function lookUntilStuck(
  request: LookRequest,
  seen: SeenPage[],
  signal: AbortSignal,
): Promise<boolean> {
  const worker = new Worker(findCompiled("extract/pdf/look-worker.js"), {
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    // pdf.js warns of faults in files on the console.
    stdout: true,
    stderr: true,
  });
  let stop: (isDone: boolean) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => stop(false);
  try {
    return await new Promise<boolean>((resolve) => {
      stop = resolve;
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve(false), limits.page);
      };
      wait();
      worker.on("message", (reply: LookReply) => {
        if (reply.kind === "done") resolve(true);
        else {
          seen.push(reply.seen);
          wait();
        }
      });
      worker.on("error", () => resolve(false)).on("exit", () => resolve(false));
      signal.addEventListener("abort", onAbort);
      // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
