// How a question is taken apart.
import { describe, expect, it } from "vitest";
import { planQuestion } from "../../src/plan/plan-question.ts";

const headings = (question: string) => planQuestion(question).parts.map((part) => part.heading);

describe("planQuestion", () => {
  it("leaves a plain question whole", () => {
    expect(planQuestion("  Who lights\nthe lamp? ")).toEqual({
      question: "Who lights the lamp?",
      parts: [{ query: "Who lights the lamp?", variants: [], heading: null }],
    });
  });

  it("searches for an instruction's subject, not for what to do with it", () => {
    expect(planQuestion("Draft a section on the duties of the keeper.").parts).toEqual([
      {
        query: "the duties of the keeper.",
        variants: [],
        heading: null,
      },
    ]);
  });

  it("splits sentences that each ask", () => {
    expect(headings("Who lights the lamp? What does the log record?")).toEqual([
      "Who lights the lamp",
      "What does the log record",
    ]);
  });

  it("splits joined questions, and gives the second the subject it leans on", () => {
    const { parts } = planQuestion("What does the log record, and who signs it?");
    expect(parts.map((part) => part.heading)).toEqual(["What does the log record", "Who signs it"]);
    expect(parts[1]?.query).toContain("the log record");
  });

  it("does not split joined subjects", () => {
    expect(headings("Who looks after the lamp and the horn?")).toEqual([null]);
  });

  it("gives what is told of the case to every question about it", () => {
    const { parts } = planQuestion(
      "Our keeper holds a mate's ticket. Does that suffice? What must he do next?",
    );
    expect(parts).toHaveLength(2);
    for (const { query } of parts) expect(query).toContain("a mate's ticket");
  });

  it("makes a part of each item to include", () => {
    expect(headings("Outline the keeper's week. Include lamps, stores and visitors.")).toEqual([
      "Outline the keeper's week",
      "Lamps",
      "Stores",
      "Visitors",
    ]);
  });

  it("does not end a sentence inside a paragraph number", () => {
    expect(headings("What does paragraph 10.2 of the Guide expect?")).toEqual([null]);
  });

  it("searches for the whole of a question with very many parts", () => {
    const many = Array.from({ length: 9 }, (_, i) => `What is rule ${i} about?`).join(" ");
    expect(planQuestion(many).parts.map(({ query, heading }) => [query, heading])).toEqual([
      [many, null],
    ]);
  });

  it.each(["", "???", "lamp", `${"a ".repeat(5000)}?`, "(((", "What [a-z]* $& is?"])(
    "gives a plan for odd text %#",
    (text) => {
      const plan = planQuestion(text);
      expect(plan.parts.length).toBeGreaterThan(0);
      expect(plan).toEqual(planQuestion(text));
    },
  );
});
