// Takes the process; gives the world that main runs in: its streams, and a signal that Ctrl-C aborts.
import { setMaxListeners } from "node:events";
import { exitCodes } from "../errors.ts";
import type { MainOptions } from "./main.ts";

/** The first SIGINT or SIGTERM asks the run to stop, so that what is stored stays whole; the second ends it at once. */
export function hostProcess(host: NodeJS.Process): MainOptions {
  const controller = new AbortController();
  // Every batch of texts that waits for the model listens; that is no leak.
  setMaxListeners(0, controller.signal);
  const interrupt = (): void => {
    if (controller.signal.aborted) host.exit(exitCodes.interrupted);
    controller.abort();
  };
  host.on("SIGINT", interrupt);
  host.on("SIGTERM", interrupt);
  // A failure to write is told to whoever wrote; without a listener it would end the process besides.
  host.stdout.on("error", () => {});
  host.stderr.on("error", () => {});
  return {
    argv: host.argv.slice(2),
    stdin: host.stdin,
    stdout: host.stdout,
    stderr: host.stderr,
    env: host.env,
    cwd: host.cwd(),
    signal: controller.signal,
  };
}
