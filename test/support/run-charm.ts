// Starts the built program as a user does, and waits for it to end.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** False before `npm run build`: then there is nothing to start, and tests of the built program are skipped. */
export const isBuilt = existsSync(join(root, "dist/cli/main.js"));

/** Real guidance beside the project; null where it is not, as in a plain clone. */
export const sharedFolder = existsSync(join(root, "../shared/guidance"))
  ? join(root, "../shared")
  : null;

export interface CharmRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CharmOptions {
  readonly cwd: string;
  /** User to run as; one's own when left out. */
  readonly uid?: number;
  /** Sends SIGINT, once, when standard error holds this. */
  readonly interruptAt?: RegExp;
}

export function runCharm(args: readonly string[], options: CharmOptions): Promise<CharmRun> {
  const { cwd, uid, interruptAt } = options;
  const env = { PATH: process.env["PATH"], HOME: cwd, LANG: "C.UTF-8" };
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [join(root, "bin/charm.js"), ...args], {
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
      if (interrupted || !interruptAt?.test(stderr)) return;
      interrupted = true;
      child.kill("SIGINT");
    });
    child.on("error", reject);
    child.on("close", (code) => settle({ code, stdout, stderr }));
  });
}
