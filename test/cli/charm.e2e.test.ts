// The built program, run as a user runs it. `npm test` builds first.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt, root } from "../support/project.ts";
import { runCharm, runProgram } from "../support/run-charm.ts";

const bin = join(root, "bin/charm.js");

// Enough numbers for paragraphs to be cited by them.
const rules = [
  "# House rules",
  "## 1 Visits",
  "1.1 A visitor must sign the book in the hall.",
  ...["lamp", "door", "boat", "stove", "garden", "cat", "roof"].map(
    (thing, i) => `1.${i + 2} Whoever is on duty looks after the ${thing} in the evening.`,
  ),
];

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-e2e-"));
  await mkdir(join(home, "corpus"));
  await writeFile(join(home, "corpus", "rules.md"), `${rules.join("\n\n")}\n`);
  await writeFile(join(home, "corpus", "broken.pdf"), "This is no PDF.");
});
afterAll(() => rm(home, { recursive: true, force: true }));

const charm = (...args: string[]) => runCharm(args, { cwd: home });

describe("bin/charm.js", () => {
  it("says how to build when it is not built", async () => {
    const bare = join(home, "bare");
    await cp(bin, join(bare, "bin/charm.js"), { recursive: true });
    await writeFile(join(bare, "package.json"), '{"type":"module"}');
    const result = await runProgram(process.execPath, [join(bare, "bin/charm.js")], { cwd: home });
    expect(result).toEqual({
      code: 2,
      stdout: "",
      stderr: "charm is not built yet. Run: npm install\n",
    });
  });
});

// Without a build there is nothing to run.
describe.skipIf(!isBuilt)("the built program", () => {
  it("shows help and version on standard output", async () => {
    const [help, version] = await Promise.all([charm("--help"), charm("--version")]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toMatch(/^Usage: charm/);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("refuses wrong usage with 2 and a suggestion", async () => {
    const [flag, command] = await Promise.all([
      charm("search", "q", "--jsn"),
      charm("serach", "q"),
    ]);
    expect(flag).toMatchObject({ code: 2, stdout: "" });
    expect(flag.stderr).toContain("Did you mean --json?");
    expect(command).toMatchObject({ code: 2, stdout: "" });
    expect(command.stderr).toContain("Did you mean search?");
  });

  it.each(["index", "search", "ask", "show"])(
    "%s without a corpus ends with 2, and says which is missing",
    async (command) => {
      const args = command === "index" ? [] : ["visitors"];
      const result = await charm(command, ...args, "--corpus", "nowhere", "--json");
      expect(result).toMatchObject({ code: 2, stdout: "" });
      expect(result.stderr).toMatch(/^error: .*nowhere/);
      expect(result.stderr).not.toMatch(/^\s+at /m);
    },
  );

  it("indexes, searches and answers, with results on standard output alone", async () => {
    const indexed = await charm("index", "--json");
    expect(indexed.stderr).toContain("[1/2] broken.pdf: failed.");
    expect(indexed.code).toBe(0);
    const report = JSON.parse(indexed.stdout) as { documents: { file: string; status: string }[] };
    expect(report.documents.map(({ file, status }) => [file, status])).toEqual([
      ["broken.pdf", "failed"],
      ["rules.md", "added"],
    ]);

    const found = await charm("search", "visitor book", "-k", "5", "--json");
    expect(found).toMatchObject({ code: 0, stderr: "" });
    const { results } = JSON.parse(found.stdout) as { results: { file: string; page: null }[] };
    expect(results[0]).toMatchObject({ rank: 1, file: "rules.md", page: null });

    const asked = await charm("ask", "What must a visitor sign?");
    expect(asked.stderr).toBe("");
    expect(asked.stdout).toContain("## QUESTION");
    expect(asked.stdout).toContain("sign the book in the hall");
    expect(asked.code).toBe(0);
  });

  it("shows a provision, and the contents of a document", async () => {
    const shown = await charm("show", "paragraph 1.1", "paragraph 1.9", "--json");
    expect(shown).toMatchObject({ code: 3, stderr: "" });
    const entries = JSON.parse(shown.stdout) as { status: string; targets: { text: string }[] }[];
    expect(entries.map(({ status }) => status)).toEqual(["found", "missing"]);
    expect(entries[0]?.targets[0]?.text).toContain("sign the book in the hall");

    const tree = await charm("show", "--tree", "rules.md");
    expect(tree).toMatchObject({ code: 0, stderr: "" });
    expect(tree.stdout).toContain("Visits (1.1 to 1.8)");
    const none = await charm("show", "--tree", "nothing");
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("rules.md");
  });

  it("checks a report, and mends in the file what is certain", async () => {
    const source = "File: rules.md, Section: Visits";
    const report = [
      "A visitor must sign the book in the hall. [1]",
      "Whoever is on duty looks after the cat in the evening. [2]",
      `### SOURCES CONSULTED\n- [1] ${source}\n- [2] ${source}\n`,
    ].join("\n\n");
    await writeFile(join(home, "report.md"), report);
    const checked = await charm("check", "report.md", "--json");
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(checked.stdout)).toMatchObject([
      { file: "report.md", findings: [{ code: "repeated-source", line: 7 }] },
    ]);
    expect(await readFile(join(home, "report.md"), "utf8")).toBe(report);

    const fixed = await charm("check", "report.md", "--fix");
    expect(fixed).toMatchObject({ code: 0, stderr: "" });
    expect(fixed.stdout).toContain("1 fault mended.\n  Nothing to find fault with.");
    const mended = report.replace(`- [2] ${source}\n`, "").replace("evening. [2]", "evening. [1]");
    expect(await readFile(join(home, "report.md"), "utf8")).toBe(mended);

    const none = await charm("check", "nowhere.md");
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("nowhere.md");
  });

  it("loads no model to show or check what an index is there for", async () => {
    const loadedBy = async (...args: string[]): Promise<boolean> => {
      const coverage = await mkdtemp(join(home, "coverage-"));
      await runCharm(args, { cwd: home, env: { NODE_V8_COVERAGE: coverage } });
      const files = await readdir(coverage);
      const texts = await Promise.all(files.map((file) => readFile(join(coverage, file), "utf8")));
      return texts.some((text) => text.includes("onnxruntime"));
    };
    await charm("index", "--quiet");
    expect(await loadedBy("show", "paragraph 1.1")).toBe(false);
    expect(await loadedBy("search", "visitor")).toBe(true);
  });

  it("ends quietly when the reader has had enough", async () => {
    const command = `"${process.execPath}" "${bin}" search visitor --json | head -n 1`;
    const result = await runProgram("bash", ["-o", "pipefail", "-c", command], { cwd: home });
    expect(result).toMatchObject({ code: 0, stdout: "{\n", stderr: "" });
  });
});
