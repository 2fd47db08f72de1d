// Reading PDFs in a thread of its own: the same pages, and limits that hold.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { openGuardedReader, usualLimits } from "../../../src/extract/pdf/guarded-reader.ts";
import type { PdfReader } from "../../../src/extract/pdf/pdf-reader.ts";
import { drawPdf, write } from "./draw-pdf.ts";
import { root } from "../../support/project.ts";
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

/** Reads the file in a process that is stopped for a second and a half after the first page, with half a second a page. */
async function runAsleep(folder: string): Promise<unknown> {
  const script = join(folder, "read.mjs");
  const from = (path: string) => JSON.stringify(pathToFileURL(join(root, "dist", path)).href);
  await writeFile(
    script,
    `import { readFileSync } from "node:fs";
import { extractPdf } from ${from("extract/pdf/extract-pdf.js")};
import { openGuardedReader, usualLimits } from ${from("extract/pdf/guarded-reader.js")};
const reader = openGuardedReader({ ...usualLimits, page: 500, stuckPages: 1 });
const bytes = new Uint8Array(readFileSync(${JSON.stringify(join(folder, "a.pdf"))}));
const { pages, problems } = await extractPdf(bytes, { reader, onPage: (page) => page === 1 && process.stderr.write("first") });
await reader.close();
console.log(JSON.stringify({ pages: pages.length, lines: pages.flatMap((page) => page.lines).length, problems }));
`,
  );
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (printed += part));
  child.stderr.once("data", () => {
    child.kill("SIGSTOP");
    setTimeout(() => child.kill("SIGCONT"), 1500);
  });
  await new Promise((settle) => child.once("close", settle));
  return JSON.parse(printed);
}

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
    await expect(failed).rejects.toMatchObject({ code: "given-up", message: /too long/ });
  });

  it("gives pages up that run out twice, and tells them from those that are broken", async () => {
    const guarded = open({ ...usualLimits, page: 0, stuckPages: 2 });
    await expect(extractPdf(await threePages(), { reader: guarded })).rejects.toMatchObject({
      code: "given-up",
    });
  });

  // Other systems have no such signals.
  it.skipIf(process.platform === "win32")(
    "counts work and no time: a machine that sleeps loses no page",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "charm-asleep-"));
      try {
        const words = Array.from({ length: 40 }, (_, at) => `number ${at}`);
        const bytes = await drawPdf(
          words.map((word) => (pdf) => write(pdf, `The lamp ${word} burns by night.`, 72, 200)),
        );
        await writeFile(join(folder, "a.pdf"), bytes);
        const read = await runAsleep(folder);
        expect(read).toEqual({ pages: 40, lines: 40, problems: [] });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

describe.skipIf(!hasShared)(`a PDF made to fill the memory${withoutShared}`, () => {
  it("is given up within the limits, and the next one read", async () => {
    const guarded = open({ ...usualLimits, page: 1500, memory: 400_000_000 });
    const bytes = new Uint8Array(readFileSync(bomb));
    await expect(extractPdf(bytes, { reader: guarded })).rejects.toMatchObject({
      code: "given-up",
    });
    const { pageCount } = await extractPdf(await threePages(), { reader: guarded });
    expect(pageCount).toBe(3);
  });
});
