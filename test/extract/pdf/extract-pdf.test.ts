// A PDF drawn for the purpose: header inside a list, page break in a sentence, hyphen, columns, table, footnote, box.
import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/extract/page.ts";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { readStructure } from "../../../src/structure/structure.ts";
import { drawPdf, rule, write, writeLines, type Drawing } from "./draw-pdf.ts";

const prose = [
  "The keeper of a light looks after its lamp, its horn and its boat through",
  "all the watches of the night, and writes in the log what has happened in",
  "each of them, so that whoever comes after can see it.",
];
const furniture = (page: number) => (pdf: Drawing) => {
  write(pdf, "The Lighthouse Manual", 72, 40, { size: 9 });
  write(pdf, `Chapter ${page}`, 460, 40, { size: 9 });
  write(pdf, String(page), 290, 810, { size: 9 });
};
const pageOf =
  (number: number, ...draw: ((pdf: Drawing) => void)[]) =>
  (pdf: Drawing) => {
    furniture(number)(pdf);
    for (const part of draw) part(pdf);
  };
const extract = async (...pages: ((pdf: Drawing) => void)[]) => extractPdf(await drawPdf(pages));
const linesOf = async (...pages: ((pdf: Drawing) => void)[]) =>
  (await extract(...pages)).pages.map((page) => page.lines.map((line) => line.text));
const plain = (pdf: Drawing) => writeLines(pdf, prose, 72, 200);

