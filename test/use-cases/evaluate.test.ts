import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareEvaluations } from "../../src/use-cases/evaluate-compare.ts";
import {
  averagePrecisionAt,
  discountedGainAt,
  intervalOf,
  listPlaces,
  rankNeeds,
  rankOfAll,
  signTest,
} from "../../src/use-cases/evaluate-measures.ts";
import { readEvalQuestions } from "../../src/use-cases/evaluate-questions.ts";
import { placeProvisions } from "../../src/use-cases/evaluate-provisions.ts";
import { evaluateRetrieval } from "../../src/use-cases/evaluate-retrieval.ts";
import { makeQuestions } from "../../src/use-cases/make-questions.ts";
import { renderChange, renderEvaluation } from "../../src/use-cases/evaluate-table.ts";
import { makeXlsx, row } from "../extract/sheets/make-xlsx.ts";
import { view } from "../support/lighthouse.ts";
import { describeDocument } from "../support/made-up-evidence.ts";
import type { OutlineRow } from "../../src/library/library.ts";
import type { SearchResult } from "../../src/use-cases/search-library.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-eval-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  return path;
}

function result(file: string, page: number | null, more: Partial<SearchResult> = {}): SearchResult {
  const base = { rank: 1, score: 1, locator: null, section: "", text: "" };
  return { ...base, file, page, pageEnd: page, ...more };
}

const questions = [
  { id: "a", text: "lamp", needs: [{ anyOf: [{ file: "law.pdf", pages: [3] }], grade: 1 }] },
  {
    id: "b",
    text: "oil",
    needs: [
      {
        anyOf: [
          { file: "law.pdf", pages: [1] },
          { file: "guide.md", section: "Oil" },
        ],
        grade: 2,
      },
      { anyOf: [{ file: "law.pdf", locator: "4(2)" }], grade: 1 },
    ],
  },
];
const results: Record<string, SearchResult[]> = {
  lamp: [result("x/law.pdf", 2, { pageEnd: 3 })],
  oil: [
    result("guide.md", null, { section: "Stores › Counting oil" }),
    result("guide.md", null, { section: "Stores › Counting oil" }),
    result("law.pdf", 9, { locator: "4(1), 4(2)" }),
  ],
};
const search = async (query: string) => results[query] ?? [];

describe("measures", () => {
  it("count distinct pages and sections, a result on two pages twice", () => {
    expect(listPlaces(results["lamp"] ?? []).map(({ page }) => page)).toEqual([2, 3]);
    expect(listPlaces(results["oil"] ?? [])).toHaveLength(2);
  });

  it("rank each need by the first place that meets it", () => {
    const ranks = rankNeeds(questions[1] as never, listPlaces(results["oil"] ?? []));
    expect(ranks).toEqual([1, 2]);
    expect(rankOfAll(ranks)).toBe(2);
    expect(rankOfAll([1, null])).toBeNull();
    expect(averagePrecisionAt([2, null], 10)).toBe(0.25);
    expect(discountedGainAt(questions[1] as never, ranks, 10)).toBe(1);
    expect(discountedGainAt(questions[1] as never, [null, 1], 10)).toBeLessThan(0.5);
  });
});

describe("what figures may owe to chance", () => {
  it("is an interval of a share", () => {
    // Wilson, 1927; the values as R's binom.confint(method = "wilson") gives them.
    expect(intervalOf(0.5, 10)).toEqual([0.2366, 0.7634]);
    expect(intervalOf(0, 20)).toEqual([0, 0.1611]);
    expect(intervalOf(1, 0)).toEqual([0, 1]);
  });

  it("is how likely a change is by chance alone", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(5, 0)).toBe(0.0625);
    expect(signTest(2, 8)).toBe(0.1094);
    expect(signTest(700, 500)).toBeLessThan(0.001);
  });
});

describe("an evaluation", () => {
  it("gives figures and each question's rank, and renders them", async () => {
    const evaluation = await evaluateRetrieval(questions, { search, now: () => 0 });
    expect(evaluation.questions.map(({ rank }) => rank)).toEqual([2, 2]);
    expect(evaluation.figures).toMatchObject({
      found: { "@1": 0, "@3": 1 },
      "recall@10": 1,
      "map@10": 0.75,
    });
    expect(renderEvaluation(evaluation).join("\n")).toContain("@3 1.000");
  });

  it("is compared with another, question by question", async () => {
    const before = await evaluateRetrieval(questions, { search });
    const better = { ...results, lamp: [result("law.pdf", 3)], oil: [] };
    const after = await evaluateRetrieval(questions, {
      search: async (query) => better[query as "lamp"],
    });
    const change = compareEvaluations(before, after);
    expect(change.better).toMatchObject([{ id: "a", before: 2, after: 1 }]);
    expect(change.worse).toMatchObject([{ id: "b", before: 2, after: null }]);
    expect(renderChange(change)[0]).toMatch(/^1 better, 1 worse, 0 the same; .* in 100 of 100$/);
  });
});

