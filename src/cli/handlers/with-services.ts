// Runs one piece of work with the use cases open and progress shown, and closes both whatever happens.
import type { Hooks, Services } from "../../program/services.ts";
import { showProgress } from "../progress/show-progress.ts";
import type { CommonRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";

/** @param summarised true where the command itself lists what became of each file */
export async function withServices<T>(
  request: CommonRequest,
  context: HandlerContext,
  work: (services: Services, hooks: Hooks) => Promise<T>,
  options = { summarised: false },
): Promise<T> {
  const { io, signal } = context;
  const { stop, ...hooks } = showProgress(io.stderr, {
    quiet: request.quiet,
    env: io.env,
    ...options,
  });
  try {
    const services = await context.openServices(request.settings);
    try {
      return await work(services, { signal, ...hooks });
    } finally {
      await services.close();
    }
  } finally {
    stop();
  }
}
