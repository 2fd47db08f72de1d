// Letters set apart are words; a word laid across the pages is none of them.
import { describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { drawPdf, write, writeLines, type Drawing } from "./draw-pdf.ts";

const read = async (...pages: ((pdf: Drawing) => void)[]) => {
  const extraction = await extractPdf(await drawPdf(pages));
  const lines = extraction.pages.map((page) => page.lines.map(({ text }) => text));
  return { lines, leftOut: extraction.leftOut };
};
const spaced = (text: string, points: number) => (pdf: Drawing) => {
  pdf.font("Helvetica-Bold").fontSize(16);
  pdf.text(text, 72, 80, { lineBreak: false, characterSpacing: points });
};

describe("letters set apart", () => {
  it.each([
    ["by spacing", spaced("LIGHTHOUSE", 6), "LIGHTHOUSE"],
    ["by much spacing", spaced("LAMPS", 13), "LAMPS"],
    ["by spacing, two words", spaced("KEEPING WATCH", 5), "KEEPING WATCH"],
    ["by blanks", spaced("L A M P S", 0), "LAMPS"],
    ["by blanks, two words", spaced("T H E   L A M P", 0), "THE LAMP"],
    ["in small letters", spaced("Night watch", 5), "Night watch"],
  ])("are words: %s", async (_kind, draw, word) => {
    const { lines } = await read(draw);
    expect(lines[0]).toEqual([word]);
  });

  it.each(["A B C D E F G", "J. R. Keeper", "I am a keeper", "Plan A or B"])(
    "stay where they are no words: %s",
    async (text) => {
      const { lines } = await read((pdf) => writeLines(pdf, [text, "The lamp burns."], 72, 90));
      expect(lines[0]?.[0]).toBe(text);
    },
  );
});

const prose = Array.from(
  { length: 20 },
  (_, i) => `The keeper of light number ${i} trims its wick.`,
);
const page = (title: string, draw: (pdf: Drawing) => void) => (pdf: Drawing) => {
  draw(pdf);
  write(pdf, title, 72, 90, { size: 16, bold: true });
  writeLines(pdf, prose, 72, 120);
};
const mark =
  (text: string, colour: string, y: number, size = 40) =>
  (pdf: Drawing) => {
    pdf.fillColor(colour);
    write(pdf, text, 180, y, { size });
    pdf.fillColor("black");
  };

describe("words laid across pages", () => {
  it.each([
    ["grey, between lines", mark("DRAFT", "#d0d0d0", 300)],
    ["grey, below the text", mark("CONFIDENTIAL", "#cccccc", 600)],
    ["dark, across the text", mark("Uncontrolled copy", "#900000", 262)],
  ])("are no text: %s", async (_kind, draw) => {
    const { lines, leftOut } = await read(
      page("Lamps", draw),
      page("Horns", draw),
      page("Oil", draw),
    );
    expect(lines.map(([first]) => first)).toEqual(["Lamps", "Horns", "Oil"]);
    expect(lines.map((each) => each.length)).toEqual([21, 21, 21]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["watermark", "watermark", "watermark"]);
  });

  it.each([
    ["a grey heading of one page", "#aaaaaa"],
    ["a dark heading of one page", "#000000"],
  ])("are not %s", async (_kind, colour) => {
    const heading = mark("What keepers do", colour, 440, 20);
    const { lines } = await read(
      page("Lamps", heading),
      page("Horns", () => {}),
    );
    expect(lines[0]).toEqual(["Lamps", ...prose, "What keepers do"]);
  });

  it("are not the same heading of every page", async () => {
    const { lines } = await read(
      ...["Lamps", "Horns", "Oil"].map((title) => page(title, mark("Actions", "#000000", 440, 22))),
    );
    expect(lines.map((each) => each.at(-1))).toEqual(["Actions", "Actions", "Actions"]);
  });
});
