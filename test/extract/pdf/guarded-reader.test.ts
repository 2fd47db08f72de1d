// Reading PDFs in a thread of its own: the same pages, and limits that hold.
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { openGuardedReader, usualLimits } from "../../../src/extract/pdf/guarded-reader.ts";
import type { PdfReader } from "../../../src/extract/pdf/pdf-reader.ts";
import { drawPdf, write } from "./draw-pdf.ts";
import { hasShared, sharedPath, withoutShared } from "../../support/shared-folder.ts";

const bomb = sharedPath("robust", "bomb__pdf.js__bomb_giant.pdf");

const threePages = async () =>
  drawPdf(
    ["first", "second", "third"].map((word) => (pdf) => {
      write(pdf, `The ${word} lamp burns by night, and the horn sounds.`, 72, 200);
    }),
  );
let reader: PdfReader | null = null;
const open = (...limits: Parameters<typeof openGuardedReader>): PdfReader =>
  (reader = openGuardedReader(...limits));

afterEach(async () => {
  await reader?.close();
  reader = null;
});

describe("openGuardedReader", () => {
  it("gives the same pages as reading here, one file after the other", async () => {
    const bytes = await threePages();
    const guarded = open();
    const here = await extractPdf(bytes);
    expect(await extractPdf(bytes, { reader: guarded })).toEqual(here);
    expect(await extractPdf(bytes, { reader: guarded })).toEqual(here);
  });

  it("passes failures on, and goes on working", async () => {
    const guarded = open();
    const junk = new TextEncoder().encode("no PDF at all");
    await expect(extractPdf(junk, { reader: guarded })).rejects.toMatchObject({
      code: "unreadable",
    });
    const { pageCount } = await extractPdf(await threePages(), { reader: guarded });
    expect(pageCount).toBe(3);
  });

  it("ends at once when told to stop", async () => {
    const controller = new AbortController();
    const stopped = extractPdf(await threePages(), {
      reader: open(),
      signal: controller.signal,
      onPage: () => controller.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });

  it("says so when a file cannot be opened within the limits", async () => {
    const guarded = open({ ...usualLimits, opening: 0 });
    const failed = extractPdf(await threePages(), { reader: guarded });
    await expect(failed).rejects.toMatchObject({ code: "unreadable", message: /too much work/ });
  });

  it("tries a page again before it is given up, and goes on behind it", async () => {
    const bytes = await drawPdf([
      (pdf) => write(pdf, "The first lamp burns by night, and the horn sounds.", 72, 200),
      // Some thousand times the work of the others.
      (pdf) => {
        for (let i = 0; i < 40_000; i += 1)
          pdf.rect(i % 500, 400 + (i % 300), 3, 3).fill("#eeeeee");
        write(pdf, "The second lamp burns by night, and the horn sounds.", 72, 200);
      },
      (pdf) => write(pdf, "The third lamp burns by night, and the horn sounds.", 72, 200),
    ]);
    const problemsAt = async (page: number, factor: number) => {
      const guarded = open({ ...usualLimits, page, factor });
      const { problems, pageCount } = await extractPdf(bytes, { reader: guarded });
      await guarded.close();
      return [pageCount, problems.map(({ code, pages }) => `${code} ${pages.join()}`)];
    };
    // Warmed up the first time, pages without much to draw take less than that.
    expect(await problemsAt(10_000, 3)).toEqual([3, []]);
    expect(await problemsAt(300, 0.1)).toEqual([3, ["pages-given-up 2"]]);
    expect(await problemsAt(300, 100)).toEqual([3, []]);
  });
});

describe.skipIf(!hasShared)(`a PDF made to fill the memory${withoutShared}`, () => {
  it("is given up within the limits, and the next one read", async () => {
    const guarded = open({ ...usualLimits, page: 1500, memory: 400_000_000 });
    const bytes = new Uint8Array(readFileSync(bomb));
    await expect(extractPdf(bytes, { reader: guarded })).rejects.toMatchObject({
      code: "unreadable",
    });
    const { pageCount } = await extractPdf(await threePages(), { reader: guarded });
    expect(pageCount).toBe(3);
  });
});