describe("extractPdf", () => {
  it("keeps running headers and page numbers out, and reads printed page numbers", async () => {
    const extraction = await extract(...[1, 2, 3, 4].map((n) => pageOf(n, plain)));
    expect(extraction.pages.map((page) => page.lines.map((line) => line.text))).toEqual(
      Array.from({ length: 4 }, () => prose),
    );
    expect(extraction.pages.map((page) => (page as Page).label)).toEqual(["1", "2", "3", "4"]);
    expect(extraction.problems).toEqual([]);
  });

  it("reads a list over a page whose header stands between its items", async () => {
    const extraction = await extract(
      pageOf(1, plain, (pdf) => writeLines(pdf, ["The boat carries:", "(a) oars,"], 72, 750)),
      pageOf(2, (pdf) => writeLines(pdf, ["(b) a sail,", "(c) an anchor."], 72, 90), plain),
      pageOf(3, plain),
    );
    const { provisions } = readStructure(extraction);
    const text = provisions
      .flatMap((p) => p.content.map((item) => ("text" in item ? item.text : "")))
      .join(" ");
    expect(text).toContain("(a) oars, (b) a sail, (c) an anchor.");
  });

  it("reads columns one after the other", async () => {
    const left = Array.from({ length: 8 }, (_, i) => `left column, its line number ${i}`);
    const right = Array.from({ length: 8 }, (_, i) => `right column, its line number ${i}`);
    const [lines] = await linesOf((pdf) => {
      write(pdf, "A heading over both of the columns of this page", 72, 90, { size: 16 });
      writeLines(pdf, left, 72, 130);
      writeLines(pdf, right, 320, 130);
    });
    expect(lines?.slice(1)).toEqual([...left, ...right]);
  });

  it("reads a ruled table by rows, the lines of a cell together", async () => {
    const [lines] = await linesOf((pdf) => {
      writeLines(pdf, prose, 72, 90);
      for (const y of [150, 170, 214, 240]) rule(pdf, 72, y, 500, y);
      for (const x of [72, 180, 500]) rule(pdf, x, 150, x, 240);
      write(pdf, "Light", 76, 164, { bold: true });
      write(pdf, "Keeper", 184, 164, { bold: true });
      writeLines(pdf, ["North", "rock"], 76, 184);
      writeLines(pdf, ["Ada, who has kept it for", "twenty years"], 184, 184);
      write(pdf, "South", 76, 230);
      write(pdf, "Ben", 184, 230);
      writeLines(pdf, prose, 72, 280);
    });
    expect(lines).toEqual([
      ...prose,
      "Light | Keeper",
      "North rock | Ada, who has kept it for twenty years",
      "South | Ben",
      ...prose,
    ]);
  });

  it("reads boxes side by side, as in a flow chart, box by box", async () => {
    const [lines] = await linesOf((pdf) => {
      pdf.rect(72, 100, 150, 60).stroke();
      pdf.rect(300, 100, 150, 60).stroke();
      writeLines(pdf, ["A ship is in", "danger on the", "rocks below"], 80, 118);
      writeLines(pdf, ["The keeper", "rings the bell", "at once"], 308, 118);
      writeLines(pdf, prose, 72, 220);
    });
    expect(lines?.[0]).toBe(
      "A ship is in danger on the rocks below | The keeper rings the bell at once",
    );
  });

  it("leaves boxed text in its place on the page", async () => {
    const [lines] = await linesOf((pdf) => {
      writeLines(pdf, prose, 72, 90);
      pdf.rect(66, 140, 440, 50).stroke();
      writeLines(pdf, ["Never look into the lamp while it is burning.", "Never."], 72, 158);
      writeLines(pdf, prose, 72, 220);
    });
    expect(lines?.[3]).toBe("Never look into the lamp while it is burning.");
    expect(lines).toHaveLength(8);
  });

  it("lifts footnotes, and their marks out of the text", async () => {
    const { pages } = await extract((pdf) => {
      writeLines(pdf, [...prose, ...prose], 72, 90);
      write(pdf, "The lamp burns oil", 72, 200);
      write(pdf, "3", 167, 196, { size: 7 });
      write(pdf, "from the cellar.", 174, 200);
      write(pdf, "3", 72, 756, { size: 5 });
      write(pdf, "Of whale, in barrels of forty gallons.", 78, 760, { size: 8 });
    });
    const line = pages[0]?.lines.at(-1);
    expect(line?.text).toBe("The lamp burns oil from the cellar.");
    expect(line?.marks).toMatchObject([{ label: "3", kind: "footnote" }]);
    expect(line?.text.slice(line.marks[0]?.at)).toMatch(/^\s*from/);
    expect(pages[0]?.footnotes.map((note) => [note.label, note.lines[0]?.text])).toEqual([
      ["3", "Of whale, in barrels of forty gallons."],
    ]);
  });

  it("keeps contents out, wherever they stand", async () => {
    const entries: [string, string][] = [
      ["The lamp", "2"],
      ["The horn", "3"],
      ["The boat", "4"],
      ["The keeper", "4"],
    ];
    const lines = await linesOf(
      (pdf) => {
        writeLines(pdf, prose, 72, 200);
        write(pdf, "Contents", 72, 270, { size: 16 });
        entries.forEach(([title, page], i) => {
          write(pdf, title, 72, 300 + i * 16);
          write(pdf, page, 480, 300 + i * 16);
        });
      },
      plain,
      plain,
      plain,
    );
    expect(lines[0]).toEqual(prose);
  });

  it("reads text that is turned on its page, after what is upright", async () => {
    const [lines] = await linesOf((pdf) => {
      write(pdf, "Figure 7: The watches", 72, 80, { size: 14 });
      pdf.save().rotate(-90, { origin: [300, 400] });
      writeLines(
        pdf,
        [...prose, "and so on, until the sun has come up over the sea again."],
        150,
        350,
      );
      pdf.restore();
    });
    expect(lines).toEqual([
      "Figure 7: The watches",
      ...prose,
      "and so on, until the sun has come up over the sea again.",
    ]);
  });

  it("leaves slanting text out: watermarks", async () => {
    const [lines] = await linesOf((pdf) => {
      writeLines(pdf, prose, 72, 90);
      pdf.save().rotate(-45, { origin: [300, 400] });
      write(pdf, "DRAFT FOR THE HARBOUR", 200, 400, { size: 40 });
      pdf.restore();
    });
    expect(lines).toEqual(prose);
  });

  it("spells ligatures out and drops invisible characters", async () => {
    const bytes = await drawPdf([(pdf) => writeLines(pdf, prose, 72, 90)]);
    const { pages } = await extractPdf(bytes);
    expect(pages[0]?.lines.every((line) => !/[\uFB00-\uFB06\u00AD\u200B]/.test(line.text))).toBe(
      true,
    );
  });

  it("lists pages without text", async () => {
    const { problems } = await extract(pageOf(1, plain), pageOf(2), pageOf(3, plain), pageOf(4));
    expect(problems).toMatchObject([{ code: "pages-without-text", pages: [2, 4] }]);
  });

  it("refuses a file without any text, and what is no PDF", async () => {
    const blank = await drawPdf([(pdf) => pdf.rect(0, 0, 100, 100).fill("grey")]);
    await expect(extractPdf(blank)).rejects.toMatchObject({ code: "no-text" });
    const junk = new TextEncoder().encode("%PDF-1.4 and then nothing of the kind");
    await expect(extractPdf(junk)).rejects.toMatchObject({ code: "unreadable" });
  });

  it("leaves the caller's bytes as they were", async () => {
    const bytes = await drawPdf([plain]);
    const before = bytes.length;
    await extractPdf(bytes);
    expect(bytes.length).toBe(before);
  });

  it("reports each page, and stops when told to", async () => {
    const bytes = await drawPdf([plain, plain, plain]);
    const seen: [number, number][] = [];
    await extractPdf(bytes, { onPage: (page, of) => seen.push([page, of]) });
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const controller = new AbortController();
    const stopped = extractPdf(bytes, {
      signal: controller.signal,
      onPage: () => controller.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });

  it("leaves Node's own Array.prototype.push in place", async () => {
    await extractPdf(await drawPdf([plain]));
    expect(Function.prototype.toString.call(Array.prototype.push)).toContain("[native code]");
  });
});
