import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSummary, type GithubRow } from "../../src/cli/github.ts";
import { makeFinding, type Finding } from "../../src/findings/finding.ts";
import { runCli } from "./run-cli.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-github-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const blank = (words: string, line: number): Finding =>
  makeFinding("left-blank", { variant: "once", blank: words }, { line, reference: words });
const unread = makeFinding("file-not-read", { why: "50% of it,\r\nsee: page 2 | <b>::stop" });
const inWord: Finding = { ...blank("TBC", 1), section: "Fire, smoke: a", page: 3 };
const { line: _line, ...placed } = inWord;

async function checkWith(
  findings: readonly Finding[],
  env: Record<string, string> = {},
  file = "a.md",
) {
  const check = async () => [{ file, findings }];
  return runCli(["check", "a.md", "--format", "github"], {
    services: { check },
    cwd: "/repo/docs",
    env,
  });
}

describe("charm check --format github", () => {
  it("writes annotations, the worst first, with what they say escaped", async () => {
    const { stdout, code } = await checkWith([blank("XX", 7), unread, placed], {
      GITHUB_WORKSPACE: "/repo",
    });
    expect(code).toBe(3);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "::error file=docs/a.md,title=charm%3A file-not-read::50%25 of it,%0Asee: page 2 | <b>::stop",
      "::warning file=docs/a.md,line=7,title=charm%3A left-blank::“XX” is still to be filled in.",
      "::warning file=docs/a.md,title=charm%3A left-blank::“Fire, smoke: a”, page 3: “TBC” is still to be filled in.",
    ]);
  });

  it("names files with commas and colons, and those outside the workspace, as they are", async () => {
    const { stdout } = await checkWith(
      [blank("XX", 1)],
      { GITHUB_WORKSPACE: "/other" },
      "a, b:c.md",
    );
    expect(stdout).toContain("::warning file=a%2C b%3Ac.md,line=1,");
  });

  it("writes no more than ten annotations", async () => {
    const many = Array.from({ length: 30 }, (_, i) => blank(`X${i}X`, i + 1));
    const { stdout } = await checkWith([...many, unread]);
    expect(stdout.match(/^::/gm)).toHaveLength(10);
    expect(stdout).toMatch(/^::error /);
    expect(stdout.match(/^\| warning/gm)).toHaveLength(30);
  });

  it("adds the summary to the file that is named for it, and else prints it", async () => {
    const file = join(folder, "summary.md");
    await writeFile(file, "# Before\n");
    const { stdout } = await checkWith([placed, unread], { GITHUB_STEP_SUMMARY: file });
    expect(stdout).not.toContain("##");
    const summary = await readFile(file, "utf8");
    expect(summary).toMatch(/^# Before\n## charm check\n\n1 error, 1 warning in 1 file\.\n/);
    expect(summary).toContain(
      "| error | a.md | 50% of it, see: page 2 \\| \\<b>::stop | file-not-read |",
    );
    const without = await checkWith([], { GITHUB_STEP_SUMMARY: join(folder, "no", "file") });
    expect(without.stdout).toBe("## charm check\n\nNothing to find fault with. (in 1 file)\n\n");
    expect(without.code).toBe(0);
  });

  it("does not go with --json", async () => {
    const both = await runCli(["check", "a.md", "--format", "github", "--json"]);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain("cannot be given together");
  });
});

it("cuts a summary to its room and counts the rest", () => {
  const row: GithubRow = {
    severity: "warning",
    file: "a.md",
    line: 1,
    place: "",
    code: "left-blank",
    message: "é".repeat(2000),
  };
  const report = { title: "t", lead: "l", rows: Array.from({ length: 1000 }, () => row) };
  const text = writeSummary(report, 1_000_000);
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(900_000);
  const kept = text.match(/^\| warning/gm)?.length ?? 0;
  expect(text).toContain(`… and ${1000 - kept} more findings that found no room here.`);
  expect(writeSummary(report, 0)).toContain("… and 1,000 more findings");
});
