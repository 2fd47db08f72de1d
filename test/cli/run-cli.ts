// Runs the command line in this process against stand-ins; gives its exit code and what it wrote.
import { PassThrough, Readable } from "node:stream";
import type { OutputStream } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import type { Surroundings, Services } from "../../src/program/services.ts";
import type { Settings } from "../../src/settings/settings.ts";

export interface CliOptions {
  /** Those left out fail when they are called. */
  readonly services?: Partial<Services>;
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly cwd?: string;
  /** Columns of the terminal that standard output is; no terminal without it. */
  readonly columns?: number;
  readonly signal?: AbortSignal;
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the use cases were opened with. */
  readonly settings: Settings | null;
  readonly surroundings: Surroundings | null;
  readonly closed: boolean;
}

export async function runCli(
  argv: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const stdout = capture(options.columns);
  const stderr = capture();
  let settings: Settings | null = null;
  let surroundings: Surroundings | null = null;
  let closed = false;
  const code = await main({
    argv,
    stdin: Readable.from([options.stdin ?? ""]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: options.env ?? {},
    cwd: options.cwd ?? "/",
    signal: options.signal ?? new AbortController().signal,
    services: async (resolved, given) => {
      settings = resolved;
      surroundings = given;
      return {
        corpus: resolved.corpus,
        index: () => Promise.reject(new Error("index was not expected")),
        ask: () => failing(new Error("ask was not expected")),
        dryRun: () => failing(new Error("dryRun was not expected")),
        search: () => Promise.reject(new Error("search was not expected")),
        show: () => Promise.reject(new Error("show was not expected")),
        outline: () => Promise.reject(new Error("outline was not expected")),
        leftOut: () => Promise.reject(new Error("leftOut was not expected")),
        check: () => Promise.reject(new Error("check was not expected")),
        makeQuestions: () => Promise.reject(new Error("makeQuestions was not expected")),
        checkText: () => Promise.reject(new Error("checkText was not expected")),
        documents: () => Promise.reject(new Error("documents was not expected")),
        digest: () => Promise.reject(new Error("digest was not expected")),
        diff: () => Promise.reject(new Error("diff was not expected")),
        gap: () => Promise.reject(new Error("gap was not expected")),
        requirementSets: () => Promise.reject(new Error("requirementSets was not expected")),
        draft: () => Promise.reject(new Error("draft was not expected")),
        dryRunDraft: () => Promise.reject(new Error("a dry run of a draft was not expected")),
        planBatch: () => Promise.reject(new Error("planBatch was not expected")),
        batch: () => Promise.reject(new Error("batch was not expected")),
        packs: () => Promise.reject(new Error("packs was not expected")),
        export: () => Promise.reject(new Error("export was not expected")),
        page: () => Promise.reject(new Error("page was not expected")),
        webPage: () => Promise.reject(new Error("webPage was not expected")),
        refuseOutput: () => Promise.resolve(),
        lock: () => Promise.resolve(),
        lockMatrix: () => Promise.resolve(),
        status: () => Promise.reject(new Error("status was not expected")),
        refresh: () => Promise.reject(new Error("refresh was not expected")),
        sources: {
          list: () => Promise.reject(new Error("sources.list was not expected")),
          check: () => Promise.reject(new Error("sources.check was not expected")),
          pull: () => Promise.reject(new Error("sources.pull was not expected")),
        },
        eval: () => Promise.reject(new Error("eval was not expected")),
        ...options.services,
        close: async () => {
          closed = true;
        },
      };
    },
  });
  return { code, stdout: stdout.text(), stderr: stderr.text(), settings, surroundings, closed };
}

/** An iteration that ends with this error. */
export function failing(error: Error): AsyncIterable<never> {
  const next = async (): Promise<never> => {
    throw error;
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

export function capture(columns?: number): {
  readonly stream: OutputStream;
  readonly text: () => string;
} {
  const parts: Buffer[] = [];
  const stream = new PassThrough();
  stream.on("data", (part: Buffer) => parts.push(part));
  return {
    stream: columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns }),
    text: () => Buffer.concat(parts).toString("utf8"),
  };
}
