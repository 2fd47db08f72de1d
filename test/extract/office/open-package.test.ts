// Office files as parts and relations.
import { describe, expect, it } from "vitest";
import { openPackage, readProperties } from "../../../src/extract/office/open-package.ts";
import { docxParts, makeZip, relations } from "../word/make-docx.ts";

const kind = { name: "Word document", extension: ".docx" };
const open = (parts: Record<string, string>) => openPackage(makeZip(parts), kind);

describe("openPackage", () => {
  it("finds parts whatever their case, and none that are not there", () => {
    const parts = open({ "Word/Document.xml": "<a/>" });
    expect(parts.has("word/document.xml")).toBe(true);
    expect(parts.read("word/DOCUMENT.xml")?.name).toBe("?:a");
    expect(parts.read("word/other.xml")).toBeUndefined();
    expect(parts.relations("word/document.xml")).toEqual([]);
  });

  it("follows relations from the part that has them", () => {
    const parts = open({
      "word/_rels/document.xml.rels": relations([
        ["a", "styles", "styles.xml"],
        ["b", "image", "../media/a%20b.png"],
        ["c", "footer", "/word/footer1.xml"],
        ["d", "hyperlink", "https://x.test/a", true],
        ["e", "header", "sub\\header.xml"],
        ["f", "odd", "100%.xml"],
      ]),
    });
    expect(
      parts
        .relations("word/document.xml")
        .map(({ type, target, external }) => [type, target, external]),
    ).toEqual([
      ["styles", "word/styles.xml", false],
      ["image", "media/a b.png", false],
      ["footer", "word/footer1.xml", false],
      ["hyperlink", "https://x.test/a", true],
      ["header", "word/sub/header.xml", false],
      ["odd", "word/100%.xml", false],
    ]);
  });

  it("never leaves the file by its paths", () => {
    const parts = open({ "_rels/.rels": relations([["a", "officeDocument", "../../etc/passwd"]]) });
    expect(parts.relations("")[0]?.target).toBe("etc/passwd");
  });

  it("says what the file says of itself, and nothing of what is damaged", () => {
    expect(readProperties(open(docxParts("")))).toEqual({
      title: "Plan & policy",
      author: "A. Writer",
      producer: null,
      created: "2024-05-06",
    });
    expect(readProperties(open({ "docProps/core.xml": "<broken" })).title).toBeNull();
    expect(readProperties(open({ "a.xml": "<a/>" })).title).toBeNull();
  });
});

describe("openPackage: checksums", () => {
  it("refuses a part whose bytes are not those that were packed, by its name", () => {
    const files = { "a.xml": "<a>must lock</a>", "b.xml": "<b/>" };
    const parts = openPackage(makeZip(files, { checksums: { "a.xml": 1 } }), {
      name: "Word document",
      extension: ".docx",
    });
    expect(parts.read("b.xml")).toBeDefined();
    expect(() => parts.read("a.xml")).toThrow("Its part a.xml is damaged.");
  });
});
