// LibreOffice opens the workbook of a gap matrix, keeps its filters and page headers, and reads the same in it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { convert, hasOffice } from "../../bench/word/office.mjs";
import { readZip, unpackEntry } from "../../src/extract/office/read-zip.ts";
import { extractXlsx } from "../../src/extract/sheets/extract-xlsx.ts";
import { writeGap } from "../../src/gap/write/write-gap.ts";
import { makeMatrix, makeRow, nastyTexts, rowsOfAllKinds } from "../gap/write/made-matrix.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-gap-"));
afterAll(() => rmSync(folder, { recursive: true }));
const without = hasOffice ? "" : " (skipped: no soffice)";

function linesOf(bytes: Uint8Array): string[] {
  return extractXlsx(bytes).pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

describe.skipIf(!hasOffice)(`the workbook of a gap matrix${without}`, () => {
  it("is opened by LibreOffice with all of it", async () => {
    const texts = nastyTexts.map((missing, i) => makeRow(`nasty-${i}`, { missing }));
    const matrix = makeMatrix([...rowsOfAllKinds(), ...texts]);
    const file = join(folder, "gap.xlsx");
    writeFileSync(file, await writeGap(matrix, "xlsx", { changes: null }));
    const [saved = ""] = convert([file], "xlsx", join(folder, "again")) as string[];
    const again = readFileSync(saved);
    expect(linesOf(again)).toEqual(linesOf(readFileSync(file)));
    const sheet = readZip(again, { name: "Excel workbook", extension: ".xlsx" }).find(
      ({ name }) => name === "xl/worksheets/sheet2.xml",
    );
    if (sheet === undefined) throw new Error("The second sheet is gone.");
    const xml = new TextDecoder().decode(unpackEntry(sheet));
    expect(/<autoFilter ref="A1:K\d+"/.test(xml)).toBe(true);
    expect(xml).toContain("Gap matrix: Complaints");
    expect(xml).not.toContain("<f>");
  }, 300_000);
});
