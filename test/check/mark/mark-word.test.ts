import { describe, expect, it } from "vitest";
import { markWord, type Remark } from "../../../src/check/mark/mark-word.ts";
import { extractDocx } from "../../../src/extract/word/extract-docx.ts";
import { readZip, unpackEntry } from "../../../src/extract/office/read-zip.ts";
import { docxParts, makeZip, paragraph, relations } from "../../extract/word/make-docx.ts";

const kind = { name: "Word document", extension: ".docx" };

function partsOf(bytes: Uint8Array): Map<string, string> {
  const entries = readZip(bytes, kind);
  return new Map(
    entries.map((entry) => [entry.name, new TextDecoder().decode(unpackEntry(entry))]),
  );
}

const marks =
  /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g;

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const changed =
  '<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1" w:author="a"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Close the</w:t></w:r><w:r><w:br/><w:t>shutters &amp; doors.</w:t></w:r></w:p>';
const body = [
  paragraph("Storms", { style: "heading1" }),
  "<w:p/>",
  changed,
  paragraph("Ring twice.", { list: 2 }),
  `<w:tbl><w:tr>${cell("Who")}${cell("Regulation 3.9")}</w:tr></w:tbl>`,
  paragraph("Ring twice."),
].join("");

const remark = (within: string | null, reference: string | null, ...lines: string[]): Remark => ({
  within,
  reference,
  lines,
});

/** Text of the paragraph that each comment is on, by its id. */
function commented(bytes: Uint8Array): string[] {
  const xml = partsOf(bytes).get("word/document.xml") ?? "";
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([whole]) => whole);
  const ids = [...xml.matchAll(/commentRangeStart w:id="(\d+)"/g)].map(([, id]) => Number(id));
  return ids
    .toSorted((a, b) => a - b)
    .map((id) => paragraphs.find((one) => one.includes(`RangeStart w:id="${id}"`)) ?? "")
    .map((one) => one.replaceAll(/<[^>]+>/g, ""));
}

describe("a Word file with comments", () => {
  const before = makeZip(docxParts(body));
  const remarks = [
    remark("Storms", null, "error: one"),
    remark("Close the shutters & doors.", "shutters", "warning: <two> & “three”", "Guide 2.1"),
    remark("1. Ring twice.", "twice", "note"),
    remark("Who | Regulation 3.9", "Regulation 3.9", "note"),
    remark("Ring twice.", null, "again"),
    remark("words of the footer", null, "elsewhere"),
    remark(null, null, "of the file"),
  ];
  const after = markWord(before, remarks);

  it("has each at its paragraph or cell, and at the first where there is none", () => {
    expect(commented(after)).toEqual([
      "Storms",
      "Close theshutters &amp; doors.",
      "Ring twice.",
      "Regulation 3.9",
      "Ring twice.",
      "Storms",
      "Storms",
    ]);
  });

  it("is the same but for the comments", () => {
    const [old, now] = [partsOf(before), partsOf(after)];
    const differing = [...now.keys()].filter((name) => now.get(name) !== old.get(name));
    expect(differing.toSorted()).toEqual([
      "[Content_Types].xml",
      "word/_rels/document.xml.rels",
      "word/comments.xml",
      "word/document.xml",
    ]);
    expect(now.get("word/document.xml")?.replaceAll(marks, "")).toBe(old.get("word/document.xml"));
    expect(extractDocx(after).pages).toEqual(extractDocx(before).pages);
    expect(markWord(before, remarks)).toEqual(after);
  });

  it("puts no mark before the properties of a paragraph", () => {
    expect(partsOf(after).get("word/document.xml")).toContain(
      '</w:pPrChange></w:pPr><w:commentRangeStart w:id="1"/><w:r><w:t>Close the',
    );
  });

  it("has what they say, escaped, by charm", () => {
    const comments = partsOf(after).get("word/comments.xml") ?? "";
    expect(comments).toContain('<w:comment w:id="1" w:author="charm"');
    expect(comments).toContain("warning: &lt;two&gt; &amp; “three”");
    expect(comments.match(/<w:comment /g)).toHaveLength(7);
  });

  it("keeps the comments that are there", () => {
    const held = makeZip(
      docxParts(body, {
        "word/_rels/document.xml.rels": relations([["c1", "comments", "comments.xml"]]),
        "word/comments.xml":
          '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="Ann"><w:p/></w:comment></w:comments>',
      }),
    );
    const now = partsOf(markWord(held, remarks.slice(0, 1)));
    expect(now.get("word/comments.xml")).toMatch(
      /w:id="4" w:author="Ann".*w:id="5" w:author="charm"/,
    );
    expect(now.get("word/document.xml")).toContain('<w:commentRangeStart w:id="5"/>');
    expect(now.get("word/_rels/document.xml.rels")).toBe(
      partsOf(held).get("word/_rels/document.xml.rels"),
    );
  });

  it("quotes dollar signs as they stand, in comments that held none", () => {
    const held = makeZip(
      docxParts(body, {
        "word/_rels/document.xml.rels": relations([["c1", "comments", "comments.xml"]]),
        "word/comments.xml":
          '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
      }),
    );
    const now = partsOf(markWord(held, [remark("Storms", null, "error: $' $$ $1")]));
    expect(now.get("word/comments.xml")).toContain("error: $' $$ $1</w:t>");
  });

  it("carries over a part that does not unpack", () => {
    const damaged = makeZip(docxParts(body, { "word/media/picture.png": "XPICTUREX".repeat(20) }));
    const pictureOf = (bytes: Uint8Array) =>
      readZip(bytes, kind).find(({ name }) => name.endsWith(".png"));
    const picture = pictureOf(damaged);
    picture?.packed.fill(0xff);
    expect(picture).toBeDefined();
    expect(pictureOf(markWord(damaged, remarks))).toEqual(picture);
  });

  it("is refused where no marks can be put", () => {
    const strange = makeZip({
      ...docxParts(body),
      "word/document.xml":
        '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body/></x:document>',
    });
    expect(() => markWord(strange, remarks)).toThrow("Comments cannot be put");
  });
});
