import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { averagePrecisionAt, recallAt } from "../../bench/obliqa/measures.mjs";
// @ts-expect-error: plain JavaScript, without declarations.
import { readDocuments, readQuestions } from "../../bench/obliqa/read-obliqa.mjs";

const folder = mkdtempSync(join(tmpdir(), "charm-obliqa-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("trec_eval's measures", () => {
  const ranking = ["a", "x", "b", "y", "c"];
  const relevant = new Set(["a", "b", "missing", "c"]);

  it("give recall at a cut", () => {
    expect(recallAt(ranking, relevant, 3)).toBe(0.5);
    expect(recallAt(ranking, relevant, 10)).toBe(0.75);
  });

  it("give average precision at a cut, over all that is relevant", () => {
    expect(averagePrecisionAt(ranking, relevant, 4)).toBeCloseTo((1 + 2 / 3) / 4, 9);
    expect(averagePrecisionAt([], relevant, 10)).toBe(0);
  });
});

describe("the benchmark's files", () => {
  const rows = [
    ["1.", "LAMPS"],
    ["1.2", "Lighting"],
    ["1.2.(a)", "The lamp must be lit at dusk."],
    ["1.2.(b)", " "],
  ].map(([number, text]) => ({ DocumentID: 7, PassageID: number, Passage: text }));

  it("give passages with the headings above them, empty ones left out", () => {
    writeFileSync(join(folder, "7.json"), JSON.stringify(rows));
    const [passages] = readDocuments(folder);
    expect(passages?.map(({ number }: { number: string }) => number)).toEqual([
      "1.",
      "1.2",
      "1.2.(a)",
    ]);
    expect(passages?.[2]).toMatchObject({ document: 7, trail: ["LAMPS", "Lighting"] });
  });

  it("give questions with the passages that answer them", () => {
    const file = join(folder, "questions.json");
    const question = { QuestionID: "q", Question: "When?", Passages: [rows[2], rows[3]] };
    writeFileSync(file, JSON.stringify([question]));
    expect(readQuestions(file)).toEqual([
      { id: "q", text: "When?", relevant: new Set(["7#1.2.(a)"]) },
    ]);
  });
});
