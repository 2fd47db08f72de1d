import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { runCli } from "./run-cli.ts";

const unused = async () => {};
const program = createProgram({
  handlers: {
    index: unused,
    ask: unused,
    search: unused,
    show: unused,
    check: unused,
    gap: unused,
    draft: unused,
    batch: unused,
    initFolder: unused,
    initHome: unused,
    export: unused,
    diff: unused,
    digest: unused,
    status: unused,
    refresh: unused,
    sources: unused,
    eval: unused,
    session: unused,
    mcp: unused,
    doctor: unused,
  },
  version: "0.0.0",
  width: 80,
  writeOut: () => {},
  writeErr: () => {},
});
const commands = program.commands.map((command) => command.name());

/** Blocks of fenced text, by their first line. */
async function readBlocks(file: string): Promise<Map<string, string>> {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
  const blocks = text.matchAll(/^```text\n([^]*?)^```$/gm);
  return new Map([...blocks].map(([, block = ""]) => [block.split("\n")[0] ?? "", block]));
}

describe("docs/cli.md", () => {
  it.each([[], ...commands.map((name) => [name])])(
    "prints the help of charm %s",
    async (...argv) => {
      const { stdout } = await runCli([...argv, "--help"]);
      const blocks = await readBlocks("docs/cli.md");
      expect(blocks.get(stdout.split("\n")[0] ?? "")).toBe(stdout);
    },
  );

  it("names every exit code", async () => {
    const { exitCodes } = await import("../../src/errors.ts");
    const text = await readFile(new URL("../../docs/cli.md", import.meta.url), "utf8");
    const named = [...text.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(named).toEqual(Object.values(exitCodes));
  });
});
