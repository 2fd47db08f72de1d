// What is printed of the status of reports and of a refresh, and the exit codes.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ToldChange } from "../../src/lock/describe-status.ts";
import type { RefreshResult, StatusEntry, StatusReport } from "../../src/program/lock-services.ts";
import type { Due } from "../../src/use-cases/due.ts";
import { reportStates, type ReportState } from "../../src/use-cases/status.ts";
import { runCli } from "./run-cli.ts";

const change: ToldChange = {
  kind: "changed",
  name: "Guide 9.30",
  file: "Guide.pdf",
  locator: "9.30",
  page: 43,
  now: {
    name: "Guide 9.30",
    file: "Guide.pdf",
    locator: "9.30",
    page: 44,
    version: null,
    date: null,
  },
  words: [{ old: "should", new: "must", before: "the staff", after: "write it down" }],
  questions: [1],
  sections: [],
};
const due: Due = {
  code: "location-review",
  file: "own/Location.docx",
  home: null,
  section: null,
  page: null,
  by: "2025-12-31",
  overdue: true,
  message: "No review of the home's location is dated in 2026, and none in 2025.",
  provision: { name: "Regulation 46(1)", file: "Law.pdf", page: 33, text: "Once a\nyear." },
};

function entry(file: string, states: readonly ReportState[]): StatusEntry {
  const [status = "fresh"] = states;
  const stale = status === "changed" || status === "gone";
  return { file, status, states, stale, changes: stale ? [change] : [], notes: [] };
}

function report(reports: readonly StatusEntry[], dues: readonly Due[] = []): StatusReport {
  const count = (state: ReportState) => reports.filter(({ status }) => status === state).length;
  return {
    today: "2026-12-01",
    reports,
    policies: [],
    due: dues,
    notes: ["A note."],
    summary: {
      reports: reports.length,
      policies: 0,
      provisions: 14,
      stale: reports.filter(({ stale }) => stale).length,
      due: dues.length,
      byStatus: Object.fromEntries(reportStates.map((state) => [state, count(state)])) as Record<
        ReportState,
        number
      >,
    },
  };
}

const run = (status: StatusReport, args: readonly string[] = [], env = {}) =>
  runCli(["status", ...args], { services: { status: async () => status }, env });

describe("charm status", () => {
  it("prints the stale first, with old and new words, then what is due with its provision", async () => {
    const entries = [entry("b.md", ["moved"]), entry("a.md", ["changed", "edited"])];
    const { stdout, stderr, code } = await run(report(entries, [due]));
    expect(code).toBe(4);
    expect(stderr).toBe("A note.\n");
    expect(stdout).toMatch(/a\.md, also edited by hand[^]*b\.md/);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "“should” became “must” (the staff … write it down)",
    );
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Regulation 46(1), page 33: “Once a year.”");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      "2 reports, resting on 14 places: 1 changed, 1 moved. 1 stale. 1 thing due.",
    );
  });

  it("ends with 0 where nothing is stale, moved or due though things may be", async () => {
    const { code } = await run(
      report([entry("a.md", ["moved"]), entry("b.md", ["edited"])], [due]),
    );
    expect(code).toBe(0);
  });

  it("prints the contract with --json, and no notes beside it", async () => {
    const status = report([entry("a.md", ["changed"])], [due]);
    const { stdout, stderr, code } = await run(status, ["--json"]);
    expect(JSON.parse(stdout)).toEqual(status);
    expect({ stderr, code }).toEqual({ stderr: "", code: 4 });
  });

  it("hands over absolute paths, and the day of the clock or the one that was given", async () => {
    const requests: unknown[] = [];
    const services = {
      status: async (request: unknown) => {
        requests.push(request);
        return report([]);
      },
    };
    await runCli(["status", "a", "--today", "2026-03-31"], { services, cwd: "/home" });
    await runCli(["status"], { services, cwd: "/home" });
    expect(requests[0]).toEqual({ paths: ["/home/a"], today: "2026-03-31" });
    expect(requests[1]).toMatchObject({ paths: [] });
  });
});

describe("charm status --format github", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-status-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes ten annotations, the stale first, and a summary below 1 MiB with a count", async () => {
    const moved = Array.from({ length: 20 }, (_, i) => entry(`m${i}.md`, ["moved"]));
    const changed = Array.from({ length: 9000 }, (_, i) => entry(`c${i}.md`, ["changed"]));
    const summary = join(folder, "summary.md");
    const env = { GITHUB_STEP_SUMMARY: summary };
    const status = report([...moved, ...changed], [due]);
    const { stdout, code } = await run(status, ["--format", "github"], env);
    expect(code).toBe(4);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(10);
    for (const line of lines)
      expect(line).toMatch(/^::error file=c\d+\.md,title=charm%3A changed::/);
    const text = await readFile(summary, "utf8");
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toMatch(/… and [\d,]+ more findings that found no room here\./);
  });

  it("says that nothing is stale", async () => {
    const { stdout, code } = await run(report([entry("a.md", ["fresh"])]), ["--format", "github"]);
    expect(code).toBe(0);
    expect(stdout).toContain("1 fresh. 0 stale.");
    expect(stdout).not.toMatch(/^::/m);
  });
});

describe("charm refresh", () => {
  const nothing: RefreshResult = { reports: [], policies: [], notes: [] };
  const done: RefreshResult = {
    reports: [
      {
        file: "a.md",
        done: "offered",
        written: "a.md.new",
        answered: ["How *often*?"],
        repointed: 2,
        changes: [change],
      },
      { file: "b.md", done: "removed", written: null, answered: [], repointed: 0, changes: [] },
    ],
    policies: [
      {
        file: "Missing.docx",
        changes: [{ ...change, questions: [], sections: [{ section: "Records", page: 3 }] }],
      },
    ],
    notes: [],
  };
  const refresh = (result: RefreshResult, args: readonly string[] = [], cwd = "/") =>
    runCli(["refresh", ...args], { services: { refresh: async () => result }, cwd });

  it("prints a note for the pull request", async () => {
    const { stdout, code } = await refresh(done);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "- `a.md`: edited by hand, and left as it is; a.md.new has the new text",
    );
    expect(stdout).toContain("  - answered again: “How \\*often\\*?”");
    expect(stdout).toContain("“should” became “must”");
    expect(stdout).toContain("See section “Records”, page 3.");
    expect((await refresh(done)).stdout).toBe(stdout);
  });

  it("writes no note, and says so, where nothing changed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-note-"));
    const { stdout, stderr, code } = await refresh(nothing, ["-o", "note.md"], folder);
    expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
    expect(stderr).toBe("Nothing changed; nothing was written.\n");
    await expect(readFile(join(folder, "note.md"))).rejects.toThrow("ENOENT");
    await rm(folder, { recursive: true });
  });
});
