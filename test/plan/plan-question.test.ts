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
        writes: { kind: "section", about: "the duties of the keeper" },
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

  it.each([
    ["How long do we keep the log and who may see it?", "who may see the log"],
    ["What must the log record and for how long?", "for how long: the log record"],
    [
      "Can a mate trim the wick, and do we have to write it up?",
      "do we have to write it up: a mate trim the wick",
    ],
    [
      "Who lights the lamp? Which techniques are off limits?",
      "Which techniques are off limits: lights the lamp",
    ],
  ])("carries the subject of the first half over: %s", (question, query) => {
    const [first, second] = planQuestion(question).parts;
    expect(first?.carried).toBeUndefined();
    expect(second?.query).toBe(query);
    expect(second?.carried).toBeDefined();
    expect(second?.heading).not.toContain(":");
  });

  it("carries nothing over that says nothing, and nothing to a part that stands alone", () => {
    const [, second] = planQuestion(
      "How long do they wait at sea and which brass ticket counts?",
    ).parts;
    expect(second).toEqual({
      query: "which brass ticket counts?",
      variants: [],
      heading: "Which brass ticket counts",
    });
    const [, alone] = planQuestion(
      "Who lights the lamp and which keepers sound the great horn?",
    ).parts;
    expect(alone?.carried).toBeUndefined();
  });

  it("splits questions between commas before a last one, and no clause from its question", () => {
    expect(headings("Who writes the log, who reads it, and what goes in?")).toEqual([
      "Who writes the log",
      "Who reads it",
      "What goes in",
    ]);
    expect(
      headings("If the keeper dies, what must be done, and could the light stay lit?"),
    ).toEqual(["If the keeper dies, what must be done", "Could the light stay lit"]);
  });

  it.each([
    "How and when must we tell the harbour master?",
    "Whom do we tell, and when?",
    "What are our policies and procedures?",
    "Must the keeper and the mate both sign?",
  ])("leaves halves that cannot stand together: %s", (question) => {
    expect(headings(question)).toEqual([null]);
  });

  it("does not split joined subjects", () => {
    expect(headings("Who looks after the lamp and the horn?")).toEqual([null]);
  });

  it("gives what is told of the case to every question about it", () => {
    const { parts } = planQuestion(
      "Our keeper holds a mate's ticket. Does that ticket suffice? What must he do about the log?",
    );
    expect(parts).toHaveLength(2);
    for (const { query } of parts) expect(query).toContain("a mate's ticket");
  });

  it("asks what cannot stand by itself with what stands beside it", () => {
    expect(
      headings("Mates say the lamp may go out at dawn. Is that true? Who trims the wick?"),
    ).toEqual([null]);
    expect(headings("How soon? Who trims the wick, and which keeper sounds the horn?")).toEqual([
      "How soon? and Who trims the wick",
      "Which keeper sounds the horn",
    ]);
  });

  it("splits before a number of people as before a pronoun", () => {
    expect(headings("How wide must a bunk be and can two mates share a cabin?")).toEqual([
      "How wide must a bunk be",
      "Can two mates share a cabin",
    ]);
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

  it.each([
    ["How often is the lamp trimmed, and is that often enough?", "How often is the lamp trimmed?"],
    ["How often is the lamp trimmed? Does that fit the law?", "How often is the lamp trimmed?"],
    ["How long is the log kept and is that what the law wants", "How long is the log kept?"],
    ["Who may see the log and does the law allow it?", "Who may see the log?"],
  ])("asks nothing for a half that only judges the rest: %s", (question, asked) => {
    const plan = planQuestion(question);
    expect(plan.question).toBe(question);
    expect(plan.asked).toBe(asked);
    expect(plan.parts.map(({ query, heading }) => ({ query, heading }))).toEqual([
      { query: asked, heading: null },
    ]);
  });

  it("keeps the other parts beside a half that judges", () => {
    expect(
      headings("How long do we keep the log, and is that lawful, and who signs the log?"),
    ).toEqual(["How long do we keep the log", "Who signs the log"]);
  });

  it("keeps a question that only judges, where nothing is asked before it", () => {
    const { asked, parts } = planQuestion("We keep the log for a year. Is that lawful?");
    expect(asked).toBeUndefined();
    expect(parts.map(({ query }) => query)).toEqual([
      "We keep the log for a year. Is that lawful?",
    ]);
  });
});

it("gives a question its subject by whose thing it asks for, where nobody in it could own that", () => {
  const carriedOf = (question: string) => planQuestion(question).parts.at(-1)?.carried;
  expect(
    carriedOf(
      "Who is our independent person, how often do they visit and who receives their report?",
    ),
  ).toBeDefined();
  expect(
    carriedOf("Who visits the home and who tells new staff about their rota?"),
  ).toBeUndefined();
});
