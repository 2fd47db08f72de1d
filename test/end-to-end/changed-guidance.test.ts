// Guidance changes: what the built program tells of reports and policies, what it writes, and the job that calls it.
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/digest/digest.ts";
import type { RefreshResult, StatusReport } from "../../src/program/lock-services.ts";
import { makePdf } from "../support/make-pdf.ts";
import { isBuilt, root } from "../support/project.ts";
import { runCharm, runProgram } from "../support/run-charm.ts";

const things = ["lamps", "boats", "stoves", "gardens", "ponds", "keys", "medicines", "kitchens"];
const houses = ["north", "south", "east", "west"];
const paragraphs = houses.flatMap((house, chapter) =>
  things.map(
    (thing, i) =>
      `${chapter + 1}.${i + 1} The duty keeper should check the ${thing} of house ${house} every ${chapter + i + 2} ` +
      `days and should write down what was found in the log of the house. A fault that is found must be told to ` +
      `the warden within ${i + 1} hours.`,
  ),
);
const front = ["Keeping houses: guidance for keepers", "April 2025"];

/** The guidance, so many paragraphs a page, with one word changed where it is named. */
function makeGuidance(perPage: number, change?: readonly [string, string, string]) {
  const texts = paragraphs.map((text) => {
    const [number, old, fresh] = change ?? ["none", "", ""];
    return text.startsWith(`${number} `) ? text.replace(old, fresh) : text;
  });
  const pages = Array.from({ length: Math.ceil(texts.length / perPage) }, (_, i) =>
    texts.slice(i * perPage, (i + 1) * perPage),
  );
  const [first = [], ...rest] = pages;
  return makePdf({ title: front[0] ?? "", pages: [[...front, ...first], ...rest] });
}

const word = ["3.7", "should write", "must write"] as const;
const sources = `documents:
  - file: Keeping.pdf
    title: "Keeping houses: guidance for keepers"
    short: Keeping
    authority: statutory-guidance
    date: 2025-04
  - file: own/
    authority: own
`;
const policy = `# Medicines

## Checks

Medicines are checked as Keeping 3.7 says.

## Review

Next review date: June 2025
`;

let made: string;
let count = 0;
const homes: string[] = [];

/** A copy of the home that was made once, with its index and reports. */
async function openHome(): Promise<string> {
  const home = `${made}-${(count += 1)}`;
  await cp(made, home, { recursive: true, preserveTimestamps: true });
  homes.push(home);
  return home;
}

async function statusIn(home: string, ...args: string[]) {
  const { stdout, code, stderr } = await runCharm(["status", ...args, "--json"], { cwd: home });
  return { code, stderr, ...(JSON.parse(stdout || "{}") as StatusReport) };
}

async function refreshIn(home: string): Promise<RefreshResult & { code: number | null }> {
  const { stdout, code } = await runCharm(["refresh", "--json"], { cwd: home });
  return { code, ...(JSON.parse(stdout) as RefreshResult) };
}

