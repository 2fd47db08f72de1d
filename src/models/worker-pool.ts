// Takes many items of work; spreads them over worker processes and gives the results in the items' order.
import { availableParallelism } from "node:os";
import { cutBatches } from "../lists.ts";
import type { JobItem, Jobs, Kind, Result, Work } from "./jobs.ts";
import { embedderClosed } from "./work-errors.ts";
import type { WorkerProcess } from "./worker-process.ts";

/** Above this each more process of about 150 MB gains little over what reads the documents. */
const mostWorkers = 4;

/** Small enough to share out evenly; large enough that messages cost little beside 10 ms a text. */
const mostItemsInBatch = 8;

/** Batches that a few items give each worker, so that all workers are done at about the same time. */
const batchesAWorker = 4;

/**
 * Batches a worker holds at once: half a second of work or more, so that it does not run dry while the
 * main thread is busy with a long document.
 */
const mostBatchesHeld = 12;

interface Batch {
  readonly kind: string;
  readonly items: readonly unknown[];
  /** False when nobody waits for it any more. */
  readonly wanted: () => boolean;
  readonly resolve: (results: readonly unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Workers that make use of this machine when there is much to do: one a core, up to four. */
export function countUsefulWorkers(): number {
  return Math.min(availableParallelism(), mostWorkers);
}

/** Workers start with the first items, or when told that there will be some, and again after a failure. */
export function createWorkerPool<J extends Jobs>(
  size: number,
  start: () => WorkerProcess,
): Work<J> {
  const queue: Batch[] = [];
  let workers: WorkerProcess[] = [];
  let closed = false;

  function startWorkers(): void {
    workers = workers.filter((worker) => worker.alive());
    while (workers.length < size) workers.push(start());
  }

  function chooseWorker(): WorkerProcess | undefined {
    startWorkers();
    const least = workers.reduce((a, b) => (b.held() < a.held() ? b : a));
    return least.held() < mostBatchesHeld ? least : undefined;
  }

  function dispatch(): void {
    while (!closed && queue.length > 0) {
      if (queue[0]?.wanted() === false) {
        queue.shift();
        continue;
      }
      const worker = chooseWorker();
      const batch = worker && queue.shift();
      if (!batch) return;
      void worker.send(batch.kind, batch.items).then(batch.resolve, batch.reject).then(dispatch);
    }
  }

  function enqueue(kind: string, items: readonly unknown[], wanted: () => boolean) {
    return new Promise<readonly unknown[]>((resolve, reject) => {
      queue.push({ kind, items, wanted, resolve, reject });
    });
  }

  return {
    prepare: startWorkers,
    run: <K extends Kind<J>>(kind: K, items: readonly JobItem<J, K>[], signal?: AbortSignal) =>
      untilAborted(signal, async (wanted) => {
        if (closed) throw embedderClosed();
        const cut = cutBatches(items, fairLength(items.length, size));
        const batches = cut.map((batch) => enqueue(kind, batch, wanted));
        dispatch();
        return (await Promise.all(batches)).flat() as Result<J, K>[];
      }),
    close: async () => {
      closed = true;
      for (const batch of queue.splice(0)) batch.reject(embedderClosed());
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Gives the work's result or throws the signal's reason, whichever comes first. */
async function untilAborted<T>(
  signal: AbortSignal | undefined,
  work: (wanted: () => boolean) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  let wanted = true;
  let stopListening = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    stopListening = () => signal?.removeEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([aborted, work(() => wanted)]);
  } finally {
    wanted = false;
    stopListening();
  }
}

/** Items in a batch: few enough that each of so many workers gets several. */
function fairLength(items: number, workers: number): number {
  const fair = Math.ceil(items / (workers * batchesAWorker));
  return Math.min(Math.max(fair, 1), mostItemsInBatch);
}
