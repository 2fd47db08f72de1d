import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFindingLine } from "../../src/findings/finding-line.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import type { AnswerOptions, Hooks, IndexOutcome } from "../../src/program/services.ts";
import { CharmError, InterruptedError } from "../../src/errors.ts";
import type { Answer } from "../../src/report/answer.ts";
import { renderReport } from "../../src/report/layout-report.ts";
import type { SearchResult } from "../../src/use-cases/search-library.ts";
import { answer, declined } from "./fixtures.ts";
import { failing, runCli } from "./run-cli.ts";

const wrongKey = makeFinding("key-unknown", { key: "Guide 9" });

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-cli-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function* ask() {
  yield answer;
}

describe("charm ask", () => {
  it("prints the Markdown itself where there is no terminal", async () => {
    const result = await runCli(["ask", "Who?"], { services: { ask } });
    expect(result).toMatchObject({ code: 0, stdout: renderReport([answer]), stderr: "" });
    expect(result.closed).toBe(true);
  });

  it("prints a rendering on a terminal", async () => {
    const { stdout } = await runCli(["ask", "Who?"], { services: { ask }, columns: 60 });
    expect(stdout).toContain("\u001B[1mRESPONSE\u001B[22m");
    expect(stdout).toContain("\u001B[36m[1]\u001B[39m");
    expect(stdout).not.toContain("##");
  });

  it("colours nothing on a terminal when NO_COLOR says so", async () => {
    const env = { NO_COLOR: "1" };
    const { stdout } = await runCli(["ask", "Who?"], { services: { ask }, columns: 60, env });
    expect(stdout).not.toContain("\u001B");
  });

  it("prints the contract with --json", async () => {
    const { stdout, code } = await runCli(["ask", "Who?", "--json"], { services: { ask } });
    expect(JSON.parse(stdout)).toEqual([answer]);
    expect(stdout).toMatch(/^\[\n {2}\{\n {4}"question"/);
    expect(code).toBe(0);
  });

  it("hands each question over, those of standard input where - stands", async () => {
    let asked: readonly string[] = [];
    const services = {
      ask: async function* (questions: readonly string[]) {
        asked = questions;
        yield* questions.map(() => answer);
      },
    };
    await runCli(["ask", " One? ", "-", "Four?"], { services, stdin: "Two?\r\n\n  Three?\n" });
    expect(asked).toEqual(["One?", "Two?", "Three?", "Four?"]);
  });

  it("refuses an empty standard input", async () => {
    const result = await runCli(["ask", "-"], { services: { ask }, stdin: "\n" });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain("Standard input holds no question.");
  });

  it("ends with 3 when a question is declined or an answer is at fault, having printed it", async () => {
    const refused = await runCli(["ask", "Who?"], {
      services: {
        ask: async function* () {
          yield answer;
          yield declined;
        },
      },
    });
    expect(refused).toMatchObject({ code: 3, stdout: renderReport([answer, declined]) });
    const services = {
      ask: async function* () {
        yield { ...answer, findings: [wrongKey] };
      },
    };
    expect((await runCli(["ask", "Who?"], { services })).code).toBe(3);
    const warned = {
      ask: async function* () {
        yield { ...answer, findings: [{ ...wrongKey, severity: "warning" as const }] };
      },
    };
    expect((await runCli(["ask", "Who?"], { services: warned })).code).toBe(0);
  });

  it("tells what is wrong with an answer, errors even when it is to be quiet", async () => {
    const findings = [wrongKey, { ...wrongKey, severity: "warning" as const }];
    const noted = makeFinding("statement-revised", { text: "All is well." });
    const services = {
      ask: async function* () {
        yield { ...answer, findings: [...findings, noted] };
      },
    };
    const [error, warning, note] = [...findings, noted].map(
      (finding) => `${writeFindingLine(finding)}\n`,
    );
    const asked = await runCli(["ask", "Who?", "--json"], { services });
    expect(asked).toMatchObject({ code: 3, stderr: `${error}${warning}${note}` });
    const quiet = await runCli(["ask", "Who?", "--quiet"], { services });
    expect(quiet).toMatchObject({ code: 3, stderr: error });
  });

  it.each([
    [["ask", "Who?"]],
    [["ask", "Who?", "--quiet"]],
    [["ask", "Who?", "--json", "--quiet"]],
    [["ask", "Who?", "--quiet", "-o", "r.md"]],
  ])("never ends with 3 without its reason on standard error: %j", async (argv) => {
    const cwd = home;
    const giving = (...answers: Answer[]) => ({
      services: {
        ask: async function* () {
          yield* answers;
        },
      },
      cwd,
    });
    const reason = `Declined: ${declined.missing[0]}\n`;
    expect(await runCli(argv, giving(declined))).toMatchObject({ code: 3, stderr: reason });
    const wrong = { ...answer, findings: [wrongKey] };
    const several = await runCli(argv, giving(answer, declined, wrong));
    expect(several).toMatchObject({
      code: 3,
      stderr: `Question 2: ${reason}Question 3: ${writeFindingLine(wrongKey)}\n`,
    });
    const partly = { ...answer, status: "partial" as const, missing: ["Wicks."] };
    expect(await runCli([...argv], giving(partly))).toMatchObject({ code: 0 });
  });

  it("writes the report to a file and says where", async () => {
    const result = await runCli(["ask", "Who?", "-o", "r.md"], { services: { ask }, cwd: home });
    expect(await readFile(join(home, "r.md"), "utf8")).toBe(renderReport([answer]));
    expect(result).toMatchObject({ code: 0, stdout: "", stderr: "Report written to r.md.\n" });
    expect(await readdir(home)).toEqual(["r.md"]);
  });

  it("with --json and a file writes the report there and prints the JSON", async () => {
    const argv = ["ask", "Who?", "-o", "r.md", "--json", "--quiet"];
    const result = await runCli(argv, { services: { ask }, cwd: home });
    expect(await readFile(join(home, "r.md"), "utf8")).toBe(renderReport([answer]));
    expect(JSON.parse(result.stdout)).toEqual([answer]);
    expect(result.stderr).toBe("");
  });

  it("keeps an existing file when the question fails", async () => {
    await writeFile(join(home, "r.md"), "before");
    const result = await runCli(["ask", "Who?", "-o", "r.md"], { cwd: home });
    expect(result.code).toBe(1);
    expect(await readFile(join(home, "r.md"), "utf8")).toBe("before");
  });

  it("refuses a folder as the file before anything is asked", async () => {
    const result = await runCli(["ask", "Who?", "-o", "."], { cwd: home });
    expect(result).toMatchObject({ code: 2, settings: null });
    expect(result.stderr).toContain("is a folder");
  });

  it("says that the library is brought up to date first, unless it is to be quiet", async () => {
    const services = {
      ask: async function* (
        _: readonly string[],
        _options: AnswerOptions,
        { onBehind, onEvent }: Hooks,
      ) {
        onBehind("missing");
        onEvent({ kind: "planned", toDo: 1, bytes: 9 });
        yield answer;
      },
    };
    const { stderr } = await runCli(["ask", "Who?"], { services });
    expect(stderr).toBe("There is no library yet: the corpus is indexed first.\nIndexing 1 file\n");
    expect((await runCli(["ask", "Who?", "--quiet"], { services })).stderr).toBe("");
  });
});

const result: SearchResult = {
  rank: 1,
  score: 0.8312,
  file: "Rules.pdf",
  page: 3,
  pageEnd: 4,
  locator: "2.1",
  section: "Rules › Visits",
  text: "2.1 A visitor signs the book.",
};

describe("charm search", () => {
  it("prints the contract with --json, and passes query and number on", async () => {
    let passed: unknown;
    const search = async (query: string, options: unknown) => {
      passed = [query, options];
      return [result];
    };
    const { stdout } = await runCli(["search", "visits", "-k", "3", "--json"], {
      services: { search },
    });
    expect(JSON.parse(stdout)).toEqual({ query: "visits", results: [result] });
    const all = { k: 3, explain: false, documents: [], authorities: [] };
    expect(passed).toEqual(["visits", all]);
  });

  it("prints a list without it, and is done when nothing is found", async () => {
    const found = await runCli(["search", "visits"], {
      services: { search: async () => [result] },
    });
    expect(found.stdout).toContain(" 1. Rules.pdf  pp. 3–4  2.1  0.83\n    Rules › Visits\n");
    const none = await runCli(["search", "visits"], { services: { search: async () => [] } });
    expect(none).toMatchObject({ code: 0, stdout: "Nothing found.\n" });
  });
});

describe("charm index", () => {
  const identity = {
    title: "Rules",
    short: "Rules",
    version: "2",
    date: null,
    authority: "own",
    sha256: "0a",
  } as const;
  const indexed = { file: "a.pdf", status: "added", pages: 2, passages: 5, problems: [] } as const;
  const good = { ...indexed, identity, authorityDeclared: true };
  const fault = {
    file: "b.pdf",
    status: "failed",
    pages: null,
    passages: 0,
    problems: [{ code: "encrypted", pages: [], message: "It needs a password." }],
  } as const;
  const bad = { ...fault, identity: null, authorityDeclared: false };
  const nobody = {
    title: null,
    short: null,
    version: null,
    date: null,
    authority: null,
    sha256: null,
  };
  const outcome = (documents: IndexOutcome["documents"]): IndexOutcome => ({
    documents,
    unread: [{ file: "a.doc", code: "not-read", pages: [], message: "Save it as .docx." }],
    problems: [
      { file: "sources.yaml", code: "declared-missing", message: "Line 3 describes “c.pdf”." },
    ],
    fingerprint: "0123456789abcdef0123",
  });

  it("prints the contract with --json, and the problems of the corpus beside it", async () => {
    const services = { index: async () => outcome([good, bad]) };
    const { code, stdout, stderr } = await runCli(["index", "--json"], { services });
    expect(JSON.parse(stdout)).toEqual({
      documents: [
        {
          ...nobody,
          file: "a.doc",
          status: "failed",
          pages: null,
          passages: 0,
          problems: [{ code: "not-read", pages: [], message: "Save it as .docx." }],
        },
        { ...identity, ...indexed },
        { ...nobody, ...fault },
      ],
      problems: [
        { file: "sources.yaml", code: "declared-missing", message: "Line 3 describes “c.pdf”." },
      ],
      fingerprint: "0123456789abcdef0123",
    });
    expect(stderr).toBe("sources.yaml: Line 3 describes “c.pdf”.\n");
    expect(code).toBe(0);
  });

  it("ends with 2 when no file at all could be indexed, having said why", async () => {
    const { code, stdout } = await runCli(["index"], {
      services: { index: async () => outcome([bad]) },
    });
    expect(code).toBe(2);
    expect(stdout).toContain("It needs a password.");
  });
});

describe("settings and failures", () => {
  it("hears flags before the environment before charm.yaml", async () => {
    await writeFile(
      join(home, "charm.yaml"),
      "corpus: from-file\nindex: from-file\noffline: true\n",
    );
    const { settings } = await runCli(["ask", "Who?", "--corpus", "from-flag"], {
      services: { ask },
      cwd: home,
      env: { CHARM_CORPUS: "from-env", CHARM_INDEX: "from-env" },
    });
    expect(settings).toMatchObject({ corpus: "from-flag", index: "from-env", offline: true });
  });

  it("tells an expected failure by message and hint, on standard error only, with --json too", async () => {
    const failure = new CharmError("corpus-missing", "There is no corpus.", { hint: "Make one." });
    const services = { ask: () => failing(failure) };
    const { code, stdout, stderr, closed } = await runCli(["ask", "Who?", "--json"], { services });
    expect({ code, stdout, stderr, closed }).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: There is no corpus.\n  Make one.\n",
      closed: true,
    });
  });

  it("ends with 130 when it was interrupted, whatever was thrown", async () => {
    const controller = new AbortController();
    const services = {
      ask: () => {
        controller.abort();
        return failing(new Error("the stream broke off"));
      },
    };
    const broken = await runCli(["ask", "Who?"], { services, signal: controller.signal });
    expect(broken).toMatchObject({ code: 130, stdout: "", stderr: "Interrupted.\n" });
    const index = () => Promise.reject(new InterruptedError());
    const { code, stderr } = await runCli(["index"], { services: { index } });
    expect([code, stderr]).toEqual([130, "Interrupted. What was indexed so far is kept.\n"]);
  });

  it("prints help and version as results, and help without a command as a fault", async () => {
    expect(await runCli(["--version"])).toMatchObject({ code: 0, stderr: "" });
    expect((await runCli(["ask", "--help"])).stdout).toMatch(/^Usage: charm ask/);
    const none = await runCli([]);
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toMatch(/^Usage: charm/);
  });
});
