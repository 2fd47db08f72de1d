// Whether a text holds a thing of the kind asked for.
import { expect, it } from "vitest";
import { readAsked } from "../../src/plan/asked-kind.ts";
import { holdsKind } from "../../src/plan/holds-kind.ts";

function holds(question: string, text: string): boolean {
  const asked = readAsked(question);
  if (asked === null) throw new Error("a question after a kind was meant");
  return holdsKind(text, asked);
}

it.each([
  ["How long is the log kept?", "It is kept for fifteen years.", "It is kept in box 15."],
  ["How often is it tested?", "It is tested at suitable intervals.", "It is tested by two mates."],
  ["How soon is it done?", "The owner is told without delay.", "The owner is told by letter."],
  ["By when is it done?", "It is done before the ship sails.", "It is done by the mate."],
  ["When may it be lit?", "It may be lit only if there is fog.", "It is lit by the mate."],
  ["What does it cost?", "The charge is 12 pounds.", "There are 12 charges."],
  ["How wide is the stair?", "The stair is 0.8 metres across.", "The stair has 80 steps."],
  ["What is the least age?", "A mate must be aged 16 or over.", "There are 16 mates."],
  ["How many mates are there?", "Two trained mates keep watch.", "Mates keep watch for two hours."],
  [
    "How many mates are there?",
    "At least one mate keeps watch.",
    "One lamp is lit by the keeper and all his mates.",
  ],
  ["What is the date?", "It was built in 1901.", "It was built of 19 stones."],
  ["What is the owner's phone number?", "Call 01234 567890.", "Call the owner."],
  ["Which software keeps the log?", "The log may be kept in software.", "The log is kept in ink."],
  ["May it be lit?", "The lamp must not be lit.", "The lamp was built in May 1901."],
])("%s is answered by a text that holds it", (question, held, other) => {
  expect(holds(question, held)).toBe(true);
  expect(holds(question, other)).toBe(false);
});

it.each(["eight weeks", "nine months", "thirty days", "twenty-eight days", "fourteen days"])(
  "a length of time may be in words: %s",
  (time) => {
    expect(holds("How long is the log kept?", `It is kept for ${time}.`)).toBe(true);
  },
);

it.each([
  ["The office is told within 5 working days.", true],
  ["The office is told within 28 days of it.", true],
  ["The office is told of it without delay.", true],
  ["The brass is polished at least once a month.", true],
  ["The brass is polished every week by mates.", true],
  ["There is an annual and a monthly round.", true],
  ["There are 24-hour watches in the winter.", true],
  ["The brass is polished on Fridays.", true],
  ["The office is told within the hour.", true],
  ["The log is signed the same day.", true],
  ["The horn is tried on the first day.", true],
  ["The lenses are wiped nightly.", true],
  ["The gate is locked at dusk.", true],
  ["Next trial: 2026-05-11", true],
  ["The lamp has 5 wicks and 3 lenses.", false],
  ["The keeper writes down the day of each wreck.", false],
])("by when a thing is done is told in many ways: %s", (text, expected) => {
  expect(holds("How soon is it done?", text)).toBe(expected);
});
