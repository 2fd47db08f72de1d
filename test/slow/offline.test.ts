// Every command in an empty network namespace: none needs a connection, and none tries to open one.
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { isBuilt, root } from "../support/project.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

/** A namespace without interfaces takes a kernel that lets users make them; strace tells of calls that would fail in it. */
const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;
const traced = spawnSync("strace", ["-V"]).status === 0;
const skipped = isolated && traced ? "" : " (skipped: no unshare or no strace)";

const policy = `# Missing child procedure

Staff ring the police after 40 minutes. The manager tells the placing authority on the same day.
`;

const manifest = `output: drafts
homes: [Elm House]
packs: [missing]
`;

const settings = `homes:
  - name: Elm House
    folders: [elm]
    facts: elm.yaml
`;

let cwd: string;

async function runHere(args: readonly string[]) {
  const trace = join(cwd, "trace.txt");
  await rm(trace, { force: true });
  const charm = [process.execPath, join(root, "bin/charm.js"), ...args];
  const strace = ["strace", "-f", "-qq", "-e", "trace=connect", "-o", trace, ...charm];
  const { status, stdout, stderr } = spawnSync("unshare", ["-rn", ...strace], {
    cwd,
    encoding: "utf8",
    input: "",
    timeout: 300_000,
    env: { PATH: process.env["PATH"], HOME: cwd, LANG: "C.UTF-8" },
  });
  const calls = await readFile(trace, "utf8").catch(() => "");
  return { code: status, stdout, stderr, connections: calls.match(/AF_INET6?/g) ?? [] };
}

/** What each command is called with, in an order in which each finds what it needs. */
const calls: readonly (readonly [code: number, ...args: string[]])[] = [
  [0, "init", "-o", "fresh"],
  [0, "init", "home"],
  [0, "index"],
  [0, "ask", "How soon after a restraint must it be recorded?", "-o", "report.md"],
  [0, "search", "supervision of staff"],
  [0, "show", "reg 28(2)(c)"],
  [0, "check", "report.md"],
  [3, "gap", "missing", "--against", "corpus/elm/missing.md"],
  [0, "draft", "missing", "--home", "Elm House", "-o", "draft.md"],
  [0, "batch", "manifest.yaml", "--yes"],
  [0, "export", "report.md", "-o", "report.docx"],
  [0, "diff", "corpus/elm/missing.md", "draft.md"],
  [0, "digest", "--since", "2020-01-01"],
  [0, "status"],
  [0, "refresh"],
  [0, "eval", "questions.jsonl"],
  [0, "session"],
  [0, "mcp"],
  [0, "doctor"],
  [0, "completion", "bash"],
];

describe.skipIf(!isBuilt || !isolated || !traced || !hasShared)(
  `without a network${skipped}${withoutShared}`,
  { timeout: 600_000 },
  () => {
    beforeAll(async () => {
      cwd = await mkdtemp(join(tmpdir(), "charm-offline-"));
      await mkdir(join(cwd, "corpus/elm"), { recursive: true });
      for (const file of [
        "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
        "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
      ])
        await cp(sharedPath("guidance", file), join(cwd, "corpus", file));
      await writeFile(join(cwd, "corpus/elm/missing.md"), policy);
      await writeFile(join(cwd, "charm.yaml"), settings);
      await writeFile(join(cwd, "elm.yaml"), "name: Elm House\n");
      await writeFile(join(cwd, "manifest.yaml"), manifest);
      const place = { doc: "missing.md", section: "Missing child procedure" };
      const question = { id: "1", question: "police", evidence_all_of: [[place]] };
      await writeFile(join(cwd, "questions.jsonl"), `${JSON.stringify(question)}\n`);
    });
    afterAll(() => rm(cwd, { recursive: true, force: true }));

    it("tries every command", () => {
      const program = createProgram({
        handlers: {} as never,
        version: "0",
        width: 80,
        writeOut: () => {},
        writeErr: () => {},
      });
      const tried = new Set(calls.map(([, name]) => name));
      // Only what is there to fetch has a reason to connect, and has tests of its own.
      const names = program.commands
        .map((command) => command.name())
        .filter((name) => name !== "sources");
      expect(names.filter((name) => !tried.has(name))).toEqual([]);
    });

    it.each(calls.map(([code, ...args]) => ({ code, args, line: args.join(" ") })))(
      "$line",
      async ({ code, args }) => {
        const run = await runHere(args);
        expect([run.code, run.stderr]).toEqual([code, expect.any(String)]);
        expect(run.connections).toEqual([]);
      },
    );

    it("says of a model that is configured that it cannot be reached", async () => {
      await writeFile(
        join(cwd, "charm.yaml"),
        `${settings}model:\n  name: m\n  baseUrl: http://192.0.2.1/v1\n  retries: 0\n`,
      );
      const run = await runHere(["ask", "How soon must a restraint be recorded?", "--json"]);
      expect(run.code).not.toBe(1);
      expect(run.stderr).toContain("192.0.2.1");
      const offline = await runHere(["ask", "How soon must a restraint be recorded?", "--offline"]);
      expect(offline.connections).toEqual([]);
    });
  },
);