/** Everything but the library, by path. */
async function treeOf(home: string): Promise<Record<string, string>> {
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(home.length + 1))
    .filter((file) => !/^(?:index|\.git)\//.test(file))
    .toSorted()
    .map(async (file) => [file, await readFile(join(home, file), "base64")] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const writeGuidance = async (home: string, bytes: Promise<Buffer>) =>
  writeFile(join(home, "corpus/Keeping.pdf"), await bytes);

describe.skipIf(!isBuilt)("guidance that changes", () => {
  beforeAll(async () => {
    made = join(await mkdtemp(join(tmpdir(), "charm-changed-")), "home");
    await mkdir(join(made, "corpus/own"), { recursive: true });
    await mkdir(join(made, "reports"));
    await writeFile(join(made, "corpus/sources.yaml"), sources);
    await writeFile(join(made, "corpus/own/Medicines.md"), policy);
    await writeGuidance(made, makeGuidance(6));
    const ask = (report: string, ...questions: string[]) =>
      runCharm(["ask", ...questions, "-o", `reports/${report}`, "--brief"], { cwd: made });
    await ask(
      "medicines.md",
      "How often are the medicines of house east checked?",
      "How often are the keys of house west checked?",
    );
    await ask("lamps.md", "How often are the lamps of house north checked?");
    await runCharm(["check", "corpus/own/Medicines.md", "--lock"], { cwd: made });
  }, 120_000);
  afterAll(async () => {
    for (const home of [...homes, join(made, "..")]) await rm(home, { recursive: true });
  });

  it("is fresh before, and the lock is the same for the same reports", async () => {
    const home = await openHome();
    const before = await treeOf(home);
    const { code, reports, policies } = await statusIn(home);
    expect(code).toBe(0);
    expect(reports.map(({ file, status }) => [file, status])).toEqual([
      ["reports/lamps.md", "fresh"],
      ["reports/medicines.md", "fresh"],
    ]);
    expect(policies.map(({ status }) => status)).toEqual(["fresh"]);
    expect(await refreshIn(home)).toEqual({ code: 0, reports: [], policies: [], notes: [] });
    expect(await treeOf(home)).toEqual(before);
  }, 60_000);

  it("in one word makes stale exactly what rests on it, the policy by its section", async () => {
    const home = await openHome();
    await writeGuidance(home, makeGuidance(6, word));
    const { code, reports, policies, due } = await statusIn(home);
    expect(code).toBe(4);
    expect(reports.map(({ status }) => status)).toEqual(["fresh", "changed"]);
    expect(reports[1]?.changes).toMatchObject([
      { name: "Keeping 3.7", words: [{ old: "should", new: "must" }], questions: [1] },
    ]);
    expect(policies).toMatchObject([
      {
        file: "corpus/own/Medicines.md",
        stale: true,
        changes: [{ sections: [{ section: "Checks", page: null }] }],
      },
    ]);
    expect(due[0]).toMatchObject({ code: "review-passed", by: "2025-06" });
  }, 60_000);

  it("is told since a lock, where the edition that was cited is still held, and as unknown where it is not", async () => {
    const home = await openHome();
    const lock = "reports/charm.lock.json";
    const digest = async () => {
      const { code, stdout } = await runCharm(["digest", "--since", lock, "--json"], { cwd: home });
      return { code, ...(JSON.parse(stdout) as Digest) };
    };
    expect(await digest()).toMatchObject({ code: 0, comparisons: [], unknown: [] });
    await rename(join(home, "corpus/Keeping.pdf"), join(home, "corpus/Keeping-2025.pdf"));
    await writeGuidance(home, makeGuidance(6, word));
    const old = sources.replace("Keeping.pdf", "Keeping-2025.pdf").replace("documents:\n", "");
    const now = sources.replace("date: 2025-04", "date: 2026-04\n    supersedes: Keeping-2025.pdf");
    const [first = ""] = old.split("  - file: own/");
    await writeFile(
      join(home, "corpus/sources.yaml"),
      now + first.replace("short: Keeping", "short: Keeping 2025"),
    );
    const held = await digest();
    expect(held.comparisons).toHaveLength(1);
    expect(held.comparisons[0]?.changes).toHaveLength(1);
    await rm(join(home, "corpus/Keeping-2025.pdf"));
    await writeFile(join(home, "corpus/sources.yaml"), sources);
    expect(await digest()).toMatchObject({
      comparisons: [],
      unknown: [{ file: "Keeping.pdf", why: expect.stringContaining("charm status") }],
    });
    const none = await runCharm(["digest", "--since", "no-such"], { cwd: home });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("charm.lock.json")]);
  }, 60_000);

  it("says how reports come to be noted, where none is", async () => {
    const home = await openHome();
    await rm(join(home, "reports"), { recursive: true });
    await rm(join(home, "corpus/own/charm.lock.json"));
    const refreshed = await refreshIn(home);
    expect(refreshed.notes).toEqual([expect.stringContaining("charm ask")]);
    expect(refreshed.code).toBe(0);
  }, 60_000);

  it("is answered again where it changed, once, and the policy is left to a person", async () => {
    const home = await openHome();
    const before = await treeOf(home);
    await writeGuidance(home, makeGuidance(6, word));
    const done = await refreshIn(home);
    expect(done.reports).toMatchObject([
      {
        file: "reports/medicines.md",
        done: "refreshed",
        answered: ["How often are the medicines of house east checked?"],
      },
    ]);
    expect(done.policies).toMatchObject([{ file: "corpus/own/Medicines.md" }]);
    const after = await treeOf(home);
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual([
      "corpus/Keeping.pdf",
      "reports/charm.lock.json",
      "reports/medicines.md",
    ]);
    expect((await statusIn(home, "reports")).code).toBe(0);
    expect((await refreshIn(home)).reports).toEqual([]);
    expect(await treeOf(home)).toEqual(after);
    await runCharm(["check", "corpus/own/Medicines.md", "--lock"], { cwd: home });
    expect((await statusIn(home)).code).toBe(0);
  }, 90_000);

  it("in its page breaks makes nothing stale, and pages are set right", async () => {
    const home = await openHome();
    await writeGuidance(home, makeGuidance(4));
    const { code, reports } = await statusIn(home);
    expect(code).toBe(0);
    expect(reports.map(({ status }) => status)).toEqual(["fresh", "moved"]);
    await refreshIn(home);
    const status = await statusIn(home);
    expect(status.summary.byStatus.fresh).toBe(3);
    const checked = await runCharm(["check", "reports/medicines.md", "--json"], { cwd: home });
    const errors = JSON.parse(checked.stdout) as { findings: { severity: string }[] }[];
    expect(errors[0]?.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  }, 90_000);

  it("leaves a report alone that was edited by hand, and is done when the offer is taken up", async () => {
    const home = await openHome();
    const path = join(home, "reports/medicines.md");
    const edited = `${await readFile(path, "utf8")}\nSeen by the warden.\n`;
    await writeFile(path, edited);
    await writeGuidance(home, makeGuidance(6, word));
    expect((await refreshIn(home)).reports).toMatchObject([{ done: "offered" }]);
    expect(await readFile(path, "utf8")).toBe(edited);
    const offer = await readFile(`${path}.new`, "utf8");
    expect(offer).toContain("must write down");
    expect(offer).toContain("Seen by the warden.");
    const before = await treeOf(home);
    expect((await refreshIn(home)).reports).toEqual([]);
    expect(await treeOf(home)).toEqual(before);
    expect((await statusIn(home, "reports")).code).toBe(4);
    await rename(`${path}.new`, path);
    expect((await statusIn(home, "reports")).code).toBe(0);
    await refreshIn(home);
    expect(await readFile(join(home, "reports/charm.lock.json"), "utf8")).not.toContain(".new");
    expect((await statusIn(home, "reports")).code).toBe(0);
  }, 120_000);

  it("finds again what an interrupted run wrote before its lock", async () => {
    const home = await openHome();
    await writeGuidance(home, makeGuidance(6, word));
    const lock = join(home, "reports/charm.lock.json");
    const old = await readFile(lock);
    await refreshIn(home);
    const whole = await treeOf(home);
    await writeFile(lock, old);
    expect((await refreshIn(home)).reports).toMatchObject([{ done: "refreshed" }]);
    expect(await treeOf(home)).toEqual(whole);
  }, 90_000);

  it("tells of a report that is gone, and takes its entry out", async () => {
    const home = await openHome();
    await rm(join(home, "reports/lamps.md"));
    const { code, reports } = await statusIn(home);
    expect({ code, status: reports[0]?.status }).toEqual({ code: 4, status: "missing" });
    expect((await refreshIn(home)).reports).toMatchObject([{ done: "removed" }]);
    expect(await readFile(join(home, "reports/charm.lock.json"), "utf8")).not.toContain("lamps.md");
  }, 60_000);

  it("refuses a lock with conflict marks, and writes nothing", async () => {
    const home = await openHome();
    const lock = join(home, "reports/charm.lock.json");
    await writeFile(lock, `<<<<<<< HEAD\n${await readFile(lock, "utf8")}=======\n>>>>>>> b\n`);
    const before = await treeOf(home);
    for (const command of ["status", "refresh"]) {
      const { code, stderr } = await runCharm([command], { cwd: home });
      expect(code).toBe(2);
      expect(stderr).toContain("conflict marks of git, in lines 1,");
    }
    const asked = await runCharm(["ask", "Lamps?", "-o", "reports/new.md"], { cwd: home });
    expect(asked.code).toBe(2);
    expect(await treeOf(home)).toEqual(before);
  }, 60_000);

  it("is committed by the job, to the same tree each time, and not twice", async () => {
    const trees: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      const home = await openHome();
      const env = {
        CHARM: `${process.execPath} ${join(root, "bin/charm.js")}`,
        CHARM_NOTE: join(home, "index/note.md"),
        GIT_AUTHOR_NAME: "a",
        GIT_AUTHOR_EMAIL: "a@example.org",
        GIT_COMMITTER_NAME: "a",
        GIT_COMMITTER_EMAIL: "a@example.org",
      };
      const git = (...args: string[]) => runProgram("git", args, { cwd: home, env });
      const job = () =>
        runProgram("sh", [join(root, ".github/actions/charm/refresh.sh"), "reports"], {
          cwd: home,
          env,
        });
      await writeFile(join(home, ".gitignore"), "index/\n");
      await git("init", "--quiet", ".");
      await git("add", "--all");
      await git("commit", "--quiet", "--message", "Reports");
      expect((await job()).stdout).toContain("Nothing to bring up to date.");
      await writeGuidance(home, makeGuidance(6, word));
      await git("commit", "--quiet", "--all", "--message", "New guidance");
      const done = await job();
      expect(done.code).toBe(0);
      expect(done.stdout).toContain("Reports brought up to date with changed guidance");
      expect((await job()).stdout).toContain("Nothing to bring up to date.");
      const log = await git("log", "--format=%s");
      expect(log.stdout.trim().split("\n")).toHaveLength(3);
      const message = await git("log", "-1", "--format=%B");
      expect(message.stdout).toContain("“should” became “must”");
      expect((await git("status", "--porcelain")).stdout).toBe("");
      trees.push((await git("rev-parse", "HEAD^{tree}")).stdout);
    }
    expect(trees[0]).toMatch(/^[0-9a-f]{40}/);
    expect(trees[1]).toBe(trees[0]);
  }, 180_000);
});
