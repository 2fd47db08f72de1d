import { describe, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { textParts } from "../support/text-parts.ts";
import { type LetterheadOptions, makeLetterhead } from "./make-letterhead.ts";

const markdown = `# Fire safety

The alarm is tested **every week**. [1] See https://fire.example/a?b=1&c=2.

## Drills

1. At night.
2. By day. [2]

- A point
  - under it [1]

| Who | What |
| --- | --- |
| Staff | lead |

### SOURCES CONSULTED

- [1] File: Regs.pdf, Page: 20 (regulation 25(1))
- [2] File: Guide.pdf, Page: 9 (paragraph 9.2)
`;

async function put(options: LetterheadOptions = {}) {
  const template = makeLetterhead(options);
  const bytes = await exportReport({
    markdown,
    format: "docx",
    template: { name: "letterhead.docx", bytes: template },
  });
  return { before: textParts(template), after: textParts(bytes), bytes };
}

function textsOf(bytes: Uint8Array): string[] {
  return extractDocx(bytes).pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

describe("a template", () => {
  it("keeps header, footer, styles and logo byte for byte", async () => {
    const { before, after } = await put();
    for (const part of [
      "header1.xml",
      "footer1.xml",
      "styles.xml",
      "media/logo.png",
      "_rels/header1.xml.rels",
    ])
      expect(after.get(`word/${part}`)).toBe(before.get(`word/${part}`));
    expect(after.get("word/document.xml")).toContain('<w:pgMar w:top="1440" w:right="1000"');
  });

  it("has the text where the mark stood, in its own styles", async () => {
    const { after, bytes } = await put();
    const texts = textsOf(bytes);
    expect(texts[0]).toBe("In confidence");
    expect(texts.at(-1)).toBe("Yours, Hazel Care");
    expect(texts).toContain("Fire safety");
    expect(texts.join(" ")).not.toContain("{{");
    const xml = after.get("word/document.xml") ?? "";
    expect(xml).toContain('<w:pStyle w:val="berschrift1"/>');
    const known = [...(after.get("word/styles.xml") ?? "").matchAll(/w:styleId="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    for (const [, id] of xml.matchAll(/<w:[pr]Style w:val="([^"]*)"/g)) expect(known).toContain(id);
  });

  it("has it at the end without a mark", async () => {
    const { bytes } = await put({ mark: "" });
    const texts = textsOf(bytes);
    expect(texts.indexOf("Yours, Hazel Care")).toBeLessThan(texts.indexOf("Fire safety"));
  });

  it("keeps a section that ends at the mark", async () => {
    const mark =
      '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="5000"/></w:sectPr></w:pPr><w:r><w:t>{{body}}</w:t></w:r></w:p>';
    const { after } = await put({ mark });
    const xml = after.get("word/document.xml") ?? "";
    expect(xml).toMatch(/<\/w:tbl>.*<w:pgSz w:w="5000"/s);
  });

  it("keeps its own notes and lists, and numbers the new ones behind them", async () => {
    const { after } = await put();
    const notes = after.get("word/footnotes.xml") ?? "";
    expect(notes).toContain("Our own note.");
    const ids = [...notes.matchAll(/<w:footnote [^>]*w:id="(-?\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const xml = after.get("word/document.xml") ?? "";
    for (const [, id] of xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g))
      expect(ids).toContain(id);
    expect(notes).toMatch(/<w:footnote w:id="2">.*regulation 25\(1\), page 20/s);
    const lists = after.get("word/numbering.xml") ?? "";
    expect(lists.indexOf("<w:num ")).toBeGreaterThan(lists.lastIndexOf("<w:abstractNum "));
    for (const [, id] of xml.matchAll(/<w:numId w:val="(\d+)"/g)) {
      const [, abstract] =
        new RegExp(`<w:num [^>]*w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(
          lists,
        ) ?? [];
      expect(lists).toContain(`w:abstractNumId="${abstract}"`);
      expect(id).not.toBe("7");
    }
  });

  it.each([
    { lists: false },
    { notes: false },
    { headings: false },
    { lists: false, notes: false, headings: false },
  ])("is given what it lacks: %o", async (options) => {
    const { after, bytes } = await put(options);
    expect(
      extractDocx(bytes)
        .pages.flatMap(({ lines }) => lines)
        .filter(({ heading }) => heading === 1),
    ).toHaveLength(1);
    const types = after.get("[Content_Types].xml") ?? "";
    const relations = after.get("word/_rels/document.xml.rels") ?? "";
    for (const part of ["numbering", "footnotes", "styles"]) {
      expect(types).toContain(`/word/${part}.xml`);
      expect(relations).toContain(`Target="${part}.xml"`);
    }
  });

  it("has no bookmark twice, and links that lead somewhere", async () => {
    const { after } = await put();
    const xml = after.get("word/document.xml") ?? "";
    const marks = [...xml.matchAll(/<w:bookmarkStart [^>]*>/g)].map(([mark]) => mark);
    const names = marks.map((mark) => / w:name="([^"]*)"/.exec(mark)?.[1] ?? "");
    const ids = marks.map((mark) => / w:id="([^"]*)"/.exec(mark)?.[1] ?? "");
    expect([new Set(names).size, new Set(ids).size]).toEqual([names.length, ids.length]);
    for (const [, anchor] of xml.matchAll(/ w:anchor="([^"]*)"/g)) expect(names).toContain(anchor);
    for (const [, anchor] of (after.get("word/footnotes.xml") ?? "").matchAll(
      / w:anchor="([^"]*)"/g,
    ))
      expect(names).toContain(anchor);
    expect(after.get("word/_rels/document.xml.rels")).toContain(
      'Target="https://fire.example/a?b=1&amp;c=2"',
    );
  });

  const attempt = (bytes: Uint8Array) =>
    exportReport({ markdown, format: "docx", template: { name: "x.docx", bytes } });
  const boxed = (words: string) =>
    `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
  const marked = "<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>";
  const locked = new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  const workbook = makeLetterhead({
    parts: {
      "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": "<workbook/>",
    },
  });
  it.each([
    ["macros", makeLetterhead({ macros: true }), "It holds macros."],
    [
      "a macro part that no type names",
      makeLetterhead({ parts: { "word/vbaProject.bin": new Uint8Array([1]) } }),
      "It holds macros.",
    ],
    ["a password", locked, "protected by a password"],
    ["no package", new Uint8Array([1, 2, 3]), "no Word document"],
    ["an empty file", new Uint8Array(), "no Word document"],
    ["a workbook", workbook, "It is an Excel workbook, whatever its name says."],
    [
      "an OpenDocument file",
      makeLetterhead({ parts: { mimetype: "x", "content.xml": "<x/>" } }),
      "It is an OpenDocument file",
    ],
    [
      "a damaged header",
      makeLetterhead({ parts: { "word/header1.xml": "<w:hdr><w:p></w:hdr>" } }),
      "Its part word/header1.xml is damaged.",
    ],
    [
      "a damaged part that nothing reads",
      makeLetterhead({ parts: { "customXml/item1.xml": "<a" } }),
      "Its part customXml/item1.xml is damaged.",
    ],
    ["the mark twice", makeLetterhead({ mark: marked + marked }), "{{body}} stands in it 2 times."],
    [
      "the mark among words",
      makeLetterhead({ mark: "<w:p><w:r><w:t>Dear all, {{body}}</w:t></w:r></w:p>" }),
      "{{body}} stands among other words.",
    ],
    [
      "the mark in a header",
      makeLetterhead({ header: "{{body}}" }),
      "{{body}} stands in its header.",
    ],
    [
      "the mark in a text box",
      makeLetterhead({ mark: boxed("{{body}}") }),
      "{{body}} stands in a text box.",
    ],
  ])("is refused with %s", async (_name, bytes, why) => {
    await expect(attempt(bytes)).rejects.toMatchObject({
      code: "template-unusable",
      message: expect.stringMatching(/^x\.docx cannot be used\. /) as string,
      hint: expect.any(String) as string,
    });
    await expect(attempt(bytes)).rejects.toThrow(why);
  });

  it.each([
    ["a text box of its own", makeLetterhead({ mark: marked + boxed("Our values") })],
    ["a mark with spaces", makeLetterhead({ mark: marked.replace("{{body}}", " {{ Body }} ") })],
    ["braces that are no mark", makeLetterhead({ mark: marked, header: "{{date}} {body}" })],
  ])("is taken with %s", async (_name, bytes) => {
    expect(textsOf(await attempt(bytes))).toContain("Fire safety");
  });

  it("leaves page numbers out, which nobody can know before the text stands in it", async () => {
    const { after } = await put();
    expect(after.get("word/document.xml")).toContain("TOC ");
    expect(after.get("word/document.xml")).not.toContain("PAGEREF");
  });
});
