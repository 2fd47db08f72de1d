// Takes jobs; does them in this process, with room for everything else between one item and the next.
import { setImmediate } from "node:timers/promises";
import type { Item, Jobs, Kind, Result, Work, WorkErrors } from "./jobs.ts";

export function workInTurns<J extends Jobs>(jobs: J, errors: Pick<WorkErrors, "closed">): Work<J> {
  let closed = false;
  return {
    prepare: () => {},
    run: async <K extends Kind<J>>(
      kind: K,
      items: readonly Item<J, K>[],
      signal: AbortSignal | undefined,
    ) => {
      const results = [];
      for (const item of items) {
        // A run of a model holds up the thread; between runs, a signal and everything else gets its turn.
        if (results.length > 0) await setImmediate();
        signal?.throwIfAborted();
        if (closed) throw errors.closed();
        results.push(await jobs[kind]?.(item));
      }
      return results as Result<J, K>[];
    },
    close: async () => {
      closed = true;
    },
  };
}
