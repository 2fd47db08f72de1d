// LibreOffice accepts and refuses what charm tracks: the text is then the new one, and the old one.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { convert, hasOffice, readOfficeText } from "../../bench/word/office.mjs";
import { exportReport } from "../../src/export/export-report.ts";
import { pairs } from "../export/redline-pairs.ts";
import { openSettler } from "../support/settle-in-office.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-redline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const withoutOffice = hasOffice ? "" : " (skipped: no soffice)";

/** Without the contents list, which is not compared, and the marks of lists: how a text is set is the new file's. */
function wordsOf(lines: readonly string[]): string[] {
  const at = lines.indexOf("Contents");
  let end = at + 1;
  while (at >= 0 && lines.indexOf(unpaged(lines[end]), end + 1) > end) end += 1;
  return (at < 0 ? lines : lines.toSpliced(at, end - at)).map((line) => line.replace(/^• /, ""));
}

function unpaged(line = ""): string {
  return line.replace(/ \d+$/, "");
}

describe.skipIf(!hasOffice)(`tracked changes in LibreOffice${withoutOffice}`, () => {
  it("are the new text when accepted, and the old when refused", async ({ skip }) => {
    const settle = openSettler(folder);
    if (settle === null) return skip("LibreOffice has no Basic here");
    const files: string[] = [];
    for (const [at, [, old, fresh]] of pairs.entries()) {
      const path = (name: string) => join(folder, `${at}-${name}.docx`);
      const before = await exportReport({ markdown: old, format: "docx" });
      const redline = { name: "old.docx", bytes: before };
      const request = { markdown: fresh, format: "docx" } as const;
      writeFileSync(path("old"), before);
      writeFileSync(path("new"), await exportReport(request));
      writeFileSync(path("both"), await exportReport({ ...request, redline }));
      settle(path("both"), path("accepted"), "Accept");
      settle(path("both"), path("refused"), "Reject");
      files.push(...["new", "accepted", "old", "refused"].map(path));
    }
    const texts = (convert(files, "txt:Text", folder) as string[]).map((file) =>
      wordsOf(readOfficeText(file) as string[]),
    );
    for (const [at, [name]] of pairs.entries()) {
      const [fresh, accepted, old, refused] = texts.slice(4 * at, 4 * at + 4);
      expect.soft(accepted, `${name}, accepted`).toEqual(fresh);
      expect.soft(refused, `${name}, refused`).toEqual(old);
    }
  }, 600_000);
});
