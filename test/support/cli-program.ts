// The parser of the command line, with handlers that only tell that they were called.
import { createProgram } from "../../src/cli/program.ts";
import type { Handlers } from "../../src/cli/requests.ts";

const names = [
  "index",
  "ask",
  "search",
  "show",
  "check",
  "gap",
  "draft",
  "batch",
  "initFolder",
  "initHome",
  "export",
  "diff",
  "digest",
  "status",
  "refresh",
  "sources",
  "eval",
  "session",
  "mcp",
  "doctor",
] as const satisfies readonly (keyof Handlers)[];

export function makeProgram() {
  const called: string[] = [];
  const written: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [name, async () => void called.push(name)]),
  ) as unknown as Handlers;
  const program = createProgram({
    handlers,
    version: "0.0.0",
    width: 80,
    writeOut: (text) => written.push(text),
    writeErr: () => {},
  });
  return { program, called, written };
}
