// What documents say of themselves, field by field.
import { expect, it } from "vitest";
import { findControlFields } from "../../src/text/control-fields.ts";

const fields = (text: string) =>
  findControlFields(text).map(({ start, end }) => text.slice(start, end));

it("cuts at bars, dashes and labels, and keeps an apposition with its field", () => {
  expect(
    fields(
      "Beck House | Log policy | Version 3.2 | Approved by: Mia Vane, Director | Next review: May 2030",
    ),
  ).toEqual([
    "Beck House",
    "Log policy",
    "Version 3.2",
    "Approved by: Mia Vane, Director",
    "Next review: May 2030",
  ]);
  expect(
    fields(
      "Document LP-4 Version 2.0 Author: Al Reed Approved: [name] Review date: June 2029 Next review date: June 2030",
    ),
  ).toEqual([
    "Document LP-4",
    "Version 2.0",
    "Author: Al Reed",
    "Approved: [name]",
    "Review date: June 2029",
    "Next review date: June 2030",
  ]);
});

it("leaves a text without labels whole", () => {
  expect(fields("Kept by the light house")).toEqual(["Kept by the light house"]);
  expect(fields("")).toEqual([]);
});
