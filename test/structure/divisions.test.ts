// The lines that open a Part, Chapter or Schedule.
import { describe, expect, it } from "vitest";
import { readDivision } from "../../src/structure/divisions.ts";

describe("readDivision", () => {
  it.each([
    ["PART 3", { kind: "part", number: "3", title: "" }],
    ["Part IV", { kind: "part", number: "IV", title: "" }],
    ["CHAPTER 2", { kind: "chapter", number: "2", title: "" }],
    ["SCHEDULE", { kind: "schedule", number: "", title: "" }],
    ["SCHEDULE 2A", { kind: "schedule", number: "2A", title: "" }],
    ["SCHEDULE 1 | Regulation 4", { kind: "schedule", number: "1", title: "" }],
    ["S C H E D U L E S", { kind: "schedules", number: "", title: "SCHEDULES" }],
    ["EXPLANATORY NOTE", { kind: "note", number: "", title: "Explanatory note" }],
  ])("reads %s", (text, division) => {
    expect(readDivision(text)).toEqual(division);
  });

  it.each(["Part 3 applies to lamps", "See SCHEDULE 2", "Schedule 2", "Explanatory notes on oil"])(
    "leaves %s alone",
    (text) => {
      expect(readDivision(text)).toBeNull();
    },
  );
});
