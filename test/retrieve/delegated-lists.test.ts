import { expect, it } from "vitest";
import { findDelegations } from "../../src/retrieve/delegated-lists.ts";

it("finds the Schedules to which a text leaves a list", () => {
  expect(findDelegations("a statement which covers the matters listed in Schedule 1.")).toEqual([
    "sch/1",
  ]);
  expect(
    findDelegations("the information specified in Schedule 3, and the records in Schedule 4"),
  ).toEqual(["sch/3", "sch/4"]);
});

it("takes no other mention for one", () => {
  expect(findDelegations("Schedule 2 does not apply to this regulation.")).toEqual([]);
  expect(findDelegations("The records are kept safe. See Schedule 2.")).toEqual([]);
});
