// LibreOffice prints what charm writes for Word; a browser finds nothing to mend for people who use its pages otherwise.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { convert, hasOffice, hasPoppler, readOfficeText } from "../../bench/word/office.mjs";
import { exportReport } from "../../src/export/export-report.ts";
import { printPdf } from "../../src/export/word/print-pdf.ts";
import { browser, runInBrowser } from "../support/browser.ts";
import { makeLetterhead } from "../export/make-letterhead.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-exported-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const example = (name: string) =>
  readFileSync(new URL(`../../docs/examples/${name}.md`, import.meta.url), "utf8");
const reports = ["02-list", "03-several-parts", "05-plan-against-law"];
const wide = `# Gap matrix\n\n## Must\n\n| ${Array.from({ length: 11 }, (_, i) => `Column ${i + 1}`).join(" | ")} |\n|${" --- |".repeat(11)}\n${Array.from({ length: 40 }, (_, i) => `| ${Array.from({ length: 11 }, () => `words of row ${i}`).join(" | ")} |`).join("\n")}`;

const withoutPoppler = hasPoppler ? "" : " (skipped: no pdftotext)";
const withoutOffice = hasOffice ? "" : " (skipped: no soffice)";

describe.skipIf(!hasOffice)(`LibreOffice with what charm writes${withoutOffice}`, () => {
  it("opens reports with every word, and with their notes in order", async () => {
    const files = await Promise.all(
      reports.map(async (name) => {
        const file = join(folder, `${name}.docx`);
        writeFileSync(file, await exportReport({ markdown: example(name), format: "docx" }));
        return file;
      }),
    );
    const texts = convert(files, "txt:Text", folder) as string[];
    for (const [at, file] of texts.entries()) {
      const read = (readOfficeText(file) as string[]).join(" ");
      for (const [quote] of example(reports[at] ?? "").matchAll(/“[^”]+”/g))
        expect(read).toContain(quote.replaceAll(/\s+/g, " "));
    }
  }, 300_000);

  const printRedline = async (): Promise<Uint8Array> => {
    const markdown = example("02-list");
    const template = { name: "letterhead.docx", bytes: makeLetterhead() };
    const before = await exportReport({ markdown, format: "docx", template });
    const changed = markdown.replace("every matter", "each matter");
    const bytes = await exportReport({
      markdown: changed,
      format: "docx",
      template,
      redline: { name: "before.docx", bytes: before },
    });
    return printPdf(bytes);
  };

  it("prints a template and a redline", async () => {
    const pdf = await printRedline();
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  }, 300_000);

  it.skipIf(!hasPoppler)(
    `prints the notes of a template${withoutPoppler}`,
    async () => {
      const pdf = await printRedline();
      const file = join(folder, "redline.pdf");
      writeFileSync(file, pdf);
      const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      expect(text).toContain("Hazel Care Ltd");
      expect(text).toMatch(/Our own note\.[^]*regulation 16\(1\), page 10/);
    },
    300_000,
  );
});

describe("printing without LibreOffice", () => {
  it("says so", async () => {
    await expect(printPdf(new Uint8Array(), { programs: ["no-such-program"] })).rejects.toThrow(
      "A PDF is printed by LibreOffice, which is not installed.",
    );
  });
});

const withoutBrowser = browser === undefined ? " (skipped: no Chromium)" : "";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds, at a width in pixels. */
function findViolations(html: string, width: number, dark: boolean): string[] {
  const run = `axe.run().then((found) => { document.body.textContent = JSON.stringify(found.violations); });`;
  const script = `<script>${axe.source}</script><script>${run}</script>`;
  const violations = JSON.parse(runInBrowser(html, script, { folder, width, dark })) as Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

describe.skipIf(browser === undefined)(
  `axe-core on pages that charm writes${withoutBrowser}`,
  () => {
    it("finds what is wrong with another page", () => {
      const pale =
        '<!doctype html><html lang="en"><body><p style="color:#ccc">pale</p></body></html>';
      expect(findViolations(pale, 1280, false).join()).toContain("color-contrast");
    }, 60_000);

    const pages = [
      ...reports.map((name) => [name, example(name)] as const),
      ["wide table", wide] as const,
    ];
    it.each(pages)(
      "finds nothing in %s, wide or narrow, light or dark",
      async (_name, markdown) => {
        const bytes = await exportReport({ markdown, format: "html", home: "Larkrise House" });
        const html = new TextDecoder().decode(bytes);
        for (const width of [390, 1280])
          for (const dark of [false, true]) expect(findViolations(html, width, dark)).toEqual([]);
      },
      300_000,
    );
  },
);
