// Files that are damaged, hostile or half empty: a clear word on the part at fault, or what can be read of them.
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import {
  docxParts,
  item,
  makeZip,
  para,
  partXml,
  relations,
  run,
  style,
  stylesXml,
} from "./make-docx.ts";
import { linesOf, readDocx, shown } from "./read-docx.ts";

const without = (...names: string[]) =>
  makeZip(
    Object.fromEntries(
      Object.entries(docxParts(para("Text."))).filter(([name]) => !names.includes(name)),
    ),
  );

describe("files that are not whole", () => {
  it.each([
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "docProps/core.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
  ])("are read without %s", async (name) => {
    const { pages } = await extract({ file: "a.docx" }, without(name));
    expect(pages[0]?.lines.map(({ text }) => text)).toEqual(["Text."]);
  });

  it.each(["word/document.xml", "_rels/.rels"])("are refused without %s", async (name) => {
    await expect(extract({ file: "a.docx" }, without(name))).rejects.toMatchObject({
      code: "unreadable",
      hint: expect.any(String),
    });
  });

  it.each(["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])(
    "name the part %s that is damaged",
    async (name) => {
      const bytes = makeZip(docxParts(para("Text."), { [name]: "<w:x><broken" }));
      await expect(extract({ file: "a.docx" }, bytes)).rejects.toMatchObject({
        code: "unreadable",
        message: `Its part ${name} is damaged.`,
        hint: expect.stringContaining("save it again"),
      });
    },
  );

  it("name the part whose bytes do not unpack", async () => {
    const bytes = makeZip(docxParts(para("Text.")));
    const at = Buffer.from(bytes).indexOf("word/styles.xml");
    bytes.fill(0xff, at + 20, at + 60);
    await expect(extract({ file: "a.docx" }, bytes)).rejects.toMatchObject({
      message: expect.stringContaining("word/styles.xml"),
    });
  });

  it.each([".docm", ".dotx", ".DOCX"])("are read as %s", async (extension) => {
    const { pages } = await extract({ file: `a${extension}` }, makeZip(docxParts(para("Text."))));
    expect(pages[0]?.lines[0]?.text).toBe("Text.");
  });

  it("are told from other office files", async () => {
    const workbook = makeZip({
      "_rels/.rels": relations([["r1", "officeDocument", "xl/workbook.xml"]]),
      "xl/workbook.xml": "<workbook/>",
    });
    await expect(extract({ file: "a.docx" }, workbook)).rejects.toMatchObject({
      message: expect.stringContaining("no Word document"),
    });
  });

  it("say that tables and lists refer to what is not there", () => {
    const body =
      item("a", 77) +
      para("b", '<w:pStyle w:val="Nowhere"/>') +
      para('<w:r><w:footnoteReference w:id="99"/><w:t>c</w:t></w:r>');
    expect(shown(readDocx(body))).toEqual(["a", "b", "c"]);
  });
});

describe("hostile files", () => {
  it("are refused where they nest beyond all sense", async () => {
    const deep =
      "<w:tbl><w:tr><w:tc>".repeat(10_000) + para("x") + "</w:tc></w:tr></w:tbl>".repeat(10_000);
    await expect(extract({ file: "a.docx" }, makeZip(docxParts(deep)))).rejects.toMatchObject({
      message: "Its part word/document.xml is damaged.",
    });
  });

  it("may nest as deep as people's files do", () => {
    const deep =
      "<w:tbl><w:tr><w:tc>".repeat(30) + para("inside") + "</w:tc></w:tr></w:tbl>".repeat(30);
    expect(shown(readDocx(deep))).toEqual(["inside"]);
  });

  it("cost no more than they hold, with styles in a circle and many paragraphs", () => {
    const styles = Array.from({ length: 60 }, (_, i) =>
      style(`S${i}`, `S${i}`, `<w:basedOn w:val="S${(i + 1) % 60}"/>`),
    ).join("");
    const body = Array.from({ length: 3000 }, (_, i) =>
      para(`Paragraph ${i}`, `<w:pStyle w:val="S${i % 60}"/>`),
    ).join("");
    const started = performance.now();
    expect(shown(readDocx(body, { "word/styles.xml": stylesXml(styles) }))).toHaveLength(3000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("do not make a footnote that refers to itself run for ever", () => {
    const self = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const parts = {
      "word/footnotes.xml": partXml(
        "footnotes",
        `<w:footnote w:id="2">${para(run("See") + self)}</w:footnote>`,
      ),
    };
    expect(shown(readDocx(para(run("Text") + self), parts))).toEqual(["Text"]);
  });

  it("cannot hide a paragraph's text by a field that never ends", () => {
    const open =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>';
    const extraction = readDocx(para(run("Before ") + open) + para("Text that is never shown."));
    expect(extraction.leftOut.map(({ text }) => text)).toEqual(["Text that is never shown."]);
  });

  it("keep numbers in bounds", () => {
    const body = item("a", 1, 999_999) + para("b", '<w:outlineLvl w:val="99999"/>');
    expect(linesOf(readDocx(body)).map(({ heading }) => heading)).toEqual([null, null]);
  });
});
