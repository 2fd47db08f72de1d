// Whatever README and docs tell the reader to type exists: commands, options, scripts, files.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { makeProgram } from "../support/cli-program.ts";

const root = new URL("../../", import.meta.url);
const { program } = makeProgram();

const pages = [
  "README.md",
  ...(await readdir(new URL("docs/", root))).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));

const read = (name: string) => readFile(new URL(name, root), "utf8");

/** Lines of shell blocks that call charm. */
function listLines(text: string): string[] {
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap(([, block = ""]) => block.split(/\n|&&/))
    .map((line) => line.trim())
    .filter((line) => /^(?:npx )?charm\b/.test(line));
}

/** Words of a command line, quotes taken off; what comes after a redirection or a remark is not charm's. */
function splitWords(line: string): string[] {
  const words = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const end = words.findIndex((word) => /^(?:[<>|]|#$)/.test(word));
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replace(/^["']|["']$/g, ""));
}

/** What a user would be told who types the line; null when nothing is wrong. */
async function complain(line: string): Promise<string | null> {
  const argv = splitWords(line.replace(/^npx /, "")).slice(1);
  try {
    await program.parseAsync(argv, { from: "user" });
    return null;
  } catch (error) {
    return `${line}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Of `charm check --fix` in the running text, where arguments may be missing: names that charm does not have. */
function findUnknown(text: string): string[] {
  return [...text.matchAll(/`charm ([^`]+)`/g)].flatMap(([code, words = ""]) => {
    const [name = "", ...rest] = splitWords(words);
    const command = program.commands.find((one) => one.name() === name);
    if (command === undefined) return name.startsWith("-") ? [] : [code];
    const known = new Set([...program.options, ...command.options].map(({ long }) => long));
    const flags = rest.filter((word) => word.startsWith("--"));
    return flags.every((flag) => known.has(flag.replace(/=.*/, ""))) ? [] : [code];
  });
}

describe.each(pages)("%s", (name) => {
  it("tells nobody to type what charm does not know", async () => {
    const text = await read(name);
    const complaints = [];
    for (const line of listLines(text)) complaints.push(await complain(line));
    expect(complaints.filter((one) => one !== null)).toEqual([]);
    expect(findUnknown(text)).toEqual([]);
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
