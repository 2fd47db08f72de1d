import { expect, it } from "vitest";
import { findDelegations } from "../../src/retrieve/delegated-lists.ts";
import { makeLaw } from "../support/made-up-law.ts";

/** Of words of regulation 7. */
function find(text: string): string[] {
  const [read] = makeLaw([[["7(1)", text]]]);
  return findDelegations(read?.mentions ?? []);
}

it("finds the Schedules to which a list is left", () => {
  expect(find("a statement which covers the matters listed in Schedule 1.")).toEqual(["sch/1"]);
  expect(find("the information specified in Schedule 3, and the records in Schedule 4")).toEqual([
    "sch/3",
    "sch/4",
  ]);
});

it("finds none where a Schedule is only named", () => {
  expect(find("Schedule 2 does not apply to this regulation.")).toEqual([]);
  expect(find("The records are kept safe. See Schedule 2.")).toEqual([]);
  expect(find("the information in paragraphs 1 and 2 of Schedule 2")).toEqual([]);
});
