// What a manifest may hold, in YAML and as a table, and how its faults are told.
import { describe, expect, it } from "vitest";
import { readManifest } from "../../src/batch/read-manifest.ts";
import { readTable } from "../../src/batch/read-table.ts";
import { homes, options } from "./made-batch.ts";

const yaml = (...lines: readonly string[]) => readManifest(`${lines.join("\n")}\n`, options);
const table = (text: string) => readTable(text, { ...options, file: "m.csv" });

describe("a manifest in YAML", () => {
  it("crosses homes with packs and questions, the homes first", async () => {
    const { jobs, output, pattern } = await yaml(
      "homes: all",
      "packs: [missing, fire]",
      "questions:",
      "  - Who is in charge?",
      "output: drafts",
    );
    expect(output).toBe("drafts");
    expect(pattern).toBe("{home}/{job}.{format}");
    expect(jobs.map(({ home, line, asked }) => [home?.name, line, asked.kind])).toEqual([
      ["Larch House", 2, "pack"],
      ["Larch House", 2, "pack"],
      ["Larch House", 4, "question"],
      ["Rowan’s End", 2, "pack"],
      ["Rowan’s End", 2, "pack"],
      ["Rowan’s End", 4, "question"],
    ]);
  });

  it("takes jobs one by one, homes by their aliases", async () => {
    const { jobs } = await yaml(
      "jobs:",
      "  - home: LARCH",
      "    pack: missing",
      "    date: 2026-03-01",
      "  - facts: other.yaml",
      "    pack: ./my pack.yaml",
      "    output: x/y.md",
      "  - home: rowan's end",
      "    question: Why?",
    );
    expect(jobs).toMatchObject([
      { line: 2, home: { name: "Larch House" }, asked: { pack: "missing", date: "2026-03-01" } },
      { line: 5, home: null, output: "x/y.md", asked: { facts: "other.yaml" } },
      { line: 8, home: { name: "Rowan’s End" }, asked: { question: "Why?", number: 1 } },
    ]);
  });

  it.each([
    [["homes: all", "pakcs: [missing]"], /m\.yaml, line 2: “pakcs” is no field/],
    [["homes: all", "packs: []"], /line 2: packs: the list is empty/],
    [["packs: [missing]"], /line 1: no homes are named/],
    [["homes: all"], /neither packs, nor questions, nor jobs/],
    [["homes: [Larch, Ash]", "packs: [a]"], /line 1: charm.yaml has no home “Ash”/],
    [["homes:", "  - Larch", "  - larch house", "packs: [a]"], /line 3: Larch House stands/],
    [["packs: [a]", "homes: all", "jobs:", "  - pack: b"], /line 3: there are jobs beside/],
    [["jobs:", "  - home: Larch"], /line 2: the job has neither a pack nor a question/],
    [["jobs:", "  - pack: a", "    question: b"], /line 2: the job has a pack and a question/],
    [["jobs:", "  - question: b", "    facts: c"], /line 2: facts and date go with a pack/],
    [["jobs:", "  - pack: b", "    date: 2026-02-30"], /line 3: jobs\.1\.date: a day was expected/],
    [["homes: all", "packs: [a]", "formats: [pdf]"], /line 3: formats\.1: md, docx, html/],
    [["homes: all", "packs:", "  - {a: b}"], /line 3: packs\.1: a text was expected/],
    [["homes: [all"], /m\.yaml, line \d, is not YAML/],
    [["just words"], /line 1: “name: value” lines/],
    [["homes: &a [Larch]", "packs: *a"], /aliases/],
  ])("is refused with its line: %j", async (lines, message) => {
    await expect(yaml(...lines)).rejects.toThrow(message);
    await expect(yaml(...lines)).rejects.toMatchObject({ exitCode: 2 });
  });

  it("is refused where it makes more jobs than are allowed", async () => {
    const text = "homes: all\npacks: [a, b]\n";
    await expect(readManifest(text, { ...options, most: 3 })).rejects.toMatchObject({
      hint: "Allow them with --max-jobs 4.",
    });
  });

  it("needs no homes where charm.yaml names none", async () => {
    const none = { ...options, homes: { ...homes, all: [] } };
    const { jobs } = await readManifest("questions: [Why?]\n", none);
    expect(jobs).toMatchObject([{ home: null }]);
    await expect(readManifest("homes: all\npacks: [a]\n", none)).rejects.toThrow(/names no homes/);
  });
});

describe("a manifest as a table", () => {
  it("tells the line of each job, quotes and line ends as they come", () => {
    const { jobs } = table(
      'Question,home,output\r\n"What, if\r\n""any""?",Larch,a.md\r\n\r\n,,\r\nWhy?,Larch,\r\n'.replaceAll(
        "\r\n",
        "\n",
      ),
    );
    expect(jobs).toMatchObject([
      { line: 2, asked: { question: 'What, if\n"any"?' }, output: "a.md" },
      { line: 6, asked: { question: "Why?", number: 2 }, output: null },
    ]);
  });

  it("may have semicolons between its cells, and no line end at its end", () => {
    expect(table("home;pack\nLarch;missing").jobs).toMatchObject([{ asked: { pack: "missing" } }]);
  });

  it.each([
    ["", /line 1: the first line names no columns/],
    ["home,pack\n", /line 1: there is no job/],
    ["home,pakc\nLarch,a\n", /line 1: “pakc” is no column/],
    ["home,home\nLarch,a\n", /two columns “home”/],
    ["home,pack\nLarch,a\nAsh,b\n", /line 3: charm.yaml has no home “Ash”/],
    ["home,pack\nLarch,a,b\n", /line 2: there are more cells/],
    ['home,pack\nLarch,"a\n', /line 2: a quote is not closed/],
    ['home,pack\nLarch,"a"b\n', /line 2: a quote is not closed/],
    ["home,pack,date\nLarch,a,1 May\n", /line 2: “1 May” is no day/],
  ])("is refused with its line: %j", (text, message) => {
    expect(() => table(text)).toThrow(message);
  });
});
