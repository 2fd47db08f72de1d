// What charm reads of made-up Word documents is what Word shows of them, to the word.
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { compare } from "../../bench/word/compare.mjs";
// @ts-expect-error: plain JavaScript, without declarations.
import { makeDocuments } from "../../bench/word/make-documents.mjs";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { readStructure } from "../../src/structure/structure.ts";

interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: unknown;
}

const documents = makeDocuments(11) as Made[];

describe("made-up Word documents", () => {
  it("are the same from the same seed", () => {
    expect(makeDocuments(11)).toEqual(documents);
  });

  it.each(documents.map((each) => [each.name, each] as const))("%s", (_name, { bytes, truth }) => {
    const extraction = extractDocx(bytes);
    const found = compare(truth, extraction, readStructure(extraction).provisions);
    expect(found).toMatchObject({ falseHeadings: [], lost: [], invented: [], gone: [] });
    for (const what of ["numbers", "headings", "sections", "rows", "notes"])
      expect([what, found[what].wrong]).toEqual([what, []]);
  });
});
