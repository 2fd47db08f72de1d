import { expect, it } from "vitest";
import { readSourceLine, writeSourceLine, type SourceLine } from "../../src/text/report-frame.ts";

const files = [
  "Guide.pdf",
  "a, b; c (draft) [v2].pdf",
  "plan: final.docx",
  "50% of it, Page: 3.pdf",
  "дом, Section: 1.md",
  "no ending",
];
const sections = ["Aims", "Staff (day and night): who, when; how", "Page: 3 (of 4)", "1. Aims"];

it.each(files.flatMap((file) => ["", "regulations 28(2), 28(3), Annex A"].map((p) => [file, p])))(
  "reads a page of %s back as it was written, with %j",
  (file, places) => {
    const line: SourceLine = { file, page: 53, section: null, places };
    expect(readSourceLine(writeSourceLine(line))).toEqual(line);
  },
);

it.each(
  files
    .filter((file) => file.includes("."))
    .flatMap((file) =>
      sections.flatMap((section) => ["", "sections 2, 3"].map((p) => [file, section, p])),
    ),
)("reads a section of %s back as it was written: %s, with %j", (file, section, places) => {
  const line: SourceLine = { file, page: null, section, places };
  expect(readSourceLine(writeSourceLine(line))).toEqual(line);
});

it("knows no other line", () => {
  expect(readSourceLine("Guide.pdf, page 53")).toBeNull();
  expect(readSourceLine("File: Guide.pdf")).toBeNull();
});

it.each([
  [{ page: 3, places: "paragraph 2.1" }, "Page: 3, read by OCR, 91% sure (paragraph 2.1)"],
  [{ page: 3, places: "" }, "Page: 3, read by OCR, 91% sure"],
  [{ page: 3, pageLabel: "iv", places: "" }, "Page: 3 (printed iv), read by OCR, 91% sure"],
] as const)("marks what was read by OCR, and knows it again (%#)", (where, written) => {
  const line: SourceLine = {
    file: "A scan, 2.pdf",
    section: null,
    ocr: { confidence: 0.91 },
    ...where,
  };
  expect(writeSourceLine(line)).toBe(`File: A scan, 2.pdf, ${written}`);
  expect(readSourceLine(writeSourceLine(line))).toEqual(line);
});
