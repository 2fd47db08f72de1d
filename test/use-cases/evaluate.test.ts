import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareEvaluations } from "../../src/use-cases/evaluate-compare.ts";
import {
  averagePrecisionAt,
  discountedGainAt,
  listPlaces,
  rankNeeds,
  rankOfAll,
} from "../../src/use-cases/evaluate-measures.ts";
import { readEvalQuestions } from "../../src/use-cases/evaluate-questions.ts";
import { evaluateRetrieval } from "../../src/use-cases/evaluate-retrieval.ts";
import { renderChange, renderEvaluation } from "../../src/use-cases/evaluate-table.ts";
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
    expect(renderChange(change)[0]).toBe("1 better, 1 worse, 0 the same");
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
