// What stands before its text at a distance, and what is text itself.
import { expect, it } from "vitest";
import { isLabelText } from "../../../src/extract/pdf/label-text.ts";

it.each([
  "(a)",
  "(iv)",
  "10.12",
  "7.",
  "28.—(1)",
  "12A",
  "[(2A)",
  "“(3)",
  "•",
  "–",
  "iii.",
  "b)",
  "F",
])("takes %s for a label", (text) => {
  expect(isLabelText(text)).toBe(true);
});

it.each(["North", "Floor", "Yes", "(see below)", "2023-24 figures", "£45,000", "at", ""])(
  "takes “%s” for text",
  (text) => {
    expect(isLabelText(text)).toBe(false);
  },
);
