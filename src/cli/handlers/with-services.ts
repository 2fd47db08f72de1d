// Runs one piece of work with the use cases open and progress shown, and closes both whatever happens.
import { toHooks, type CallOptions } from "../../api/events.ts";
import { toLibrary, type Library } from "../../api/library.ts";
import type { Hooks, Services } from "../../program/services.ts";
import { showProgress } from "../progress/show-progress.ts";
import type { CommonRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";

/** What no other program can ask for: reading what the JSON contract folds together, and writing files. */
export interface Beside {
  readonly services: Services;
  readonly hooks: Hooks;
}

/**
 * The library as any other program has it.
 * @param work is given what goes with each call
 */
export function withLibrary<T>(
  request: CommonRequest,
  context: HandlerContext,
  work: (library: Library, call: CallOptions, beside: Beside) => Promise<T>,
): Promise<T> {
  const { cwd } = context.io;
  return withRun(request, context, { summarised: false }, (services, call) =>
    work(toLibrary(services, cwd), call, { services, hooks: toHooks(call) }),
  );
}

/** @param summarised true where the command itself lists what became of each file */
export function withServices<T>(
  request: CommonRequest,
  context: HandlerContext,
  work: (services: Services, hooks: Hooks) => Promise<T>,
  options = { summarised: false },
): Promise<T> {
  return withRun(request, context, options, (services, call) => work(services, toHooks(call)));
}

async function withRun<T>(
  request: CommonRequest,
  context: HandlerContext,
  options: { readonly summarised: boolean },
  work: (services: Services, call: CallOptions) => Promise<T>,
): Promise<T> {
  const { io, signal } = context;
  const { stop, onEvent } = showProgress(io.stderr, {
    quiet: request.quiet,
    env: io.env,
    ...options,
  });
  try {
    const services = await context.openServices(request.settings);
    try {
      return await work(services, { signal, onEvent });
    } finally {
      await services.close();
    }
  } finally {
    stop();
  }
}
