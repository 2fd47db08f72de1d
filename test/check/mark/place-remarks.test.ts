import { describe, expect, it } from "vitest";
import { markWord } from "../../../src/check/mark/mark-word.ts";
import { readDocument } from "../../../src/check/read-document.ts";
import { extractDocx } from "../../../src/extract/word/extract-docx.ts";
import { readStructure } from "../../../src/structure/structure.ts";
import { readWords } from "../../../src/text/word-stems.ts";
import { makeZip } from "../../extract/word/make-docx.ts";
import { faultsOf, commentedText } from "./check-marked.ts";
import { nastyDocument, nastyParts } from "./nasty-document.ts";

const { pieces } = readDocument(readStructure(extractDocx(nastyDocument)));
const remarks = pieces.map(({ text }) => ({ within: text, reference: null, lines: [text] }));

describe("remarks on every piece of a Word file", () => {
  const after = markWord(nastyDocument, remarks);
  const at = commentedText(after);

  it.each(
    pieces
      .map(({ kind, text }, i) => [kind, text, i] as const)
      .filter(([kind]) => kind !== "running"),
  )("%s: %s", (kind, text, i) => {
    if (text === "Header and footer") return;
    const notes = { footnote: "The wharf is swept each week." };
    const sought = kind === "footnote" ? notes.footnote : text;
    const held = new Set(readWords(at[i] ?? "").map((word) => word.text));
    const words = readWords(sought).map((word) => word.text);
    const shared = words.filter((word) => held.has(word));
    // Of a row one of its cells, of a line with a number the line.
    expect(shared.length).toBeGreaterThanOrEqual(kind === "row" ? 1 : words.length / 2);
  });

  it("add nothing but marks, and name each comment", () => {
    expect(faultsOf(nastyDocument, after)).toBeNull();
  });

  it("are kept apart where the same words stand twice", () => {
    const twice = pieces.flatMap(({ text }, i) => (text.includes("Flags are mended") ? [i] : []));
    const ids = twice.map((i) => `w:id="${i}"`);
    expect(twice).toHaveLength(2);
    expect(ids[0]).not.toBe(ids[1]);
    expect(at[twice[1] ?? 0]).toContain("Flags are mended first.");
  });

  it("do not bring marks to life whose comments are gone", () => {
    const stale = makeZip({
      ...nastyParts,
      "word/document.xml": (nastyParts["word/document.xml"] ?? "").replace(
        "<w:r><w:t>The last word.",
        '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:t>The last word.',
      ),
    });
    const marked = markWord(stale, remarks.slice(0, 1));
    expect(commentedText(marked).filter((text) => text !== "")).toHaveLength(1);
    expect(faultsOf(stale, marked)).toBeNull();
  });

  it("stand in files in the strict form", () => {
    const strict = Object.fromEntries(
      Object.entries(nastyParts).map(([name, text]) => [
        name,
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    const before = makeZip(strict);
    expect(faultsOf(before, markWord(before, remarks))).toBeNull();
  });

  it("stand in files without relations of the main part", () => {
    const { "word/_rels/document.xml.rels": _gone, ...rest } = nastyParts;
    const before = makeZip(rest);
    expect(faultsOf(before, markWord(before, remarks))).toBeNull();
  });
});
