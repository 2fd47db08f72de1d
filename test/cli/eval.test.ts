import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Evaluation } from "../../src/use-cases/evaluate-retrieval.ts";
import { runCli } from "./run-cli.ts";

const evaluation: Evaluation = {
  questions: [
    { id: "q1", question: "Who visits?", rank: 1, needs: [1], ms: 12 },
    { id: "q2", question: "Who signs?", rank: null, needs: [2, null], ms: 14 },
  ],
  figures: {
    found: { "@1": 0.5, "@3": 0.5, "@5": 0.5, "@10": 0.5 },
    intervals: { "@1": [0.1, 0.9], "@3": [0.1, 0.9], "@5": [0.1, 0.9], "@10": [0.1, 0.9] },
    "recall@10": 0.75,
    "map@10": 0.6,
    "ndcg@10": 0.7,
    msPerQuestion: 13,
  },
};

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-eval-"));
  const [first, second] = evaluation.questions;
  const before = { ...evaluation, questions: [{ ...first, rank: 4 }, second] };
  await writeFile(join(home, "before.json"), JSON.stringify(before));
  await writeFile(join(home, "other.json"), '{"questions": [{"text": "?"}]}');
  await writeFile(join(home, "broken.json"), "{");
});
afterAll(() => rm(home, { recursive: true, force: true }));

const services = {
  eval: async (_path: string, onQuestion: (done: number, of: number) => void) => {
    for (let done = 1; done <= 25; done += 1) onQuestion(done, 25);
    return evaluation;
  },
};

describe("charm eval", () => {
  it("prints figures and what was found late, and counts on standard error", async () => {
    const result = await runCli(["eval", "q.jsonl"], { services });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("2 questions, 13 ms a question");
    expect(result.stdout).toContain("q2  Who signs?");
    expect(result.stderr.split("\n")).toHaveLength(11);
    expect(result.stderr).toMatch(/^3 of 25 questions\n/);
    expect((await runCli(["eval", "q.jsonl", "--quiet"], { services })).stderr).toBe("");
  });

  it("prints the contract with --json, and what changed with --compare", async () => {
    const plain = await runCli(["eval", "q.jsonl", "--json"], { services });
    expect(JSON.parse(plain.stdout)).toEqual(evaluation);
    const argv = ["eval", "q.jsonl", "--json", "--compare", "before.json"];
    const { stdout } = await runCli(argv, { services, cwd: home });
    expect(JSON.parse(stdout)).toMatchObject({
      ...evaluation,
      change: {
        better: [{ id: "q1", before: 4, after: 1 }],
        worse: [],
        chance: 1,
        same: 1,
        unmatched: [],
      },
    });
    const text = await runCli(["eval", "q.jsonl", "--compare", "before.json"], {
      services,
      cwd: home,
    });
    expect(text.stdout).toContain("1 better, 0 worse, 1 the same");
  });

  it.each(["other.json", "broken.json", "nowhere.json"])(
    "refuses %s to compare with before it searches",
    async (name) => {
      const result = await runCli(["eval", "q.jsonl", "--compare", name], { cwd: home });
      expect(result).toMatchObject({ code: 2, stdout: "", settings: null });
      expect(result.stderr).toContain(name);
    },
  );

  it("writes a table of questions to edit, and never over one that is there", async () => {
    const made = {
      makeQuestions: async () => "question,file,page,section\r\nWho?,a.pdf,3,\r\n",
    };
    const first = await runCli(["eval", "mine.csv", "--make"], { services: made, cwd: home });
    expect(first).toMatchObject({ code: 0, stdout: "" });
    expect(first.stderr).toContain("mine.csv");
    expect(await readFile(join(home, "mine.csv"), "utf8")).toContain("Who?,a.pdf,3");
    const again = await runCli(["eval", "mine.csv", "--make"], { services: made, cwd: home });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("is there already");
    const wrong = await runCli(["eval", "mine.docx", "--make"], { services: made, cwd: home });
    expect(wrong.stderr).toContain("ends in .csv");
  });
});
