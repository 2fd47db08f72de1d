import { describe, expect, it } from "vitest";
import { paragraph } from "./make-docx.ts";
import { linesOf, readDocx } from "./read-docx.ts";

describe("notes of Word documents", () => {
  it("reads a note once, however often the text refers to it", () => {
    const refers = '<w:r><w:t>word</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>';
    const extraction = readDocx(`<w:p>${refers.repeat(20_000)}</w:p>`, {
      "word/footnotes.xml": `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph("See the visitor record.").repeat(1000)}</w:footnote></w:footnotes>`,
    });
    const notes = extraction.pages.flatMap(({ footnotes }) => footnotes);
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.length).toBeLessThan(200);
    expect(new Set(notes.map(({ lines }) => lines)).size).toBe(1);
    expect(linesOf(extraction)[0]?.marks).toHaveLength(20_000);
  });
});