describe("a table of questions", () => {
  const csv = (...lines: readonly string[]) => {
    const path = join(folder, "table.csv");
    writeFileSync(path, lines.join("\r\n"));
    return readEvalQuestions(path);
  };

  it("has a row for each thing that a question needs", async () => {
    expect(
      await csv(
        "Question,File,Pages,Section,Remarks",
        'Who lights the lamp?,law/rules.pdf,"3, 5-6",,ask Jo',
        "Who lights the lamp?,guide.md,,Oil,",
        '"Who, and when?",guide.md,,,',
      ),
    ).toEqual([
      {
        id: "2",
        text: "Who lights the lamp?",
        needs: [
          { anyOf: [{ file: "rules.pdf", pages: [3, 5, 6] }], grade: 1 },
          { anyOf: [{ file: "guide.md", section: "Oil" }], grade: 1 },
        ],
      },
      { id: "4", text: "Who, and when?", needs: [{ anyOf: [{ file: "guide.md" }], grade: 1 }] },
    ]);
  });

  it("may be a workbook", async () => {
    const path = join(folder, "table.xlsx");
    const rows = [row(1, ["question", "provision"]), row(2, ["Who lights the lamp?", "reg 2(1)"])];
    writeFileSync(path, makeXlsx([{ name: "Questions", rows: rows.join("") }]));
    expect(await readEvalQuestions(path)).toMatchObject([
      { text: "Who lights the lamp?", needs: [{ anyOf: [{ provision: "reg 2(1)" }] }] },
    ]);
  });

  it.each([
    [["frage,file", "x,a.pdf"], /line 1: The first row must name the columns/],
    [["questoin,file", "x,a.pdf"], /did you mean question/],
    [["question,file,page", "x,a.pdf,three"], /line 2: “three” is no page/],
    [["question,file,page", "x,a.pdf,9-3"], /line 2: “9-3” is no page/],
    [["question,file", "x,"], /line 2: neither a provision nor a file/],
    [["question,file", ",a.pdf"], /line 2: there is no question/],
    [["question,file", '"x,a.pdf'], /line 2: a quotation mark is not closed/],
  ])("says what is wrong with %j", async (lines, message) => {
    await expect(csv(...lines)).rejects.toThrow(message);
  });

  it("names provisions, which the library places", () => {
    const library = view;
    const asked = [
      {
        id: "a",
        text: "lamp",
        needs: [{ anyOf: [{ file: "", provision: "reg 3(2)" }], grade: 1 }],
      },
    ];
    expect(placeProvisions(asked, library)[0]?.needs[0]?.anyOf[0]).toEqual({
      file: "Lamp_House_Regulations.pdf",
      pages: [2],
    });
    const wrong = [
      { id: "a", text: "lamp", needs: [{ anyOf: [{ file: "", provision: "reg 99" }], grade: 1 }] },
    ];
    expect(() => placeProvisions(wrong, library)).toThrow("There is no “reg 99” in the library.");
  });
});

describe("questions that are drafted", () => {
  const document = (id: string, authority: "own" | "legislation") => ({
    ...describeDocument({ id, authority }),
    kind: "headed" as const,
    fileBytes: 1,
    modified: 1,
    passageCount: 1,
    provisionCount: 1,
    problems: [],
  });
  const heading = (documentId: string, title: string, page: number | null) =>
    ({ documentId, title, page, kind: "section", standing: "current" }) as unknown as OutlineRow;
  const made = (rows: readonly OutlineRow[]) =>
    makeQuestions({
      documents: [document("law", "legislation"), document("plan", "own")],
      outline: async () => rows,
    });

  it("ask for headings, own documents first, in a table that is read again", async () => {
    const table = await made([
      heading("law", "Lighting of lamps", 3),
      heading("plan", "4.2 Who lights the lamp, and when", null),
      heading("plan", "Note", 1),
    ]);
    const path = join(folder, "made.csv");
    writeFileSync(path, table);
    expect(await readEvalQuestions(path)).toEqual([
      {
        id: "2",
        text: "What does plan say about “Who lights the lamp, and when”?",
        needs: [
          {
            anyOf: [{ file: "plan.pdf", section: "4.2 Who lights the lamp, and when" }],
            grade: 1,
          },
        ],
      },
      {
        id: "3",
        text: "What does law say about “Lighting of lamps”?",
        needs: [{ anyOf: [{ file: "law.pdf", pages: [3] }], grade: 1 }],
      },
    ]);
  });

  it("are spread over a long document, and no formula for a spreadsheet", async () => {
    const long = Array.from({ length: 500 }, (_, at) => heading("law", `Matter number ${at}`, at));
    const lines = (await made(long)).trim().split("\n");
    expect(lines.length).toBeLessThan(60);
    expect(lines.at(-1)).toMatch(/Matter number 4\d\d/);
  });
});

describe("question files", () => {
  it("of places are read, the unanswerable left out", async () => {
    const path = write("own.jsonl", [
      { id: "a", question: "lamp", evidence_all_of: [[{ doc: "x/law.pdf", pages: [3] }]] },
      { id: "n", type: "unanswerable", question: "?", evidence_all_of: [] },
    ]);
    expect(await readEvalQuestions(path)).toEqual([questions[0]]);
  });

  it("of BEIR are read with the judgements beside them", async () => {
    const path = write("queries.jsonl", [
      { _id: "b", text: "oil" },
      { _id: "z", text: "unjudged" },
    ]);
    writeFileSync(
      join(folder, "qrels.tsv"),
      "query-id\tcorpus-id\tscore\nb\tlaw.pdf#page=9\t2\nb\tlaw.pdf#4(2)\t1\nb\tlaw.pdf\t0\n",
    );
    expect(await readEvalQuestions(path)).toEqual([
      {
        id: "b",
        text: "oil",
        needs: [
          { anyOf: [{ file: "law.pdf", pages: [9] }], grade: 2 },
          { anyOf: [{ file: "law.pdf", locator: "4(2)" }], grade: 1 },
        ],
      },
    ]);
  });

  it.each([
    ["no.jsonl", null, "questions-unreadable"],
    ["text.jsonl", "not json", "questions-malformed"],
    ["other.jsonl", '{"id":"a"}', "questions-malformed"],
    ["empty.jsonl", "", "questions-malformed"],
  ])("%s is refused", async (name, content, code) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    await expect(readEvalQuestions(join(folder, name))).rejects.toMatchObject({ code });
  });
});
