// PDFs of which pages have no text, read with a stand-in for OCR.
import { describe, expect, it } from "vitest";
import { extractPdf } from "../../../../src/extract/pdf/extract-pdf.ts";
import { drawPdf, writeLines, type Drawing } from "../draw-pdf.ts";
import { drawNames, seeLine, standIn, type StandIn } from "./stand-in.ts";

const typed = (pdf: Drawing) =>
  writeLines(
    pdf,
    ["The keeper of a light looks after its lamp", "through all the night."],
    72,
    200,
  );
const scanned = (pdf: Drawing) => pdf.rect(72, 72, 400, 600).fill("#dddddd");
const seen = () => standIn(() => [seeLine("The horn sounds in:0.4 fog.")]);

async function extract(recogniser: StandIn | null, ...pages: ((pdf: Drawing) => void)[]) {
  const bytes = await drawPdf(pages);
  const pictures: string[] = [];
  const onPicture = (picture: number, of: number) => pictures.push(`${picture}/${of}`);
  const ocr = recogniser && { recogniser, draw: drawNames, onPicture };
  const extraction = await extractPdf(bytes, ocr === null ? {} : { ocr });
  const lines = extraction.pages.map((page) => page.lines.map(({ text }) => text));
  const problems = extraction.problems.map(({ code, pages: on }) => [code, on]);
  return { extraction, lines, problems, pictures };
}

describe("a PDF with scanned pages", () => {
  it("is read in its pictures only where it has no text", async () => {
    const recogniser = seen();
    const { extraction, lines, problems, pictures } = await extract(
      recogniser,
      typed,
      scanned,
      typed,
      scanned,
    );
    expect(recogniser.asked).toEqual(["2", "4"]);
    expect(pictures).toEqual(["1/2", "2/2"]);
    expect(lines[1]).toEqual(["The horn sounds in fog."]);
    expect(lines[0]?.join(" ")).toContain("looks after its lamp");
    expect(problems).toEqual([["read-by-ocr", [2, 4]]]);
    expect(extraction.problems[0]?.message).toContain("2 of 10 words are doubtful");
    const reading = { confidence: 0.84, words: 5, unsure: 1 };
    expect(extraction.ocr).toEqual({ reader: "stand-in 1", pages: { 2: reading, 4: reading } });
  });

  it("says nothing of OCR where all pages have text", async () => {
    const recogniser = seen();
    const { extraction, problems } = await extract(recogniser, typed, typed);
    expect([recogniser.asked, problems, extraction.ocr]).toEqual([[], [], undefined]);
  });

  it("stays unread without OCR, and says what reads it", async () => {
    const { extraction } = await extract(null, typed, scanned);
    expect(extraction.problems).toMatchObject([{ code: "pages-without-text", pages: [2] }]);
    expect(extraction.problems[0]?.message).toContain("charm index --ocr");
    await expect(extract(null, scanned)).rejects.toMatchObject({
      code: "no-text",
      hint: expect.stringContaining("charm index --ocr") as string,
    });
  });

  it("tells of pages that are blank, doubtful, or could not be read", async () => {
    const recogniser = standIn((picture) => {
      const page = picture.split(" ")[0];
      if (page === "2") return [];
      return page === "3" ? null : [seeLine("aw:0.2 teh:0.3")];
    });
    const { problems } = await extract(recogniser, typed, scanned, scanned, scanned);
    expect(problems).toEqual([
      ["pages-without-text", [2, 3]],
      ["read-by-ocr", [4]],
      ["ocr-doubtful", [4]],
      ["ocr-failed", [3]],
    ]);
  });

  it("is refused where nothing is found in any picture, without sending the reader to OCR again", async () => {
    const blank = extract(
      standIn(() => []),
      scanned,
      scanned,
    );
    await expect(blank).rejects.toMatchObject({
      code: "no-text",
      hint: expect.not.stringContaining("--ocr") as string,
    });
    const failing = extract(
      standIn(() => null),
      scanned,
      scanned,
    );
    await expect(failing).rejects.toThrow(/pages \(1, 2\) take more work/);
  });
});
