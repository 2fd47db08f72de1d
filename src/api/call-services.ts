// Takes the use cases of a library; gives a way to call them that keeps what src/api/library.ts promises of every call.
import { CharmError } from "../errors.ts";
import type { Hooks, Services } from "../program/services.ts";
import { toHooks, type CallOptions } from "./events.ts";

export interface Caller {
  /** Settles one call. @throws the signal's reason where that is aborted, whatever the call came to */
  call<T>(options: CallOptions, work: (services: Services, hooks: Hooks) => Promise<T>): Promise<T>;
  /** The same of a call that gives one item after the other. */
  callEach<T>(
    options: CallOptions,
    work: (services: Services, hooks: Hooks) => AsyncIterable<T>,
  ): AsyncIterable<T>;
  /** Calls that come later are refused. */
  close(): Promise<void>;
}

/** The first call goes alone: it may have to make the index, which others would find locked. */
export function callServices(services: Services): Caller {
  const enter = createGate();
  let closing: Promise<void> | null = null;
  const start = async (options: CallOptions) => {
    const hooks = toHooks(options);
    const leave = await enter();
    return { hooks, leave };
  };
  const refuseWhenClosed = (): void => {
    if (closing === null) return;
    throw new CharmError("library-closed", "The library is closed.", {
      hint: "Open it again, or close it later.",
    });
  };
  return {
    call: async (options, work) => {
      const { hooks, leave } = await start(options);
      try {
        refuseWhenClosed();
        hooks.signal.throwIfAborted();
        return await work(services, hooks);
      } finally {
        leave();
        // Whatever failed, failed because of that.
        hooks.signal.throwIfAborted();
      }
    },
    callEach: async function* (options, work) {
      const { hooks, leave } = await start(options);
      try {
        refuseWhenClosed();
        hooks.signal.throwIfAborted();
        for await (const item of work(services, hooks)) {
          // Whoever takes an item may make another call before the next.
          leave();
          yield item;
        }
      } finally {
        leave();
        hooks.signal.throwIfAborted();
      }
    },
    close: () => (closing ??= services.close()),
  };
}

/** Lets the first one in at once, and the others when that one has left. */
function createGate(): () => Promise<() => void> {
  let first: Promise<void> | null = null;
  return async () => {
    if (first !== null) {
      await first;
      return () => {};
    }
    let leave = () => {};
    first = new Promise((settle) => (leave = settle));
    return leave;
  };
}
