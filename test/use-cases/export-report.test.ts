import { link, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkExport, exportFile, type ReportFiles } from "../../src/use-cases/export-report.ts";

const none = { home: null, control: {} };
const { signal } = new AbortController();
let folder: string;
let files: (more?: Partial<ReportFiles>) => ReportFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-export-"));
  const report = join(folder, "report.md");
  await writeFile(report, "# Fire\n\nThe alarm is tested.\n");
  await mkdir(join(folder, "folder.docx"));
  files = (more = {}) => ({
    report,
    output: join(folder, "out.docx"),
    template: null,
    redline: null,
    ...more,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("what can be told before an export", () => {
  it.each([
    [{ output: "/x/out.odt" }, "cannot be written to /x/out.odt"],
    [{ output: "/x/out" }, "cannot be written"],
    [{ output: "/x/a.html", template: "/x/t.docx" }, "--template takes part in Word files"],
    [{ output: "/x/a.html", redline: "/x/t.docx" }, "--redline takes part in Word files"],
    [{ template: "/x/t.docm" }, "--template cannot take t.docm. It may hold macros."],
    [{ template: "/x/t.dotm" }, "may hold macros"],
    [{ template: "/x/t.odt" }, "It is no Word file."],
    [{ redline: "/x/old.pdf" }, "--redline cannot take old.pdf"],
    [{ template: "/x/t.docx", output: "/x/t.docx" }, "is one of the files that are read"],
  ])("refuses %o", async (more, message) => {
    await expect(checkExport(files(more))).rejects.toThrow(message);
  });

  it("refuses a folder, and the report under another name", async () => {
    await expect(checkExport(files({ output: join(folder, "folder.docx") }))).rejects.toThrow(
      "is a folder",
    );
    for (const make of [link, symlink]) {
      const output = join(folder, `${make.name}.html`);
      await make(files().report, output);
      await expect(checkExport(files({ output }))).rejects.toThrow(
        "is one of the files that are read",
      );
    }
  });

  it.each([{}, { output: "/x/a.HTM" }, { output: "/x/a.pdf" }, { template: "/x/t.dotx" }])(
    "takes %o",
    async (more) => {
      await expect(checkExport(files(more))).resolves.toBeUndefined();
    },
  );
});

describe("an export", () => {
  it("reads UTF-8 and UTF-16", async () => {
    const wide = join(folder, "wide.md");
    await writeFile(wide, Buffer.from("\ufeff# Fire\n\nThe alarm – it is tested.\n", "utf16le"));
    const bytes = await exportFile(files({ report: wide, output: "/x/a.html" }), none, signal);
    expect(new TextDecoder().decode(bytes)).toContain("<p>The alarm – it is tested.</p>");
  });

  it.each([
    ["missing.md", null, "There is no file"],
    ["word.docx", "PK", "is no report in Markdown"],
    ["zeros.md", "a\0b", "is no report in Markdown"],
    ["empty.md", "\n\n", "There is no text in the report"],
  ])("says what is wrong with %s", async (name, content, message) => {
    const report = join(folder, name);
    if (content !== null) await writeFile(report, content);
    await expect(exportFile(files({ report }), none, signal)).rejects.toThrow(message);
  });

  it("names a template that is none", async () => {
    const template = join(folder, "letter.docx");
    await writeFile(template, "no zip");
    await expect(exportFile(files({ template }), none, signal)).rejects.toThrow(
      /letter\.docx cannot be used\. It is damaged/,
    );
  });
});
