// Takes a model and what it can do with texts; gives the work on them, in this process or in workers.
import { CharmError } from "../errors.ts";
import { workInTurns } from "../models/in-turns.ts";
import type { Jobs, Work } from "../models/jobs.ts";
import { createWorkerPool } from "../models/worker-pool.ts";
import { startWorker } from "../models/worker-process.ts";
import { embedderClosed } from "./embedder.ts";
import type { BuiltInFolders } from "./built-in-encoder.ts";
import type { LocalModel } from "./local/local-model.ts";

/** What worker.ts is told, as plain data. */
export type WorkerModel =
  | ({ readonly kind: "built-in" } & BuiltInFolders)
  | { readonly kind: "local"; readonly model: LocalModel; readonly prefix: string };

/**
 * @param jobs what the model does in this process
 * @param workers processes to do the same in; 0 for this one
 */
export function openEmbeddingWork<J extends Jobs>(
  jobs: J,
  model: WorkerModel,
  workers: number,
): Work<J> {
  if (workers === 0) return workInTurns(jobs, workErrors);
  const start = () => startWorker("embed/worker.js", JSON.stringify(model), workErrors);
  return createWorkerPool<J>(workers, start, workErrors);
}

const workErrors = {
  closed: embedderClosed,
  stopped: (reason: string, cause?: unknown) =>
    new CharmError("embedding-worker-stopped", `An embedding process stopped: ${reason}.`, {
      hint: "Run the command again; if it happens again, memory may be short.",
      cause,
    }),
  failed: (message: string) => new CharmError("embedding-failed", `Embedding failed: ${message}`),
};
