// What whoever asks for work is told when it cannot be done.
import { CharmError } from "../errors.ts";

/** What every embedder throws when it is asked after it was closed. */
export function embedderClosed(): CharmError {
  return new CharmError("embedder-closed", "The embedding model has been closed.");
}

/** A worker process ended by itself, or was ended. */
export function workerStopped(reason: string, cause?: unknown): CharmError {
  return new CharmError("embedding-worker-stopped", `An embedding process stopped: ${reason}.`, {
    hint: "Run the command again; if it happens again, memory may be short.",
    cause,
  });
}

/** A job failed in a worker with another error than a CharmError. */
export function jobFailed(message: string): CharmError {
  return new CharmError("embedding-failed", `Embedding failed: ${message}`);
}
