// A home with a corpus of its own in which `charm ask` runs in this process, against an endpoint on loopback.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { main } from "../../src/cli/main.ts";
import type { SeenRequest } from "./scripted-server.ts";

export interface AskOptions {
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Working directory: holds the cache and charm.yaml; a new one when left out. */
  readonly cwd?: string;
}

export interface AskResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly cwd: string;
}

export interface AskHome {
  readonly folder: string;
  readonly ask: (flags: readonly string[], options?: AskOptions) => Promise<AskResult>;
  /** Any command, by its arguments. */
  readonly charm: (args: readonly string[], options?: AskOptions) => Promise<AskResult>;
  /** A working directory, with charm.yaml when it is given. */
  readonly makeWork: (settings?: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** @param files of the corpus by name */
export async function makeAskHome(
  question: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<AskHome> {
  const folder = await mkdtemp(join(tmpdir(), "charm-model-"));
  await mkdir(join(folder, "corpus"));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, "corpus", name), content);
  }
  const makeWork = async (settings?: string) => {
    const work = await mkdtemp(join(folder, "work-"));
    if (settings !== undefined) await writeFile(join(work, "charm.yaml"), settings);
    return work;
  };
  const charm: AskHome["charm"] = async (
    args,
    { env = {}, signal = new AbortController().signal, cwd } = {},
  ) => {
    const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
    const texts = { stdout: "", stderr: "" };
    streams.stdout.on("data", (part: Buffer) => (texts.stdout += part.toString("utf8")));
    streams.stderr.on("data", (part: Buffer) => (texts.stderr += part.toString("utf8")));
    const place = ["--corpus", join(folder, "corpus"), "--index", join(folder, "index")];
    const work = cwd ?? (await makeWork());
    const argv = [...args, ...place];
    const stdin = Readable.from([""]);
    const code = await main({ argv, stdin, ...streams, env, cwd: work, signal });
    return { code, ...texts, cwd: work };
  };
  return {
    folder,
    makeWork,
    remove: () => rm(folder, { recursive: true, force: true }),
    charm,
    ask: (flags, options) => charm(["ask", question, ...flags], options),
  };
}

/** Key of the piece of evidence whose text has these words. */
export function keyOf({ body }: SeenRequest, words: string): string {
  const prompt = body.messages.at(-1)?.content ?? "";
  const pieces = prompt.split(/^(?=k[2-9]\w{3,} \w+: )/m);
  const piece = pieces.find((text) => text.includes(words) && /^k\w+ /.test(text)) ?? "";
  return /^k\w+/.exec(piece)?.[0] ?? "none";
}
