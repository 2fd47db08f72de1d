// Hard PDFs from the wild: each leads to what is expected of it, and none stops the program.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { chunkDocument } from "../../../src/chunk/chunk.ts";
import { CharmError } from "../../../src/errors.ts";
import { extractPdf } from "../../../src/extract/pdf/extract-pdf.ts";
import { readStructure } from "../../../src/structure/structure.ts";
import { hasShared, sharedPath, withoutShared } from "../../support/shared-folder.ts";

const folder = sharedPath("robust");

/** The bomb has a test of its own; the long ones take too long for every run. */
const left = new Set(["bomb", "long"]);
/** So many of each kind, the smallest, are enough to be read each time. */
const mostOfAKind = 3;
/** What poppler reads of it is no text, either. */
const garbled = "multicolumn__pdf.js__TAMReview.pdf";

interface Expected {
  readonly file: string;
  readonly category: string;
  /** Characters that poppler finds, white space aside. */
  readonly letters: number;
  readonly bytes: number;
}

const all: Expected[] = !hasShared
  ? []
  : readFileSync(join(folder, "expected.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"))
      .map(([file = "", category = "", , , letters, , , bytes]) => ({
        file,
        category,
        letters: Number(letters),
        bytes: Number(bytes),
      }))
      .filter(({ file, category }) => !left.has(category) && file !== garbled)
      .toSorted((a, b) => a.bytes - b.bytes);
const named = (...categories: string[]) =>
  categories.flatMap((category) =>
    all
      .filter((row) => row.category === category)
      .slice(0, mostOfAKind)
      .map((row) => [row.file, row] as const),
  );

const outcomeOf = async (file: string) => {
  try {
    const extraction = await extractPdf(new Uint8Array(readFileSync(join(folder, file))));
    const limits = { most: 200, fewest: 40, count: (text: string) => text.split(/\s+/).length };
    const passages = chunkDocument("doc", readStructure(extraction), limits);
    const text = passages.map((passage) => passage.text).join("\n");
    const problems = extraction.problems.map((problem) => problem.code);
    return { code: "text", text, problems, letters: text.replace(/\s/g, "").length };
  } catch (error) {
    if (!(error instanceof CharmError)) throw error;
    return { code: error.code, text: "", problems: [], letters: 0 };
  }
};

describe.skipIf(!hasShared)(`hard PDFs${withoutShared}`, { timeout: 30_000 }, () => {
  const printed = ["log", "warn", "error", "info"].map((method) =>
    vi.spyOn(console, method as "log").mockImplementation(() => {}),
  );

  it.each(named("password"))("%s: says that it needs a password", async (file) => {
    expect((await outcomeOf(file)).code).toBe("encrypted");
  });

  it.each(named("scanned", "scanned_long"))("%s: says that it has no text", async (file) => {
    expect((await outcomeOf(file)).code).toBe("no-text");
  });

  it.each(named("broken", "damaged", "mixed_scan"))("%s: is read or refused", async (file) => {
    expect(["text", "no-text", "unreadable"]).toContain((await outcomeOf(file)).code);
  });

  it.each(named("no_unicode"))(
    "%s: gives readable text, or says that there is none",
    async (file) => {
      const { text } = await outcomeOf(file);
      const unmapped = text.match(/[\p{Co}\uFFFD]/gu)?.length ?? 0;
      expect(unmapped).toBeLessThanOrEqual(0.2 * text.length);
    },
  );

  it("leaves pages out whose fonts name no letters, and lists them", async () => {
    const { problems, text } = await outcomeOf(garbled);
    expect(problems).toContain("garbled-text");
    expect(text).not.toContain("! # $");
  });

  it.each(
    named(
      "encrypted_open",
      "forms",
      "gov_tables",
      "ligature_hyphen",
      "multicolumn",
      "ocr_layer",
      "rotated",
    ),
  )("%s: is read", async (file, { letters }) => {
    const outcome = await outcomeOf(file);
    expect(outcome.code).toBe("text");
    // Headings, furniture, contents and form fields stand outside passages.
    expect(outcome.letters).toBeGreaterThan(0.19 * letters);
    expect(outcome.letters).toBeLessThan(1.4 * letters + 20);
    expect(outcome.text).not.toMatch(/[\uFB00-\uFB06\u00AD]/);
  });

  it.each(named("script", "tagged"))("%s: has text", async (file) => {
    expect((await outcomeOf(file)).letters).toBeGreaterThan(0);
  });

  it("reads columns through, and words that a line end divides whole", async () => {
    const { text } = await outcomeOf("ligature_hyphen__pdfminer__naacl06-shinyama.pdf");
    expect(text).toContain("Snowball: Extracting Relations from Large Plaintext Collections");
    expect(text.match(/\p{L}- \p{Ll}/gu)?.length ?? 0).toBeLessThan(10);
  });

  it("prints nothing, whatever the file", () => {
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});
