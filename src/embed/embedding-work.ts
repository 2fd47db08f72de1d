// Takes a model and what it can do with texts; gives the work on them, in this process or in workers.
import { workInTurns } from "../models/in-turns.ts";
import type { Jobs, Work } from "../models/jobs.ts";
import { createWorkerPool } from "../models/worker-pool.ts";
import { startWorker } from "../models/worker-process.ts";
import type { LocalModel } from "./local/local-model.ts";

/** What worker.ts is told, as plain data. */
export type WorkerModel =
  | { readonly kind: "built-in"; readonly folder: string }
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
  if (workers === 0) return workInTurns(jobs);
  return createWorkerPool<J>(workers, () => startWorker("embed/worker.js", JSON.stringify(model)));
}
