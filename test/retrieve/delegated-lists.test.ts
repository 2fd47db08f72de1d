import { expect, it } from "vitest";
import { findDelegations, isOfSchedule } from "../../src/retrieve/delegated-lists.ts";

it("finds the Schedules to which a text leaves a list", () => {
  expect(findDelegations("a statement which covers the matters listed in Schedule 1.")).toEqual([
    "Schedule 1",
  ]);
  expect(
    findDelegations("the information specified in Schedule 3, and the records in Schedule 4"),
  ).toEqual(["Schedule 3", "Schedule 4"]);
});

it("takes no other mention for one", () => {
  expect(findDelegations("Schedule 2 does not apply to this regulation.")).toEqual([]);
  expect(findDelegations("The records are kept safe. See Schedule 2.")).toEqual([]);
});

it("tells a Schedule's paragraphs from those of another", () => {
  expect(isOfSchedule("Schedule 1", "Schedule 1")).toBe(true);
  expect(isOfSchedule("Schedule 1 para 19", "Schedule 1")).toBe(true);
  expect(isOfSchedule("Schedule 12 para 1", "Schedule 1")).toBe(false);
  expect(isOfSchedule(null, "Schedule 1")).toBe(false);
});
