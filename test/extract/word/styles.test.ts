// What is a heading by its style, and how text is set, through all that styles inherit.
import { describe, expect, it } from "vitest";
import { para, run, style, stylesXml } from "./make-docx.ts";
import { linesOf, readDocx } from "./read-docx.ts";

const styles = stylesXml(
  [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style("Kop1", "heading 1", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
    style("H8", "Heading 8"),
    style("H9", "heading 9", '<w:pPr><w:outlineLvl w:val="8"/></w:pPr>'),
    style("House", "House head", '<w:basedOn w:val="Kop1"/>'),
    style(
      "Deep",
      "Deep head",
      '<w:basedOn w:val="House"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>',
    ),
    style(
      "Text",
      "Head as text",
      '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
    ),
    style("Title", "Title"),
    style("Cover", "Cover title", '<w:basedOn w:val="Title"/>'),
    style("A", "A", '<w:basedOn w:val="B"/><w:rPr><w:i/></w:rPr>'),
    style("B", "B", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>'),
    style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", "character"),
  ].join(""),
);
const first = (content: string, look: string) =>
  linesOf(readDocx(para(content, look), { "word/styles.xml": styles }))[0];
const styled = (id: string, more = "") => first("text", `<w:pStyle w:val="${id}"/>${more}`);

describe("headings by style", () => {
  it.each([
    ["Kop1", 1],
    ["H8", 8],
    ["H9", 9],
    ["House", 1],
    ["Deep", 4],
    ["Text", null],
    ["Title", 0],
    ["Cover", 0],
    ["Normal", null],
    ["Nowhere", null],
    ["A", null],
  ])("%s is of level %s", (id, level) => {
    expect(styled(id)?.heading).toBe(level);
  });

  it("a paragraph's own level goes first", () => {
    expect(styled("Normal", '<w:outlineLvl w:val="1"/>')?.heading).toBe(2);
    expect(styled("Kop1", '<w:outlineLvl w:val="9"/>')?.heading).toBeNull();
  });
});

describe("how text is set", () => {
  it("inherits, in a circle of styles as well", () => {
    expect(styled("House")).toMatchObject({ bold: true, size: 16 });
    expect(styled("Normal")).toMatchObject({ bold: false, size: 11 });
    expect(styled("A")).toMatchObject({ bold: true, italic: true });
  });

  it("turns a switch over where two styles set it", () => {
    expect(first(run("text", '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Kop1"/>')?.bold).toBe(
      false,
    );
    expect(
      first(run("text", '<w:rStyle w:val="Strong"/><w:b/>'), '<w:pStyle w:val="Kop1"/>')?.bold,
    ).toBe(true);
  });

  it("is bold where all letters are", () => {
    expect(first(run("Bold", "<w:b/>") + run(" – "), "")?.bold).toBe(true);
    expect(first(run("Bold", "<w:b/>") + run(" not"), "")?.bold).toBe(false);
    expect(first(run("Line", '<w:u w:val="single"/>'), "")?.underlined).toBe(true);
    expect(first(run("Line", '<w:u w:val="none"/>'), "")?.underlined).toBe(false);
  });

  it("is that of the words behind a number that somebody typed", () => {
    expect(first(run("2.1 ") + run("Records", "<w:b/>"), "")?.bold).toBe(true);
    expect(first(run("24 ") + run("hours", "<w:b/>"), "")?.text).toBe("24 hours");
  });

  it("is told of a first line apart, where that alone is set off", () => {
    const lines = (content: string) =>
      linesOf(readDocx(para(content))).map(({ text, bold }) => [text, bold]);
    const broken = "<w:r><w:br/></w:r>";
    expect(lines(run("Records", "<w:b/>") + broken + run("Kept for ten years."))).toEqual([
      ["Records", true],
      ["Kept for ten years.", false],
    ]);
    expect(lines(run("Records", "<w:b/>") + broken + run("and rotas", "<w:b/>"))).toEqual([
      ["Records and rotas", true],
    ]);
    expect(lines(run("12 Station Road") + broken + run("Norwich"))).toEqual([
      ["12 Station Road Norwich", false],
    ]);
  });
});
