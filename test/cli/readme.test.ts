// Whatever README and docs tell the reader to type exists: commands, options, scripts, files.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import type { Handlers } from "../../src/cli/requests.ts";

const root = new URL("../../", import.meta.url);
const unused = async () => {};
const handlers: Handlers = {
  index: unused,
  ask: unused,
  search: unused,
  show: unused,
  check: unused,
};
const program = createProgram({
  handlers,
  version: "0.0.0",
  width: 80,
  writeOut: () => {},
  writeErr: () => {},
});

const pages = [
  "README.md",
  ...(await readdir(new URL("docs/", root))).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));

const read = (name: string) => readFile(new URL(name, root), "utf8");

/** Command lines of shell blocks, and of code in the running text that calls charm. */
function listCommands(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.split("\n").flatMap((line) => line.split("&&")),
  );
  const inline = [...text.matchAll(/`(charm [^`]+)`/g)].map(([, code = ""]) => code);
  return [...blocks, ...inline].map((line) => line.trim()).filter((line) => line !== "");
}

/** Words of a command line, quotes taken off; what comes after a redirection is not charm's. */
function splitWords(line: string): string[] {
  const words = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const end = words.findIndex((word) => /^[<>|]/.test(word));
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replace(/^["']|["']$/g, ""));
}

/** Runs the arguments through the parser; what it throws is what a user would be told. */
async function complain(line: string): Promise<string | null> {
  const argv = splitWords(line.replace(/^npx /, "")).slice(1);
  // In the running text a command may stand without its arguments.
  if (argv.length <= 1) return program.commands.some((one) => one.name() === argv[0]) ? null : line;
  if (argv.includes("…") && argv.some((word) => word.startsWith("--")))
    argv.splice(argv.indexOf("…"), 1, "a question");
  try {
    await program.parseAsync(argv, { from: "user" });
    return null;
  } catch (error) {
    return `${line}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

describe.each(pages)("%s", (name) => {
  it("tells nobody to type what charm does not know", async () => {
    const commands = listCommands(await read(name)).filter((line) =>
      /^(?:npx )?charm\b/.test(line),
    );
    const complaints = [];
    for (const line of commands) complaints.push(await complain(line));
    expect(complaints.filter((one) => one !== null)).toEqual([]);
  });

  it("names npm scripts and files that exist", async () => {
    const text = await read(name);
    const { scripts } = JSON.parse(await read("package.json")) as { scripts: object };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
    const folder = new URL(name, root);
    expect(links.filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });
});

describe("README.md", () => {
  it("begins with the two commands that every new reader needs", async () => {
    const text = await read("README.md");
    const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = ""]) =>
      block.trim(),
    );
    expect(blocks[0]).toBe(
      'npm install && npx charm ask "What qualifications must our registered manager hold?"',
    );
    expect(blocks).toContain("npm install && npm test");
  });

  it("names every command", async () => {
    const text = await read("README.md");
    for (const { name } of program.commands.map((one) => ({ name: one.name() })))
      expect(text).toContain(`charm ${name}`);
  });

  it("shows an excerpt whose quotes carry their sources", async () => {
    const [, excerpt = ""] =
      /<!-- excerpt -->([^]*?)<!-- \/excerpt -->/.exec(await read("README.md")) ?? [];
    expect(excerpt).toContain("## RESPONSE");
    expect(excerpt).toMatch(/” \[1\]/);
  });
});
