// What a sentence affirms, waives, permits early, takes away, and leaves to one in one's own case.
import { describe, expect, it } from "vitest";
import {
  affirms,
  deprives,
  judgesItself,
  permitsEarly,
  promises,
  readLetOff,
} from "../../src/facts/rules.ts";

describe("affirming", () => {
  it.each(["It is written no later than noon.", "If talking does not help, the boat is tied."])(
    "is: %s",
    (text) => expect(affirms(text)).toBe(true),
  );
  it.each(["It is never written.", "Nobody writes it.", "It is written unless it rains."])(
    "is not: %s",
    (text) => expect(affirms(text)).toBe(false),
  );
  it("promises nothing where it only aims", () => {
    expect(promises("It is written within a day.")).toBe(true);
    expect(promises("We aim to write it within a day.")).toBe(false);
    expect(promises("It is written within a day where possible.")).toBe(false);
  });
});

describe("letting off", () => {
  it.each([
    ["Night workers are exempt from drills.", "exempt from"],
    ["Relief staff have no drill.", "have no"],
    ["Bank staff are not drilled.", "are not"],
    ["Night staff may choose a shorter course instead.", "may choose a shorter course instead"],
  ])("%s", (text, words) => expect(readLetOff(text)).toBe(words));
  it("is of somebody who works there", () => {
    expect(readLetOff("The boat has no sail.")).toBeNull();
    expect(readLetOff("Night workers are drilled monthly.")).toBeNull();
  });
});

it("permits something before its time", () => {
  expect(permitsEarly("A keeper may start before the papers come.")).toBe(true);
  expect(permitsEarly("A keeper can begin while the check is awaited.")).toBe(true);
  expect(permitsEarly("A keeper may look around before they start.")).toBe(false);
  expect(permitsEarly("No keeper may start before the papers come.")).toBe(false);
  expect(permitsEarly("A keeper may start only when the papers come.")).toBe(false);
});

describe("taking away", () => {
  it.each([
    ["A child who is rude loses pocket money.", ""],
    ["A child who is rude has no pudding.", "Sanctions."],
  ])("is: %s", (text, context) => expect(deprives(text, context)).toBe(true));
  it.each([
    ["No child loses pocket money.", "Sanctions."],
    ["There is no pudding on Mondays.", "Menus."],
    ["Children are not made to go without meals.", "Discipline."],
    ["Pocket money is given on Fridays.", "Sanctions."],
  ])("is not: %s", (text, context) => expect(deprives(text, context)).toBe(false));
});

it("leaves a matter to the one it is about", () => {
  expect(judgesItself("The manager looks into it herself, whoever it is about.")).toBe(true);
  expect(judgesItself("The manager looks into complaints about herself.")).toBe(true);
  expect(judgesItself("The manager looks into complaints about the food herself.")).toBe(false);
  expect(judgesItself("If it is about Mr Quill himself, he considers it and answers.")).toBe(true);
  expect(
    judgesItself("If it is about Mr Quill himself, he hands it to the owner, who considers it."),
  ).toBe(false);
  expect(judgesItself("Complaints about the manager are answered by the manager.")).toBe(true);
  expect(judgesItself("A complaint about the manager goes to the responsible individual.")).toBe(
    false,
  );
});
