// Takes what a worker is to run, as the arguments worker.ts reads; gives a running worker process that answers batches of texts.

import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { CharmError, InterruptedError } from "../errors.ts";
import { restoreFailure } from "./worker-messages.ts";
import type { WorkKind, WorkReply, WorkRequest, WorkResult } from "./worker-messages.ts";

export interface WorkerProcess {
  /** False once it has ended, or is about to. */
  readonly alive: () => boolean;
  /** Number of batches sent and not yet answered. */
  readonly held: () => number;
  /** @throws {CharmError} `embedding-worker-stopped`, or what went wrong in the worker */
  send(kind: WorkKind, texts: readonly string[]): Promise<readonly WorkResult<WorkKind>[]>;
  /** Ends it at once, whatever it is doing; it holds nothing that could be lost. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (results: readonly WorkResult<WorkKind>[]) => void;
  readonly reject: (error: CharmError) => void;
}

/**
 * An idle worker does not keep the program from ending.
 *
 * @param model folder of the built-in model and folder of its token projection; or `localWorker` and
 *   another model as JSON
 */
export function startWorker(...model: readonly [string, string]): WorkerProcess {
  const child = forkWorker(model);
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
      if ("failure" in reply) reject(restoreFailure(reply.failure));
      else resolve(reply.results);
    });
  });
  child.on("error", (cause) => end(stoppedError(cause.message, cause)));
  child.on("exit", (code, signal) => end(explainExit(code, signal)));
  holdProgram(child, false);

  return {
    alive: () => ended === null,
    held: () => waiting.size,
    send: (kind, texts) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        const request: WorkRequest = { id: (sent += 1), kind, texts };
        waiting.set(request.id, { resolve, reject });
        holdProgram(child, true);
        child.send(request, (cause) => {
          if (cause) settle(request.id, () => reject(stoppedError(cause.message, cause)));
        });
      }),
    stop: () => stopChild(child, () => end(stoppedError("it was closed"))),
  };
}

function forkWorker(model: readonly string[]): ChildProcess {
  return fork(findWorkerScript(), [...model], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What this process was started with (a test runner's loader, an inspector's port) is not meant for it.
    execArgv: [],
  });
}

/** Tests run this file uncompiled, but node 20 starts only compiled ones: `npm test` builds first. */
function findWorkerScript(): string {
  const compiled = import.meta.url.endsWith(".ts") ? "../../dist/embed/worker.js" : "./worker.js";
  const path = fileURLToPath(new URL(compiled, import.meta.url));
  if (existsSync(path)) return path;
  throw new CharmError("not-built", `The program is not compiled: ${path} is missing.`, {
    hint: "Run `npm run build`.",
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
  return stoppedError(signal === null ? `exit code ${code}` : `signal ${signal}`);
}

function stoppedError(reason: string, cause?: unknown): CharmError {
  return new CharmError("embedding-worker-stopped", `An embedding process stopped: ${reason}.`, {
    hint: "Run the command again; if it happens again, memory may be short.",
    cause,
  });
}
