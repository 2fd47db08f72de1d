// Opens a PDF in the program that the system has for it, at its page where that can be said; no shell is in between.
import { spawn } from "node:child_process";
import { CharmError } from "../errors.ts";

export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
  /** It opens the page itself. */
  readonly atPage: boolean;
}

/** What is tried, in this order. @param path absolute @param page counted from 1 */
export function listOpeners(path: string, page: number, platform: NodeJS.Platform): Opener[] {
  if (platform === "darwin") return [{ program: "open", args: [path], atPage: false }];
  if (platform === "win32") return [{ program: "explorer.exe", args: [path], atPage: false }];
  return [
    { program: "evince", args: [`--page-index=${page}`, path], atPage: true },
    { program: "okular", args: ["-p", String(page), path], atPage: true },
    { program: "xdg-open", args: [path], atPage: false },
  ];
}

/** Gives the one that could be started. @throws CharmError `no-opener` */
export async function openWith(openers: readonly Opener[], path: string): Promise<Opener> {
  for (const opener of openers) if (await start(opener)) return opener;
  throw new CharmError("no-opener", `No program was found that opens ${path}.`, {
    hint: "Open it by hand.",
  });
}

function start({ program, args }: Opener): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(program, args, { detached: true, stdio: "ignore", shell: false });
    child.on("error", () => settle(false));
    child.on("spawn", () => {
      child.unref();
      settle(true);
    });
  });
}
