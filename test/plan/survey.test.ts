import { expect, it } from "vitest";
import { readSurvey } from "../../src/plan/survey.ts";

it.each([
  "List the essential policies and procedures we must have in place before opening.",
  "Which policies must a children's home have?",
  "What records must we keep?",
  "What notifications are required under the Regulations?",
])("reads %s as a question after all of a kind", (question) => {
  expect(readSurvey(question)).not.toBeNull();
});

it.each([
  "Which records must we keep of medicines?",
  "What policy covers bullying?",
  "Who must be notified of a death?",
  "Do we need a complaints procedure?",
])("reads %s as a question like any other", (question) => {
  expect(readSurvey(question)).toBeNull();
});

it("finds sentences that require one, and not those that only speak of it", () => {
  const { pattern } = readSurvey("List the policies we must have.") ?? { pattern: /$^/ };
  expect(pattern.test("The keeper must prepare and implement a policy on fog.")).toBe(true);
  expect(pattern.test("The keeper shall establish a procedure for wrecks.")).toBe(true);
  expect(pattern.test("The policy is kept in the lamp room.")).toBe(false);
  expect(pattern.test("The keeper must light the lamp.")).toBe(false);
});
