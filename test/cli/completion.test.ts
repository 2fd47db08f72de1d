// What shells complete by the scripts of `charm completion`, asked of the shells themselves where they are there.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-completion-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const isThere = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

async function writeScript(shell: string): Promise<string> {
  const { code, stdout } = await runCli(["completion", shell]);
  expect(code).toBe(0);
  const path = join(folder, `charm.${shell}`);
  await writeFile(path, stdout);
  return path;
}

/** What bash offers for the last of these words. */
async function complete(...words: string[]): Promise<string[]> {
  const path = await writeScript("bash");
  const asked = words.map((word) => `'${word}'`).join(" ");
  const script = `source '${path}'; COMP_WORDS=(${asked}); COMP_CWORD=${words.length - 1}; _charm; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, status } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.split("\n").filter((word) => word !== "");
}

describe.runIf(isThere("bash"))("completion in bash", () => {
  it("offers commands, after options as well", async () => {
    expect(await complete("charm", "dra")).toEqual(["draft"]);
    expect(await complete("charm", "--json", "sea")).toEqual(["search"]);
  });

  it("offers the options of a command, and those of all", async () => {
    expect(await complete("charm", "ask", "--max")).toEqual([
      "--max-words",
      "--max-tokens",
      "--max-cost",
    ]);
    expect(await complete("charm", "gap", "--cor")).toEqual(["--corpus"]);
  });

  it("offers choices of options and arguments, and leaves other values to the shell", async () => {
    expect(await complete("charm", "check", "--as", "")).toEqual([
      "own-report",
      "report",
      "policy",
    ]);
    expect(await complete("charm", "init", "h")).toEqual(["home"]);
    expect(await complete("charm", "ask", "--output", "")).toEqual([]);
  });
});

describe.runIf(isThere("fish"))("completion in fish", () => {
  it("offers commands and options", async () => {
    const path = await writeScript("fish");
    const script = `source ${path}; complete -C 'charm dra'; complete -C 'charm check --as '`;
    const { stdout } = spawnSync("fish", ["-c", script], { encoding: "utf8" });
    expect(stdout).toContain("draft");
    expect(stdout).toContain("own-report");
  });
});

describe.runIf(isThere("zsh"))("completion in zsh", () => {
  it("is a script that zsh reads", async () => {
    const path = await writeScript("zsh");
    const { status, stderr } = spawnSync("zsh", ["-n", path], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

describe("charm completion", () => {
  it("refuses a shell that it does not know", async () => {
    const { code, stderr } = await runCli(["completion", "tcsh"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("bash, zsh, fish")]);
  });
});
