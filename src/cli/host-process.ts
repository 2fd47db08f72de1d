// Takes the process; gives the world that main runs in: its streams, and a signal that Ctrl-C aborts.
import { setMaxListeners } from "node:events";
import { CharmError, exitCodes } from "../errors.ts";
import type { MainOptions } from "./main.ts";

/** A run that was told to stop has this long for it, in milliseconds: what is stored stays whole at any time. */
const grace = 1500;

/** The first SIGINT or SIGTERM asks the run to stop; the second, or 1.5 s, ends it whatever it waits for. */
export function hostProcess(host: NodeJS.Process): MainOptions {
  const controller = new AbortController();
  // Every batch of texts that waits for the model listens; that is no leak.
  setMaxListeners(0, controller.signal);
  const interrupt = (): void => {
    if (controller.signal.aborted) return end();
    controller.abort();
    setTimeout(end, grace).unref();
  };
  // To leave by `exit` waits for what the system is still at, such as a disk of a network that does not answer.
  const end = (): void => {
    host.exitCode = exitCodes.interrupted;
    host.off("SIGINT", interrupt).off("SIGTERM", interrupt).kill(host.pid, "SIGINT");
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
    // Asked for where it is needed: `--version` and help work without.
    get cwd() {
      return findFolder(host);
    },
    signal: controller.signal,
  };
}

/** @throws CharmError `folder-gone` where it was deleted, or its disk is not there any more */
function findFolder(host: NodeJS.Process): string {
  try {
    return host.cwd();
  } catch (cause) {
    throw new CharmError(
      "folder-gone",
      "The folder that charm was started in is not there any more.",
      {
        hint: "Change to a folder that is there (cd) and run again.",
        cause,
      },
    );
  }
}
