// Starts the built program as a user does, or another one, and waits for it to end.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./project.ts";

export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  /** Variables of the environment beside the few that every program has. */
  readonly env?: Readonly<Record<string, string>>;
  /** User to run as; one's own when left out. */
  readonly uid?: number;
  /** Sends SIGINT, once, when standard error holds this. */
  readonly interruptAt?: RegExp;
  /** Kills it at once, so many milliseconds after standard error holds this. */
  readonly killAt?: { readonly told: RegExp; readonly after: number };
}

export function runCharm(args: readonly string[], options: ProgramOptions): Promise<ProgramRun> {
  return runProgram(process.execPath, [join(root, "bin/charm.js"), ...args], options);
}

export function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramRun> {
  const { cwd, uid, interruptAt, killAt } = options;
  const env = { PATH: process.env["PATH"], HOME: cwd, LANG: "C.UTF-8", ...options.env };
  return new Promise((settle, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid }),
    });
    let stdout = "";
    let stderr = "";
    let interrupted = false;
    child.stdout.setEncoding("utf8").on("data", (part: string) => (stdout += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      stderr += part;
      if (killAt?.told.test(stderr)) setTimeout(() => child.kill("SIGKILL"), killAt.after);
      if (interrupted || !interruptAt?.test(stderr)) return;
      interrupted = true;
      child.kill("SIGINT");
    });
    child.on("error", reject);
    child.on("close", (code) => settle({ code, stdout, stderr }));
  });
}
