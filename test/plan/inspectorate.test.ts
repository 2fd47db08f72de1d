// Questions that speak of the inspectorate, in one of their parts or all.
import { expect, it } from "vitest";
import { speaksOfInspectorate } from "../../src/plan/inspectorate.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";
import { wordingsOf } from "../../src/plan/wordings.ts";

it.each(["How does Ofsted decide?", "What do inspectors look for?", "Who graded us inadequate?"])(
  "%s speaks of it",
  (question) => {
    expect(speaksOfInspectorate(question)).toBe(true);
  },
);

it.each(["How often is the lamp lit?", "Which degree does a keeper need?"])(
  "%s does not",
  (question) => {
    expect(speaksOfInspectorate(question)).toBe(false);
    expect(planQuestion(question).parts[0]?.ofInspectorate).toBeUndefined();
  },
);

it("is so of every part of such a question, and of the wordings it is searched for by", () => {
  const { parts } = planQuestion(
    "Ofsted wrote to us on Monday. What must the keeper answer? Who may appeal to the harbour court?",
  );
  expect(parts).toHaveLength(2);
  for (const part of parts) expect(wordingsOf(part).ofInspectorate).toBe(true);
});
