import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderChecked } from "../../src/cli/render-checked.ts";
import { CharmError } from "../../src/errors.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import type { CheckedReport } from "../../src/use-cases/check-reports.ts";
import { runCli } from "./run-cli.ts";

const findings: CheckedReport["findings"] = [
  makeFinding(
    "page-paragraph-mismatch",
    { variant: "noted", said: "Paragraph 2.1 stands on page 3 of the Rules, not on page 4." },
    {
      line: 12,
      reference: "page 4, paragraph 2.1",
      place: { file: "Rules.pdf", locator: "2.1", page: 3 },
    },
  ),
  makeFinding("repeated-source", { place: "Rules, page 4", first: "138" }, { line: 140 }),
  makeFinding("source-unused", { place: "Rules, page 9" }, { reference: "page 9" }),
];

const check = async (files: readonly string[]): Promise<CheckedReport[]> =>
  files.map((file, i) => ({ file, findings: i === 0 ? findings : [] }));

describe("charm check", () => {
  it("prints the contract with --json, reports named as the user did", async () => {
    let paths: readonly string[] = [];
    const services = {
      check: (files: readonly string[]) => {
        paths = files;
        return check(files);
      },
    };
    const result = await runCli(["check", "a.md", "sub/b.md", "--json"], {
      services,
      cwd: "/home",
    });
    expect(paths).toEqual(["/home/a.md", "/home/sub/b.md"]);
    const noPlace = { section: null, page: null };
    expect(JSON.parse(result.stdout)).toEqual([
      {
        file: "a.md",
        findings: [
          { ...findings[0], ...noPlace },
          { ...findings[1], ...noPlace, reference: null, place: null },
          { ...findings[2], ...noPlace, line: null, place: null },
        ],
      },
      { file: "sub/b.md", findings: [] },
    ]);
  });

  it("ends with 3 on an error and with 0 on anything less", async () => {
    expect((await runCli(["check", "a.md"], { services: { check } })).code).toBe(3);
    const mild = async () => [{ file: "a.md", findings: findings.slice(1) }];
    expect((await runCli(["check", "a.md"], { services: { check: mild } })).code).toBe(0);
  });
});

describe("charm check --output", () => {
  it("prints what was found where no marked copy can be written, and says so", async () => {
    const unmarked = new CharmError("not-markable", "Comments cannot be put into a.docx.");
    const found = async () => [{ file: "a.docx", findings, unmarked }];
    const args = ["check", "a.docx", "--output", "b.docx", "--json"];
    const result = await runCli(args, { services: { check: found } });
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject([{ findings: [{}, {}, {}] }]);
    expect(result.stderr).toContain("Comments cannot be put into a.docx.");
  });
});

describe("charm check --fix", () => {
  const fix = async (files: readonly string[]) =>
    files.map((file) => ({ file, findings: findings.slice(2), fixed: findings.slice(0, 2) }));

  it("says what was mended, and ends by what is left", async () => {
    const result = await runCli(["check", "a.md", "--fix"], { services: { check: fix } });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("140  mended  Rules, page 4 is listed already on line 138.");
    expect(result.stdout).toContain("2 faults mended.");
    expect(result.stdout).toMatch(/1 note\.\n$/);
  });

  it("adds it to the contract", async () => {
    const { stdout } = await runCli(["check", "a.md", "--fix", "--json"], {
      services: { check: fix },
    });
    expect(JSON.parse(stdout)).toMatchObject([
      { file: "a.md", findings: [{ code: "source-unused" }], fixed: [{ line: 12 }, { line: 140 }] },
    ]);
  });
});

describe("renderChecked", () => {
  it("lists findings by line, and counts them", async () => {
    const options = { width: 60, style: new Chalk({ level: 0 }) };
    expect(renderChecked(await check(["a.md", "b.md"]), options)).toMatchInlineSnapshot(`
      "a.md
         12  error   Paragraph 2.1 stands on page 3 of the Rules,
                     not on page 4. (page 4, paragraph 2.1)
                     [page-paragraph-mismatch]
        140  warning Rules, page 4 is listed already on line 138.
                     [repeated-source]
             note    Rules, page 9 is listed but never cited.
                     [source-unused]
        1 error, 1 warning, 1 note.

      b.md
        Nothing to find fault with.
      "
    `);
  });
});
