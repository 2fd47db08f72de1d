// A report shows the pages it cites as they are printed, and says where it cannot.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { canDrawPages } from "../../src/extract/pdf/guarded-look.ts";
import type { Library } from "../../src/library/library.ts";
import { showCitedPages } from "../../src/use-cases/show-cited-pages.ts";
import { makePdf } from "../support/make-pdf.ts";

const corpus = mkdtempSync(join(tmpdir(), "charm-pages-"));
afterAll(() => rmSync(corpus, { recursive: true, force: true }));
const signal = new AbortController().signal;

const markdown = [
  "# Report",
  "- “Staff at Larch End write down each visit.” [1]",
  "- “Visits are <b>noted</b> in the book.” [2]",
  "### SOURCES CONSULTED",
  "- [1] File: larch.pdf, Page: 1",
  "- [2] File: plan.docx, Section: Visits",
].join("\n\n");

let sha256 = "";
beforeAll(async () => {
  const bytes = await makePdf({ pages: [["Staff at Larch End write down each visit."]] });
  writeFileSync(join(corpus, "larch.pdf"), bytes);
  sha256 = createHash("sha256").update(bytes).digest("hex");
});

async function write(digest: string): Promise<string> {
  const text = "Visits are <b>noted</b> in the book.";
  const spans = [{ start: 0, end: text.length, page: null }];
  const library = {
    documents: [
      { id: "a", file: "larch.pdf", short: "Larch", sha256: digest },
      { id: "b", file: "plan.docx", short: "Plan", sha256: "" },
    ],
    passagesOf: async () => [{ text, spans, trail: ["Visits"] }],
  } as unknown as Library;
  const bytes = await exportReport({
    markdown,
    format: "html",
    showPages: (read) => showCitedPages(read, { library, corpus, signal }),
  });
  return new TextDecoder().decode(bytes);
}

describe("cited pages", () => {
  it.skipIf(!canDrawPages())("are drawn with the quote marked, where citations lead", async () => {
    const html = await write(sha256);
    expect(html).toContain('href="#p1"');
    expect(html).toMatch(/<image href="data:image\/webp;base64,/);
    expect(html).toMatch(/<g class="mark" data-quote="1"><rect /);
    expect(html).toContain("img-src data:;");
    expect(html).not.toMatch(/<script|style="/);
  });

  it("are text for other files, whose words stay words", async () => {
    const html = await write(sha256);
    expect(html).toContain("<mark>Visits are &lt;b&gt;noted&lt;/b&gt; in the book.</mark>");
  });

  it("show nothing of a file that has changed since", async () => {
    const html = await write("0".repeat(64));
    expect(html).toContain("The file has changed since it was indexed");
    expect(html).not.toContain("<image");
  });
});
