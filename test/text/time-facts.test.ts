// Times that bind, by what they are to what is done, and how long they are.
import { describe, expect, it } from "vitest";
import { readTimeFacts } from "../../src/text/time-facts.ts";

const read = (text: string) =>
  readTimeFacts(text).map(({ role, words, from }) =>
    [role, words, ...(from === null ? [] : [from])].join(": "),
  );

describe("what a time is to what is done", () => {
  it.each([
    ["The log is written within 72 hours of the storm.", "deadline: 72 hours"],
    ["The log is written by the end of the third day.", "deadline: by the end of the third day"],
    ["The keeper hears within a fortnight.", "deadline: within a fortnight"],
    ["The harbour is told without delay.", "deadline: without delay"],
    ["The lamp is trimmed every other week.", "interval: every other week"],
    ["Each January the lens is polished.", "interval: Each January"],
    ["The boat is tarred once a quarter.", "interval: once a quarter"],
    ["Keepers are examined five times a year.", "interval: five times a year"],
    ["The log is kept for ten years.", "keeping: ten years"],
    ["Old logs are shredded six years after the last entry.", "keeping: six years: entry"],
    ["The file is kept for 80 years from birth.", "keeping: 80 years: birth"],
    [
      "The file is held until the keeper's 25th birthday.",
      "keeping: until the keeper's 25th birthday: birth",
    ],
    ["A keeper needs two years' experience of storms.", "length: two years"],
    ["The harbour is told a month beforehand.", "notice: a month"],
    ["The harbour is told no later than one week before the boat sails.", "notice: one week"],
    ["The keeper was away for a period of 28 days or more.", "threshold: 28 days"],
    ["If the keeper is off for more than six weeks, we write.", "threshold: six weeks"],
    ["The harbour hears each half-year.", "interval: each half-year"],
    ["A keeper tells the harbour at the next annual muster.", "deadline: at the next annual"],
    ["The log is made within one working week.", "deadline: within one working week"],
    ["The rota is thrown away after seven years.", "keeping: seven years"],
    ["The book is kept for a year.", "keeping: a year"],
  ])("%s", (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });

  it.each([
    "The visit lasts two hours.",
    "In the last 5 years nobody drowned.",
    "The keeper's address immediately before coming here.",
    "The lamp is lit at dusk.",
  ])("is not told by: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("gives several of a sentence in their order", () => {
    const text = "The log is written within 24 hours and kept for five years.";
    expect(read(text)).toEqual(["deadline: 24 hours", "keeping: five years"]);
    expect(readTimeFacts(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "24 hours",
      "five years",
    ]);
  });
});

it.each([
  ["within one month", 28 * 24, 31 * 24],
  ["within a year", 365 * 24, 366 * 24],
  ["within 12 months", 365 * 24, 366 * 24],
  ["twice a year", 6 * 28 * 24, 6 * 31 * 24],
  ["without delay", 0, 24],
  ["by the 10th of the next month", 41 * 24, 41 * 24],
])("%s is from %i to %i hours", (words, least, most) => {
  const [fact] = readTimeFacts(`It is done ${words}`);
  expect(fact?.hours).toEqual({ least, most });
});

it("leaves open how many hours working days are", () => {
  const [fact] = readTimeFacts("It is done within five working days.");
  expect(fact?.hours.least).toBe(120);
  expect(fact?.hours.most).toBeGreaterThanOrEqual(168);
});

describe("how often, by the occasions it names", () => {
  const days = (text: string) =>
    readTimeFacts(text).map(({ role, hours }) => [role, hours.least / 24, hours.most / 24]);
  it.each([
    ["The hull falls to be looked at in May and in November.", 168, 186],
    ["The hull is scraped on 1 March and on 1 September of each year.", 168, 186],
    ["The hull is scraped each spring and each autumn.", 168, 186],
    ["The mate calls in January, April, July and October.", 84, 93],
    ["The hull is scraped on 31 March of each year.", 365, 366],
    ["The mate calls in alternate months.", 56, 62],
    ["The mate calls twice in every twelve months.", 168, 186],
    ["The mate calls once a term.", 90, 150],
  ])("%s", (text, least, most) => expect(days(text)).toEqual([["interval", least, most]]));
  it.each([
    "The hull was scraped in May and November 2025.",
    "The hull is scraped in May.",
    "Anna May and June Price call.",
    "A quarter of the hulls are scraped.",
  ])("not: %s", (text) => expect(days(text)).toEqual([]));
});
