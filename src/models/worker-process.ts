// Takes a worker's script and its argument; gives it running, as a process that does batches of work.
//
// A process and not a thread: ending a thread, or the whole program, while onnxruntime-node 1.16.3
// runs in the thread aborts the program (SIGABRT from its native binding).
import { fork, type ChildProcess } from "node:child_process";
import { findCompiled } from "../files/find-compiled.ts";
import { CharmError, InterruptedError } from "../errors.ts";
import { workerStopped } from "./work-errors.ts";
import { unpackFailure, type WorkReply, type WorkRequest } from "./worker-messages.ts";

export interface WorkerProcess {
  /** False once it has ended, or is about to. */
  readonly alive: () => boolean;
  /** Number of batches sent and not yet answered. */
  readonly held: () => number;
  /** @throws CharmError `embedding-worker-stopped`, or what went wrong in the worker */
  send(kind: string, items: readonly unknown[]): Promise<readonly unknown[]>;
  /** Ends it at once, whatever it is doing; it holds nothing that could be lost. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (results: readonly unknown[]) => void;
  readonly reject: (error: CharmError) => void;
}

/**
 * An idle worker does not keep the program from ending.
 * @param script path within dist/ of a module that calls `serveJobs`
 * @param argument says which model it is to load
 */
export function startWorker(script: string, argument: string): WorkerProcess {
  const child = forkWorker(script, argument);
  const waiting = new Map<number, Waiting>();
  let sent = 0;
  let ended: CharmError | null = null;

  const end = (reason: CharmError): void => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const settle = (id: number, act: (batch: Waiting) => void): void => {
    const batch = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) holdProgram(child, false);
    if (batch) act(batch);
  };
  child.on("message", (reply: WorkReply) => {
    settle(reply.id, ({ resolve, reject }) => {
      if ("failure" in reply) reject(unpackFailure(reply.failure));
      else resolve(reply.results);
    });
  });
  child.on("error", (cause) => end(workerStopped(cause.message, cause)));
  child.on("exit", (code, signal) => end(explainExit(code, signal)));
  holdProgram(child, false);

  return {
    alive: () => ended === null,
    held: () => waiting.size,
    send: (kind, items) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        const request: WorkRequest = { id: (sent += 1), kind, items };
        waiting.set(request.id, { resolve, reject });
        holdProgram(child, true);
        child.send(request, (cause) => {
          if (cause) settle(request.id, () => reject(workerStopped(cause.message, cause)));
        });
      }),
    stop: () => stopChild(child, () => end(workerStopped("it was closed"))),
  };
}

function forkWorker(script: string, argument: string): ChildProcess {
  return fork(findCompiled(script), [argument], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What this process was started with (a test runner's loader, an inspector's port) is not meant for it.
    execArgv: [],
  });
}

function holdProgram(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

async function stopChild(child: ChildProcess, announce: () => void): Promise<void> {
  announce();
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  holdProgram(child, true);
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Ctrl-C reaches a worker that is still starting, too. */
function explainExit(code: number | null, signal: NodeJS.Signals | null): CharmError {
  if (signal === "SIGINT") return new InterruptedError();
  return workerStopped(signal === null ? `exit code ${code}` : `signal ${signal}`);
}
