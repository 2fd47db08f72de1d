import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Command } from "commander";
import { makeProgram } from "../support/cli-program.ts";
import { runCli } from "./run-cli.ts";

const { program } = makeProgram();
const commands = program.commands.map((command) => command.name());

/** Blocks of fenced text, by their first line. */
async function readBlocks(file: string): Promise<Map<string, string>> {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
  const blocks = text.matchAll(/^```text\n([^]*?)^```$/gm);
  return new Map([...blocks].map(([, block = ""]) => [block.split("\n")[0] ?? "", block]));
}

/** Every command, and those of commands, by the words that name it. */
function listAll(command: Command, path: readonly string[] = []): readonly (readonly string[])[] {
  return [path, ...command.commands.flatMap((one) => listAll(one, [...path, one.name()]))];
}

/** What a shell makes of a line, without what it redirects. */
function splitLine(line: string): string[] {
  const words = line.replaceAll(/ [<>] \S+/g, "").match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ""));
}

describe("the help of every command", () => {
  it.each(listAll(program).map((path) => [path.join(" "), path]))(
    "charm %s: ends with examples, which can be run as they stand",
    async (_name, path) => {
      const { stdout } = await runCli([...path, "--help"]);
      const [, examples = ""] = stdout.split(/^Examples?:\n/m);
      const lines = examples.trim().split("\n");
      for (const line of lines) {
        expect(line).toMatch(new RegExp(`^ *charm ${path.join(" ")}`));
        const { program: parser, called, written } = makeProgram();
        await parser.parseAsync(splitLine(line).slice(1), { from: "user" });
        expect([...called, ...written]).toHaveLength(1);
      }
    },
  );

  it("is asked for a command that there is, or says which was meant", async () => {
    const { code, stderr } = await runCli(["help", "aks"]);
    expect([code, stderr]).toEqual([
      2,
      "error: There is no command “aks”.\n  Did you mean ask?\n  See: charm --help\n",
    ]);
    expect((await runCli(["help", "ask"])).code).toBe(0);
  });
});

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
