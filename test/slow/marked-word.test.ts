// LibreOffice opens a Word file with comments by charm, keeps every one of them, and reads the same text as before.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { convert, hasOffice, readOfficeText } from "../../bench/word/office.mjs";
import { markWord } from "../../src/check/mark/mark-word.ts";
import { readDocument } from "../../src/check/read-document.ts";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { textParts } from "../support/text-parts.ts";
import { nastyDocument } from "../check/mark/nasty-document.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-marked-"));
afterAll(() => rmSync(folder, { recursive: true }));
const without = hasOffice ? "" : " (skipped: no soffice)";

describe.skipIf(!hasOffice)(`a Word file with comments${without}`, () => {
  it("is opened by LibreOffice with all of them, and with the text as it was", () => {
    const { pieces } = readDocument(readStructure(extractDocx(nastyDocument)));
    const remarks = pieces.map(({ text }, i) => ({
      within: text,
      reference: null,
      lines: [`warning: number ${i} & <more>`, "what the law says"],
    }));
    const [before, after] = ["before.docx", "after.docx"].map((name) => join(folder, name));
    writeFileSync(before ?? "", nastyDocument);
    writeFileSync(after ?? "", markWord(nastyDocument, remarks));
    const texts = (convert([before, after], "txt:Text", folder) as string[]).map(
      (file) => readOfficeText(file) as string[],
    );
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[0]?.join(" ")).toContain("The last word.");
    const again = join(folder, "again");
    const [saved = ""] = convert([after], "docx", again) as string[];
    const comments = textParts(readFileSync(saved)).get("word/comments.xml") ?? "";
    expect(comments.match(/<w:comment /g)).toHaveLength(remarks.length);
    expect(comments).toContain("number 3 &amp; &lt;more&gt;");
  }, 300_000);
});
