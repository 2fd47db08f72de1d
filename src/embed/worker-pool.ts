// Takes many texts; spreads them over worker processes and gives the results in the texts' order.

import { CharmError } from "../errors.ts";
import type { WorkKind, WorkResult } from "./worker-messages.ts";
import type { WorkerProcess } from "./worker-process.ts";

/** Small enough to share out evenly; large enough that messages cost little beside 10 ms a text. */
const mostTextsInBatch = 8;

/** Batches that a few texts give each worker, so that all workers are done at about the same time. */
const batchesAWorker = 4;

/**
 * Batches a worker holds at once: half a second of work or more, so that it does not run dry while the
 * main thread is busy with a long document.
 */
const mostBatchesHeld = 12;

export interface WorkerPool {
  /** Starts the workers, which else start with the first texts, so that they load the model meanwhile. */
  prepare(): void;
  /** @throws the signal's reason when aborted; {@link CharmError} when a worker fails */
  run<K extends WorkKind>(
    kind: K,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<WorkResult<K>[]>;
  close(): Promise<void>;
}

interface Batch {
  readonly kind: WorkKind;
  readonly texts: readonly string[];
  /** False when nobody waits for it any more. */
  readonly wanted: () => boolean;
  readonly resolve: (results: readonly WorkResult<WorkKind>[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Workers start with the first texts, and again after a failure. */
export function createWorkerPool(size: number, start: () => WorkerProcess): WorkerPool {
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
      void worker.send(batch.kind, batch.texts).then(batch.resolve, batch.reject).then(dispatch);
    }
  }

  function enqueue(kind: WorkKind, texts: readonly string[], wanted: () => boolean) {
    return new Promise<readonly WorkResult<WorkKind>[]>((resolve, reject) => {
      queue.push({ kind, texts, wanted, resolve, reject });
    });
  }

  return {
    prepare: startWorkers,
    run: <K extends WorkKind>(kind: K, texts: readonly string[], signal?: AbortSignal) =>
      untilAborted(signal, async (wanted) => {
        if (closed) throw closedError();
        const batches = cutBatches(texts, size).map((batch) => enqueue(kind, batch, wanted));
        dispatch();
        return (await Promise.all(batches)).flat() as WorkResult<K>[];
      }),
    close: async () => {
      closed = true;
      for (const batch of queue.splice(0)) batch.reject(closedError());
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

function cutBatches(texts: readonly string[], workers: number): (readonly string[])[] {
  const fair = Math.ceil(texts.length / (workers * batchesAWorker));
  const length = Math.min(Math.max(fair, 1), mostTextsInBatch);
  const count = Math.ceil(texts.length / length);
  return Array.from({ length: count }, (_, i) => texts.slice(i * length, (i + 1) * length));
}

function closedError(): CharmError {
  return new CharmError("embedder-closed", "The embedding model has been closed.");
}
