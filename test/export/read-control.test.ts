// What a table of document control says for a footer.
import { expect, it } from "vitest";
import { readText } from "../../src/export/read-text.ts";

/** Of a document whose review date says this. */
function controlOf(said: string) {
  return readText(
    `# Fire policy\n\n| Version | 2.1 |\n| --- | --- |\n| Number | P7 |\n| Review date | ${said} |\n\nWords.\n`,
  ).control;
}

it.each([
  "1 March 2027",
  "March 2027 [draft]",
  "within a year of 1 March 2026",
  "every 6–12 months",
])("gives “%s”", (said) => {
  expect(controlOf(said)).toEqual({ number: "P7", version: "2.1", reviewDate: said });
});

it.each([
  "TBC",
  "TBA",
  "TBD",
  "T.B.C.",
  "To be confirmed",
  "to be advised.",
  "not yet agreed",
  "Date to follow",
  "DD/MM/YYYY",
  "[insert date]",
  "[to complete: date of review]",
  "________",
  "……",
  "???",
  "–",
  "-",
  "N/A",
  "1 March 20XX, TBC",
])("gives nothing for “%s”", (said) => {
  expect(controlOf(said)).toEqual({ number: "P7", version: "2.1", reviewDate: null });
});
