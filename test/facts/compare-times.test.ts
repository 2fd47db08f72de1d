// Which of two times asks for more.
import { expect, it } from "vitest";
import { compareTimes } from "../../src/facts/compare-times.ts";
import { readTimeFacts, type TimeFact } from "../../src/facts/time-facts.ts";

function read(text: string): TimeFact {
  const [fact] = readTimeFacts(text);
  if (fact === undefined) throw new Error(`No time in “${text}”.`);
  return fact;
}

it.each([
  ["within 72 hours", "within 24 hours", "falls-short"],
  ["within 12 hours", "within 24 hours", "goes-beyond"],
  ["within one day", "within 24 hours", "meets"],
  ["within five working days", "without delay", "falls-short"],
  ["at once", "without delay", "meets"],
  // A day may still be a delay.
  ["within 20 hours", "without delay", null],
  ["every two months", "once each month", "falls-short"],
  ["every four weeks", "once each month", "meets"],
  ["fortnightly", "once each month", "goes-beyond"],
  ["annually", "once in each calendar year", "meets"],
  ["kept for ten years", "kept for 15 years from the last entry", "falls-short"],
  ["kept for 20 years from the last entry", "kept for 15 years from the last entry", "goes-beyond"],
  ["kept for 25 years after leaving", "kept for 75 years from birth", "falls-short"],
  // Who leaves at eighteen is 78 by then; who left at ten is not.
  ["kept for 60 years after leaving", "kept for 75 years from birth", null],
  ["told a week before it sails", "told one month before it sails", "falls-short"],
  ["told six weeks beforehand", "told one month before it sails", "goes-beyond"],
  ["six months' experience", "worked for at least one year", "falls-short"],
  ["worked for four years", "worked for at least one year", "meets"],
  ["within one week", "every week", null],
])("%s against %s: %s", (own, law, verdict) => {
  expect(compareTimes(read(`It is ${own}.`), read(`It is ${law}.`))).toBe(verdict);
});
