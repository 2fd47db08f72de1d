// Takes an argument list and the world to run in; gives the exit code, with everything written.
import { CommanderError, type Command } from "commander";
import { exitCodes } from "../errors.ts";
import { describeFailure } from "./describe-failure.ts";
import type { HandlerContext } from "./handlers/context.ts";
import { writeText, type Io } from "./io.ts";
import { createProgram, refuseUnknownHelp } from "./program.ts";
import { readVersion } from "./read-version.ts";
import type { Handlers } from "./requests.ts";
import type { openServices } from "../program/open-services.ts";
import { chooseWidth } from "./terminal/abilities.ts";

export interface MainOptions extends Io {
  /** Without the names of node and script. */
  readonly argv: readonly string[];
  /** Aborted when the user wants the program to stop. */
  readonly signal: AbortSignal;
  /** Stands in for the use cases in tests. */
  readonly services?: typeof openServices;
}

/** Never rejects and never ends the process. */
export async function main(options: MainOptions): Promise<number> {
  const { argv, stdout, stderr, env, signal } = options;
  let exitCode: number = exitCodes.done;
  let out = "";
  let err = "";
  let program: Command | null = null;
  try {
    program = createProgram({
      handlers: createHandlers(options, (code) => (exitCode = code)),
      version: readVersion(),
      width: chooseWidth(stdout),
      writeOut: (text) => (out += text),
      writeErr: (text) => (err += text),
    });
    refuseUnknownHelp(program, argv);
    await program.parseAsync(argv, { from: "user" });
    await writeText(stdout, out);
    return signal.aborted ? exitCodes.interrupted : exitCode;
  } catch (error) {
    const shown = error instanceof CommanderError && (error.exitCode === 0 || err !== "");
    if (shown) {
      await Promise.all([writeText(stdout, out), writeText(stderr, err)]).catch(() => {});
      return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    }
    const failure = await describeFailure(error, {
      interrupted: signal.aborted,
      command: program && findCommand(program, argv),
      colourful: stderr,
      env,
    });
    await writeText(stderr, failure.text).catch(() => {});
    return failure.exitCode;
  }
}

/** The command that an argument list names, also when the rest of it is wrong. */
function findCommand(program: Command, argv: readonly string[]): string | null {
  const names = new Set(program.commands.map((command) => command.name()));
  return argv.find((argument) => names.has(argument)) ?? null;
}

/** Each handler is loaded when it is called, so that help and wrong usage are answered at once. */
function createHandlers(options: MainOptions, finish: (exitCode: number) => void): Handlers {
  const context: HandlerContext = {
    io: options,
    signal: options.signal,
    openServices: async (flags) => {
      const { env, cwd, services } = options;
      const { openRun } = await import("../api/open-run.ts");
      return openRun({ flags, env, cwd, open: services });
    },
  };
  const load =
    <R>(run: () => Promise<(request: R, context: HandlerContext) => Promise<number>>) =>
    async (request: R): Promise<void> =>
      finish(await (await run())(request, context));
  return {
    index: load(async () => (await import("./handlers/run-index.ts")).runIndex),
    ask: load(async () => (await import("./handlers/run-ask.ts")).runAsk),
    search: load(async () => (await import("./handlers/run-search.ts")).runSearch),
    show: load(async () => (await import("./handlers/run-show.ts")).runShow),
    check: load(async () => (await import("./handlers/run-check.ts")).runCheck),
    gap: load(async () => (await import("./handlers/run-gap.ts")).runGap),
    draft: load(async () => (await import("./handlers/run-draft.ts")).runDraft),
    batch: load(async () => (await import("./handlers/run-batch.ts")).runBatchCommand),
    initFolder: load(async () => (await import("./handlers/run-init-folder.ts")).runInitFolder),
    initHome: load(async () => (await import("./handlers/run-init-home.ts")).runInitHome),
    export: load(async () => (await import("./handlers/run-export.ts")).runExport),
    diff: load(async () => (await import("./handlers/run-diff.ts")).runDiff),
    digest: load(async () => (await import("./handlers/run-digest.ts")).runDigest),
    status: load(async () => (await import("./handlers/run-status.ts")).runStatus),
    refresh: load(async () => (await import("./handlers/run-refresh.ts")).runRefresh),
    sources: load(async () => (await import("./handlers/run-sources.ts")).runSources),
    eval: load(async () => (await import("./handlers/run-eval.ts")).runEval),
    session: load(async () => (await import("./handlers/run-session.ts")).runSession),
    mcp: load(async () => (await import("./handlers/run-mcp.ts")).runMcp),
    doctor: load(async () => (await import("./handlers/run-doctor.ts")).runDoctor),
  };
}
