// Takes texts and a way to encode one; gives all results, with room for everything else between one text and the next.

import { setImmediate } from "node:timers/promises";

import { CharmError } from "../errors.ts";

export interface Turns {
  /**
   * One text after the other, in order.
   *
   * @throws the signal's reason when aborted; {@link CharmError} `embedder-closed`
   */
  each<T>(
    texts: readonly string[],
    encode: (text: string) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T[]>;
  close(): Promise<void>;
}

export function createTurns(): Turns {
  let closed = false;
  return {
    each: async (texts, encode, signal) => {
      const results = [];
      for (const text of texts) {
        // A run holds up the thread; between runs, a signal and everything else gets its turn.
        if (results.length > 0) await setImmediate();
        signal?.throwIfAborted();
        if (closed) throw new CharmError("embedder-closed", "The embedding model has been closed.");
        results.push(await encode(text));
      }
      return results;
    },
    close: async () => {
      closed = true;
    },
  };
}
