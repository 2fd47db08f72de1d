// Takes jobs; does them in this process, with room for everything else between one item and the next.
import { setImmediate } from "node:timers/promises";
import type { JobItem, Jobs, Kind, Result, Work } from "./jobs.ts";
import { embedderClosed } from "./work-errors.ts";

export function workInTurns<J extends Jobs>(jobs: J): Work<J> {
  let closed = false;
  return {
    prepare: () => {},
    run: async <K extends Kind<J>>(
      kind: K,
      items: readonly JobItem<J, K>[],
      signal: AbortSignal | undefined,
    ) => {
      const results = [];
      for (const item of items) {
        // A run of a model holds up the thread; between runs, a signal and everything else gets its turn.
        if (results.length > 0) await setImmediate();
        signal?.throwIfAborted();
        if (closed) throw embedderClosed();
        results.push(await jobs[kind]?.(item));
      }
      return results as Result<J, K>[];
    },
    close: async () => {
      closed = true;
    },
  };
}
