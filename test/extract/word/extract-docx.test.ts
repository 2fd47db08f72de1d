import { describe, expect, it } from "vitest";
import { extractDocx } from "../../../src/extract/word/extract-docx.ts";
import { docxParts, linkedPicture, makeZip, paragraph, relations } from "./make-docx.ts";

const build = (body: string, parts: Record<string, string> = {}) => makeZip(docxParts(body, parts));

describe("extractDocx", () => {
  it("keeps headings, lists, tables and footnotes, and leaves the contents list out", () => {
    const note =
      '<w:p><w:r><w:t>Staff are vetted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> first.</w:t></w:r></w:p>';
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Role")}${cell("Hours")}</w:tr><w:tr>${cell("Manager")}${cell("37")}</w:tr></w:tbl>`;
    const { pages, pageCount, info, problems } = extractDocx(
      build(
        paragraph("Our home", { style: "Title" }) +
          paragraph("Staffing 3", { style: "toc1" }) +
          paragraph("Staffing", { style: "heading1" }) +
          paragraph("Rota", { style: "heading2" }) +
          paragraph("A bullet", { list: 1 }) +
          paragraph("A step", { list: 2 }) +
          paragraph("Shifts", { bold: true }) +
          note +
          table,
      ),
    );
    expect(pageCount).toBeNull();
    expect(problems).toEqual([]);
    expect(info).toEqual({
      title: "Plan & policy",
      author: "A. Writer",
      producer: null,
      created: "2024-05-06",
    });
    const [page] = pages;
    expect(page?.number).toBeNull();
    expect(
      page?.lines.map(({ text, heading, number, place, bold, cells }) => ({
        text,
        heading,
        number,
        level: place?.level ?? null,
        bold,
        cells,
      })),
    ).toEqual([
      { text: "Our home", heading: 0, number: null, level: null, bold: false, cells: null },
      { text: "Staffing", heading: 1, number: null, level: null, bold: false, cells: null },
      { text: "Rota", heading: 2, number: null, level: null, bold: false, cells: null },
      { text: "A bullet", heading: null, number: null, level: 0, bold: false, cells: null },
      { text: "A step", heading: null, number: "1.", level: 0, bold: false, cells: null },
      { text: "Shifts", heading: null, number: null, level: null, bold: true, cells: null },
      {
        text: "Staff are vetted first.",
        heading: null,
        number: null,
        level: null,
        bold: false,
        cells: null,
      },
      {
        text: "Role: Hours",
        heading: null,
        number: null,
        level: null,
        bold: false,
        cells: ["Role", "Hours"],
      },
      {
        text: "Manager: 37",
        heading: null,
        number: null,
        level: null,
        bold: false,
        cells: ["Manager", "37"],
      },
    ]);
    expect(page?.lines[6]?.marks).toEqual([{ at: 16, label: "1", kind: "footnote" }]);
    expect(
      page?.footnotes.map(({ label, lines }) => [label, lines.map((line) => line.text)]),
    ).toEqual([["1", ["See the staff handbook."]]]);
  });

  it("fetches no picture that the file only points to", () => {
    const parts = {
      "word/_rels/document.xml.rels": relations([
        ["p1", "image", "http://127.0.0.1:9/leak.png", true],
        ["p2", "image", "file:///etc/hostname", true],
      ]),
    };
    const { pages } = extractDocx(
      build(paragraph("Text") + linkedPicture("p1") + linkedPicture("p2"), parts),
    );
    expect(pages[0]?.lines.map((line) => line.text)).toEqual(["Text"]);
  });

  it("takes control characters out", () => {
    const { pages } = extractDocx(build(paragraph("safe\u202Eguard\u200Bing\u009B o\uFB03ce")));
    expect(pages[0]?.lines[0]?.text).toBe("safeguarding office");
  });

  it("does not read external entities", () => {
    const xml = docxParts(paragraph("before &x; after"))["word/document.xml"] ?? "";
    const hostile = `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>${xml}`;
    expect(() => extractDocx(build("", { "word/document.xml": hostile }))).toThrow(
      "part word/document.xml is damaged",
    );
  });

  it.each([
    ["nothing but a picture", () => build("<w:p/>"), "no-text", /no text/],
    ["bytes of another kind", () => new Uint8Array(5000).fill(65), "unreadable", /damaged/],
    ["a file cut short", () => build(paragraph("Text")).slice(0, 900), "unreadable", /damaged/],
    [
      "a zip of something else",
      () => makeZip({ "a.txt": "text" }),
      "unreadable",
      /damaged|no Word/,
    ],
    [
      "an entry that unpacks to more than it says",
      () =>
        makeZip(docxParts(paragraph("x".repeat(5000))), { declared: { "word/document.xml": 40 } }),
      "unreadable",
      /damaged/,
    ],
    [
      "a size beyond all sense",
      () => makeZip(docxParts(paragraph("x")), { declared: { "word/document.xml": 300_000_000 } }),
      "unreadable",
      /unpacks/,
    ],
    [
      "more XML than a document holds",
      () => build(paragraph("x") + " ".repeat(61_000_000)),
      "unreadable",
      /unpacks/,
    ],
    [
      "such XML under another name",
      () =>
        makeZip({
          ...docxParts(paragraph("x")),
          "_rels/.rels": relations([["r1", "officeDocument", "word/media/a.png"]]),
          "word/media/a.png": `<x>${" ".repeat(61_000_000)}</x>`,
        }),
      "unreadable",
      /unpacks/,
    ],
    [
      "a zip password",
      () => makeZip(docxParts(paragraph("x")), { flags: 1 }),
      "encrypted",
      /password/,
    ],
    [
      "the old format",
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("WordDocument", "utf16le")]),
      "unreadable",
      /\.doc/,
    ],
    [
      "a Word password",
      () =>
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted",
      /password/,
    ],
  ])("refuses %s", async (_name, bytes, code, message) => {
    const { extract } = await import("../../../src/extract/extract.ts");
    await expect(extract({ file: "a.docx" }, bytes())).rejects.toMatchObject({
      name: "CharmError",
      code,
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
  });
});
