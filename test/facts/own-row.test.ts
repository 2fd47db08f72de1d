// What the cells of a table say of the row they stand in.
import { expect, it } from "vitest";
import { readOwnRow } from "../../src/facts/own-row.ts";

function factsOf(columns: string, row: string) {
  return readOwnRow(columns, row, "Log books").map(({ text, fact }) => ({
    text,
    role: fact?.role,
    from: fact?.from,
    words: row.slice(fact?.start, fact?.end),
  }));
}

it("reads the cells that say no", () => {
  const rows = readOwnRow("Course | Day crew | Night crew", "Swimming | Yes | No", "Training");
  expect(rows.map(({ said }) => said)).toEqual(["Night crew have no Swimming"]);
});

it.each([
  ["Paper | How long we keep it", "Rope log | six years", "keeping", "six years"],
  [
    "Paper | Retention",
    "Crew file | until the 30th birthday",
    "keeping",
    "until the 30th birthday",
  ],
  ["What | How often", "Lamp check | 6 weeks", "interval", "6 weeks"],
  ["What | When | Who", "Hull survey | May and November | Ada", "interval", "May and November"],
  ["Step | By whom | By when", "Sign the log | the mate | within two days", "deadline", "two days"],
  ["Duty | Time limit", "Report a wreck | 21 days", "deadline", "21 days"],
])("takes a time as the name of its column means it: %s", (columns, row, role, words) => {
  const [label = ""] = row.split(" | ");
  expect(factsOf(columns, row)).toMatchObject([{ text: label, role, words }]);
});

it("takes what is done with what it is done for, and no names", () => {
  const rows = readOwnRow(
    "What happened | What we do | By whom",
    "Rope left wet | the shore leave of all hands is cut | the second mate or the cook",
    "Order aboard",
  );
  expect(rows.map(({ said, context }) => [context, said])).toEqual([
    ["Order aboard. What we do. If Rope left wet,", "the shore leave of all hands is cut"],
  ]);
});
