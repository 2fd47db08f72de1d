// Orders to write a text, and what is looked for to fill it.
import { expect, it } from "vitest";
import { readOrder } from "../../src/plan/ordered-text.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";

it.each([
  ["Write a letter to the owner about a wreck.", "letter", "to the owner about a wreck"],
  ["Draft an agenda for the keepers' meeting.", "agenda", "the keepers' meeting"],
  ["Prepare a checklist for lighting the lamp", "checklist", "lighting the lamp"],
  ["Give me a briefing on fog.", "briefing", "fog"],
  ["Could you please write an e-mail about oil?", "e-mail", "oil"],
  ["Draft a section on the required tickets", "section", "the required tickets"],
  ["We need a poster about the horn.", "poster", "the horn"],
  ["Draft a lamp safety policy.", "lamp safety policy", ""],
  ["Write to the harbour board about a wreck.", "letter", "to the harbour board about a wreck"],
  ["Could you write back to the owner of the wreck?", "letter", "to the owner of the wreck"],
])("%s is one", (sentence, kind, about) => {
  expect(readOrder(sentence)).toEqual({ kind, about });
});

it.each([
  "Outline the keeper's duties.",
  "List the records of the lamp.",
  "Give a summary of regulation 5.",
  "What must a policy on fog cover?",
  "Do we need a policy on fog?",
  "We need a report on fog before we sail.",
  "Write down the time of each wreck.",
])("%s is none", (sentence) => {
  expect(readOrder(sentence)).toBeNull();
});

it.each([
  ["Write a letter to the owner about a wreck.", "to the owner about a wreck."],
  ["Prepare a night checklist for lighting the lamp.", "night lighting the lamp."],
  ["Draft a policy on fog.", "policy on fog."],
])("what is looked for leaves out what no document is about: %s", (question, query) => {
  const [part, ...more] = planQuestion(question).parts;
  expect(more).toEqual([]);
  expect(part?.query).toBe(query);
  expect(part?.writes).toBeDefined();
  expect(part?.asks).toBeUndefined();
});

it.each([
  ["Draft a fog plan and a lamp oil policy.", ["fog plan", "lamp oil policy"]],
  ["Write a policy and a procedure on fog.", ["policy", "procedure"]],
  [
    "Prepare a fog plan, an oil checklist and a letter to the owner.",
    ["fog plan", "oil checklist", "letter"],
  ],
  ["Draft a policy and procedure on fog.", ["policy"]],
  ["Write a letter about a fog plan and a lamp policy.", ["letter"]],
  ["Write to the owner about a fog plan and a lamp policy.", ["letter"]],
])("writes each text that is ordered: %s", (question, kinds) => {
  expect(planQuestion(question).parts.map(({ writes }) => writes?.kind)).toEqual(kinds);
});

it("gives a bare text the subject of the one beside it", () => {
  const { parts } = planQuestion("Write a policy and a procedure on fog.");
  expect(parts.map(({ query }) => query)).toEqual([
    "policy on fog",
    expect.stringMatching(/^procedure on fog/),
  ]);
});

it("keeps together what one text is to say, and apart what is asked beside it", () => {
  const one = planQuestion("Draft a section on how we light the lamp and what we do in fog.");
  expect(one.parts).toHaveLength(1);
  const two = planQuestion("Outline the keeper's duties and draft a section on his ticket.");
  expect(two.parts.map(({ writes }) => writes?.kind)).toEqual([undefined, "section"]);
});
