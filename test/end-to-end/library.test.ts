// charm as a package: its types, its examples, and the page on them, from outside.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOwnLibrary, ownQuestion } from "../support/own-library.ts";
import { isBuilt, root } from "../support/project.ts";
import { runProgram } from "../support/run-charm.ts";

const examples = (await readdir(join(root, "examples"))).toSorted();
const read = (name: string) => readFile(join(root, name), "utf8");
const node = (args: readonly string[]) => spawnSync(process.execPath, args, { encoding: "utf8" });

describe("docs/library.md", () => {
  it("has the examples as they are run", async () => {
    const page = await read("docs/library.md");
    const shown = page.matchAll(/^\[examples\/(\S+)\]\([^)]+\):\n\n```js\n([^]*?)^```$/gm);
    const blocks = [...shown].map(([, name, text]) => [name, text]);
    const files = examples.map(async (name) => [name, await read(`examples/${name}`)]);
    expect(blocks).toEqual(await Promise.all(files));
  });

  it("has all of the calls, and speaks of none that is not there", async () => {
    const page = await read("docs/library.md");
    const source = await read("src/api/library.ts");
    const [, body = ""] =
      /interface Library extends AsyncDisposable \{([^]*?)^\}/m.exec(source) ?? [];
    const calls = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name).toSorted();
    const named = [...page.matchAll(/^\| `library\.(\w+)\(/gm)].map(([, name]) => name);
    expect([...named, "close"].toSorted()).toEqual(calls);
  });
});

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("the package", { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(inject("runFolder"), "package-"));
    await mkdir(join(folder, "node_modules/@types"), { recursive: true });
    await symlink(root, join(folder, "node_modules/charm"));
    await symlink(join(root, "node_modules/@types/node"), join(folder, "node_modules/@types/node"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What the compiler says of a program that uses the package, and looks at its declarations too. */
  const compile = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--allowJs", "--checkJs", "--skipLibCheck", "false"];
    const kinds = ["--target", "es2022", "--lib", "es2023", "--types", "node"];
    const modules = ["--module", "nodenext", "--moduleResolution", "nodenext"];
    const args = [tsc, "--ignoreConfig", ...flags, ...kinds, ...modules, file];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    return stdout;
  };

  it("has the types of docs/api-report.md", () => {
    const { status, stderr } = node([join(root, "scripts/api/public-types.mjs"), "--check"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it.each(examples)("has types by which examples/%s is right", async (name) => {
    expect(await compile(name, await read(`examples/${name}`))).toBe("");
  });

  it("has types by which mistakes are found", async () => {
    const said = await compile(
      "wrong.ts",
      `import { ask, openLibrary } from "charm";
const [answer] = await ask("Who?", { breif: true });
const page: string | undefined = answer?.sources[0]?.page;
await using library = await openLibrary();
library.close("now");
`,
    );
    expect(said.match(/error TS\d+/g)).toHaveLength(3);
    expect(said).not.toContain("node_modules");
  });

  it("carries no declarations but those", async () => {
    const all = await readdir(join(root, "dist"), { recursive: true });
    const declared = all.filter((name) => name.endsWith(".d.ts"));
    expect(declared.length).toBeLessThan(60);
    expect(existsSync(join(root, "dist/api/index.d.ts"))).toBe(true);
  });

  it("keeps what is not its entry to itself", async () => {
    await writeFile(join(folder, "inside.mjs"), 'await import("charm/dist/errors.js");');
    const { status, stderr } = node([join(folder, "inside.mjs")]);
    expect([status, stderr]).toEqual([1, expect.stringContaining("ERR_PACKAGE_PATH_NOT_EXPORTED")]);
  });

  it("answers as examples/ask.mjs does, and prints nothing itself", async () => {
    const { home } = await makeOwnLibrary();
    const args = [join(root, "examples/ask.mjs"), ownQuestion, "What is the capital of Peru?"];
    const run = await runProgram(process.execPath, args, { cwd: home });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain(`${ownQuestion} (answered)\n- `);
    expect(run.stdout).toMatch(/\[Regulations digest [^\]]*p\. \d+\]/);
    expect(run.stdout).toMatch(/What is the capital of Peru\? \(declined\)\n$/);
  });

  it("tells what a person can mend, with the exit code of the command line", async () => {
    const args = [join(root, "examples/ask.mjs"), "Who?"];
    const run = await runProgram(process.execPath, args, { cwd: folder });
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("There is no corpus folder");
  });

  it("checks as examples/check.mjs does", async () => {
    const { home } = await makeOwnLibrary();
    const policy = join(folder, "policy.md");
    await writeFile(policy, "# Policy\n\nRegulation 99 applies.\n");
    const args = [join(root, "examples/check.mjs"), policy];
    const run = await runProgram(process.execPath, args, { cwd: home });
    expect([run.code, run.stderr]).toEqual([3, ""]);
    expect(run.stdout).toContain(`${policy}:3: error: There is no regulation 99`);
  });

  it("reads no environment but the one it is given, and looks from the folder it is told", async () => {
    const { home } = await makeOwnLibrary();
    const program = join(folder, "elsewhere.mjs");
    await writeFile(
      program,
      `import { openLibrary } from "charm";
const library = await openLibrary({ cwd: ${JSON.stringify(home)}, env: {}, offline: true });
const calls = [library.show("reg 28(2)(c)"), library.search("manager", { k: 1 })];
const [[shown], { results }] = await Promise.all(calls);
await library.close();
process.stdout.write(JSON.stringify([library.corpus, shown.status, results.length]));
`,
    );
    const env = { CHARM_CORPUS: "/nowhere", CHARM_OFFLINE: "what?" };
    const run = await runProgram(process.execPath, [program], { cwd: folder, env });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(JSON.parse(run.stdout)).toEqual([join(home, "corpus"), "found", 1]);
  });
});

const hasGroff = spawnSync("groff", ["--version"]).status === 0;

describe.skipIf(!hasGroff)("the manual page", () => {
  it("is read by groff without a warning, and printed as it was meant", () => {
    const page = join(root, "man/charm.1");
    const args = ["-man", "-ww", "-Tutf8", "-P-cbou", page];
    const { status, stdout, stderr } = spawnSync("groff", args, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain('charm ask "What qualifications must our registered manager hold?"');
    expect(stdout).toContain("--all-homes");
  });
});
